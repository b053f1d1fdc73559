/** What the server does once the client is ready: which handler answers what. Handlers translate and delegate. */
import type { Connection } from 'vscode-languageserver';
import { localeOf } from '../base/locale.ts';
import { defaultSettings, type Settings, settingsSection } from '../protocol/settings.ts';
import type { Client } from './client.ts';
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
import type { Host, Reach } from './host.ts';
import { Session } from './session.ts';

export function serve(connection: Connection, host: Host, client: Client): void {
  const session = new Session(connection, host, client);
  let reach: Reach = 'folders';
  const applySettings = async () => {
    const settings: Partial<Settings> = client.canConfigure
      ? ((await connection.workspace.getConfiguration(settingsSection)) ?? {})
      : {};
    const { locale, allowOutside } = { ...defaultSettings, ...settings };
    session.locale = localeOf(locale === 'auto' ? client.locale : locale);
    const wanted = allowOutside ? 'everywhere' : 'folders';
    if (wanted === reach) session.refreshAll();
    else {
      reach = wanted;
      host.setReach(reach);
      session.reachChanged();
    }
  };
  connection.onDidChangeConfiguration(() => void applySettings());
  if (client.changesFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(async () => {
      host.setFolders(((await connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => uri));
      session.reachChanged();
    });
  }
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
  void applySettings();
}
