/** A language server that does nothing: it acknowledges incremental changes and publishes an empty list for each. */
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const publish = (uri: string, version: number) => void connection.sendDiagnostics({ uri, version, diagnostics: [] });

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: {},
  },
}));
connection.onDidOpenTextDocument(({ textDocument }) => publish(textDocument.uri, textDocument.version));
connection.onDidChangeTextDocument(({ textDocument }) => publish(textDocument.uri, textDocument.version));
connection.onDidCloseTextDocument(() => undefined);
connection.onHover(() => null);
connection.onCompletion(() => []);
connection.listen();
