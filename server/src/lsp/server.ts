/** The language server: capabilities, and which handler answers what. Handlers translate and delegate. */
import {
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { localeOf } from '../base/locale.ts';
import type { InitializationOptions } from '../protocol/requests.ts';
import { defaultSettings, type Settings, settingsSection } from '../protocol/settings.ts';
import { onCodeAction } from './handlers/codeAction.ts';
import { onCompletion } from './handlers/completion.ts';
import { onDiagnostic } from './handlers/diagnostic.ts';
import { onDocumentSymbol } from './handlers/documentSymbol.ts';
import { onExplain } from './handlers/explain.ts';
import { onHover } from './handlers/hover.ts';
import { onLocate } from './handlers/locate.ts';
import { onPreview } from './handlers/preview.ts';
import type { Host } from './host.ts';
import { Session } from './session.ts';

export function startServer(connection: Connection, host: Host): void {
  const session = new Session(connection, host);
  const asked = { locale: undefined as string | undefined, canConfigure: false };

  connection.onInitialize(params => {
    const options = params.initializationOptions as Partial<InitializationOptions> | undefined;
    const { workspace, textDocument } = params.capabilities;
    asked.locale = options?.locale ?? params.locale;
    asked.canConfigure = workspace?.configuration === true;
    session.locale = localeOf(asked.locale);
    // Findings stand in data files too: a client that cannot pull those of related documents is sent them all.
    const canPull = textDocument?.diagnostic?.relatedDocumentSupport === true && options?.diagnostics !== 'push';
    session.diagnosticsMode = canPull ? 'pull' : 'push';
    session.canRefreshDiagnostics = workspace?.diagnostics?.refreshSupport === true;
    host.setFolders(foldersOf(params));
    return { capabilities: capabilities(session), serverInfo: { name: 'indicators', version: __VERSION__ } };
  });

  const applySettings = async () => {
    const settings: Partial<Settings> = asked.canConfigure
      ? ((await connection.workspace.getConfiguration(settingsSection)) ?? {})
      : {};
    const { locale } = { ...defaultSettings, ...settings };
    session.locale = localeOf(locale === 'auto' ? asked.locale : locale);
    session.refreshAll();
  };
  connection.onInitialized(() => void applySettings());
  connection.onDidChangeConfiguration(() => void applySettings());
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) session.fileChanged(uri);
  });

  for (const register of [
    onCodeAction,
    onCompletion,
    onDiagnostic,
    onDocumentSymbol,
    onExplain,
    onHover,
    onLocate,
    onPreview,
  ])
    register(session);
  connection.listen();
}

declare const __VERSION__: string;

function capabilities(session: Session): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [' ', ':', '-', '[', '{', ','] },
    documentSymbolProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll', 'refactor.rewrite'] },
    ...(session.diagnosticsMode === 'pull' && {
      diagnosticProvider: { identifier: 'indicators', interFileDependencies: true, workspaceDiagnostics: false },
    }),
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}
