/** What the server says that it can do. Loads nothing of what does it: the answer to `initialize` waits for nobody. */
import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { semanticTokenModifiers, semanticTokenTypes } from '../features/semanticLegend.ts';
import type { DiagnosticsMode } from './client.ts';

export function capabilities(diagnosticsMode: DiagnosticsMode): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
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
    ...(diagnosticsMode === 'pull' && {
      diagnosticProvider: { identifier: 'indicators', interFileDependencies: true, workspaceDiagnostics: false },
    }),
  };
}
