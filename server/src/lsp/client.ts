/** What the client says of itself when it starts the server. */
import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/requests.ts';

/** How the client wants findings: pushed as they come, or pulled by it. */
export type DiagnosticsMode = 'push' | 'pull';

export interface Client {
  /** As it names it. */
  readonly locale: string | undefined;
  readonly canConfigure: boolean;
  /** It tells when folders are opened and closed. */
  readonly changesFolders: boolean;
  readonly diagnosticsMode: DiagnosticsMode;
  readonly canRefreshDiagnostics: boolean;
  /** Which of the answers that stand in the text it asks for again when told so. */
  readonly canRefresh: { readonly codeLens: boolean; readonly inlayHint: boolean };
  /** It takes edits of a version of a document; else of whatever stands there. */
  readonly editsVersions: boolean;
  /** It leads through the places to fill in of what it inserts. */
  readonly fillsIn: boolean;
  /** It shows what each proposal of a completion means beside it. */
  readonly showsMeanings: boolean;
  /** Its command that shows the ranking of a definition. */
  readonly previewCommand: string | undefined;
}

export function clientOf({ capabilities, initializationOptions, locale }: InitializeParams): Client {
  const options = initializationOptions as Partial<InitializationOptions> | undefined;
  const { workspace, textDocument } = capabilities;
  // Findings stand in data files too: a client that cannot pull those of related documents is sent them all.
  const canPull = textDocument?.diagnostic?.relatedDocumentSupport === true && options?.diagnostics !== 'push';
  return {
    locale: options?.locale ?? locale,
    canConfigure: workspace?.configuration === true,
    changesFolders: workspace?.workspaceFolders === true,
    diagnosticsMode: canPull ? 'pull' : 'push',
    canRefreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    canRefresh: {
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHint: workspace?.inlayHint?.refreshSupport === true,
    },
    editsVersions: workspace?.workspaceEdit?.documentChanges === true,
    fillsIn: textDocument?.completion?.completionItem?.snippetSupport === true,
    showsMeanings: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    previewCommand: options?.previewCommand,
  };
}
