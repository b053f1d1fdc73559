/** The language server: capabilities, and which handler answers what. Handlers translate and delegate. */
import {
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { localeOf } from '../base/locale.ts';
import { semanticTokenModifiers, semanticTokenTypes } from '../features/semanticTokens.ts';
import type { InitializationOptions } from '../protocol/requests.ts';
import { defaultSettings, type Settings, settingsSection } from '../protocol/settings.ts';
import { onCallHierarchy } from './handlers/callHierarchy.ts';
import { onCodeAction } from './handlers/codeAction.ts';
import { onCodeLens } from './handlers/codeLens.ts';
import { onCompare } from './handlers/compare.ts';
import { onCompletion } from './handlers/completion.ts';
import { onDefinition } from './handlers/definition.ts';
import { onDiagnostic } from './handlers/diagnostic.ts';
import { onDocument } from './handlers/document.ts';
import { onDocumentColor } from './handlers/documentColor.ts';
import { onDocumentHighlight } from './handlers/documentHighlight.ts';
import { onDocumentLink } from './handlers/documentLink.ts';
import { onDocumentSymbol } from './handlers/documentSymbol.ts';
import { onExplain } from './handlers/explain.ts';
import { onFoldingRange } from './handlers/foldingRange.ts';
import { onFormatting } from './handlers/formatting.ts';
import { onFramework } from './handlers/framework.ts';
import { onHover } from './handlers/hover.ts';
import { onInlayHint } from './handlers/inlayHint.ts';
import { onLocate } from './handlers/locate.ts';
import { onNewDefinition } from './handlers/newDefinition.ts';
import { onPreview } from './handlers/preview.ts';
import { onQuestion } from './handlers/question.ts';
import { onReferences } from './handlers/references.ts';
import { onRename } from './handlers/rename.ts';
import { onResolved } from './handlers/resolved.ts';
import { onSelectionRange } from './handlers/selectionRange.ts';
import { onSemanticTokens } from './handlers/semanticTokens.ts';
import { onTool } from './handlers/tool.ts';
import { onWorkspaceSymbol } from './handlers/workspaceSymbol.ts';
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
    session.canRefresh = {
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHint: workspace?.inlayHint?.refreshSupport === true,
    };
    session.previewCommand = options?.previewCommand;
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
    onCallHierarchy,
    onCodeAction,
    onCodeLens,
    onCompare,
    onCompletion,
    onDefinition,
    onDiagnostic,
    onDocument,
    onDocumentColor,
    onDocumentHighlight,
    onDocumentLink,
    onDocumentSymbol,
    onExplain,
    onFramework,
    onFoldingRange,
    onFormatting,
    onHover,
    onInlayHint,
    onLocate,
    onNewDefinition,
    onPreview,
    onQuestion,
    onReferences,
    onRename,
    onResolved,
    onSelectionRange,
    onSemanticTokens,
    onTool,
    onWorkspaceSymbol,
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
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'refactor.extract', 'source.fixAll'] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    colorProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    callHierarchyProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    semanticTokensProvider: {
      legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] },
      full: true,
      range: true,
    },
    ...(session.diagnosticsMode === 'pull' && {
      diagnosticProvider: { identifier: 'indicators', interFileDependencies: true, workspaceDiagnostics: false },
    }),
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}
