/** The language server: answers `initialize`, and loads what does the work when the client is ready for it. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { capabilities } from './capabilities.ts';
import { type Client, clientOf } from './client.ts';
import type { Host } from './host.ts';

declare const __VERSION__: string;

export function startServer(connection: Connection, host: Host): void {
  let client: Client | undefined;
  connection.onInitialize(params => {
    client = clientOf(params);
    host.setFolders(foldersOf(params));
    const serverInfo = { name: 'indicators', version: __VERSION__ };
    return { capabilities: capabilities(client.diagnosticsMode), serverInfo };
  });
  // In the bundle this is done before the next message is taken.
  connection.onInitialized(async () => {
    const { serve } = await import('./service.ts');
    if (client !== undefined) serve(connection, host, client);
  });
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}
