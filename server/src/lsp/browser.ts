/** The server's entry in a browser worker: messages of the page, files through the client. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { URI, Utils } from 'vscode-uri';
import { type ReadFileAnswer, type ReadFileParams, readFileRequest } from '../protocol/requests.ts';
import { opened } from '../workspace/openData.ts';
import type { Host } from './host.ts';
import { startServer } from './server.ts';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);

startServer(connection, workerHost(connection));

/** Asks the client for files inside the open folders and the definition's own folder; for nothing else. */
function workerHost(client: Connection): Host {
  let folders: readonly string[] = [];
  return {
    read: async (file, from) => {
      const own = Utils.dirname(URI.parse(from)).toString();
      if (![...folders, own].some(folder => isInside(folder, file))) return { kind: 'outside' };
      const params: ReadFileParams = { uri: file };
      try {
        return await client.sendRequest<ReadFileAnswer>(readFileRequest, params);
      } catch (error) {
        return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
      }
    },
    // A worker is a thread of its own: nothing of the page waits for it.
    open: opened,
    setFolders: uris => {
      folders = uris.map(uri => URI.parse(uri).toString());
    },
    nextTurn: () =>
      new Promise(resolve => {
        // A message of one's own comes after those that are waiting; timers of browsers wait longer.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(null);
      }),
  };
}

function isInside(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
