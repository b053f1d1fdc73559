/** The language server: answers `initialize`, and loads what does the work as soon as the answer is on its way. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { capabilities } from './capabilities.ts';
import { type Client, clientOf } from './client.ts';
import type { Host } from './host.ts';

declare const __VERSION__: string;

export function startServer(connection: Connection, host: Host): void {
  let client: Client | undefined;
  let isServing = false;
  // In the bundle this is done before the next message is taken.
  const load = async () => {
    if (client === undefined || isServing) return;
    isServing = true;
    const { serve } = await import('./service.ts');
    serve(connection, host, client);
  };
  connection.onInitialize(params => {
    client = clientOf(params);
    host.setFolders(foldersOf(params));
    void host.nextTurn().then(load);
    const serverInfo = { name: 'indicators', version: __VERSION__ };
    return { capabilities: capabilities(client.diagnosticsMode), serverInfo };
  });
  connection.onInitialized(load);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}
