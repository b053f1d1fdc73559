/** The server's entry in a browser worker: messages of the page, files through the client. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { URI } from 'vscode-uri';
import { localText } from '../base/locale.ts';
import type { DataFile } from '../workspace/facts.ts';
import { openFolderOf } from '../workspace/files.ts';
import { opened } from '../workspace/openData.ts';
import { openingGivenUp } from '../workspace/opening.ts';
import { definitionsThroughClient, listThroughClient, readThroughClient } from './clientFiles.ts';
import type { Host, Reach } from './host.ts';
import { startServer } from './server.ts';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);

startServer(connection, workerHost(connection));

function workerHost(client: Connection): Host {
  let folders: readonly string[] = [];
  let reach: Reach = 'folders';
  return {
    list: (from, endings) => listThroughClient(client, from, endings),
    definitions: () => definitionsThroughClient(client, folders),
    read: (file, from) => readThroughClient(client, { file, from, folders, reach }),
    readAt: async () => ({
      kind: 'refused',
      reason: localText(
        'there is no git in a browser: compare with a file, or open the folder on a desktop',
        '浏览器中没有 git：请与文件比较，或在桌面版中打开该文件夹',
      ),
    }),
    rootOf: file => openFolderOf(file, folders),
    // A worker is a thread of its own: nothing of the page waits for it.
    open: (file, bytes, token) =>
      Promise.race([
        opened(file, bytes),
        new Promise<DataFile>(resolve => {
          token.onCancellationRequested(() => resolve(openingGivenUp));
        }),
      ]),
    setFolders: uris => {
      folders = uris.map(uri => URI.parse(uri).toString());
    },
    setReach: wanted => {
      reach = wanted;
    },
    linksTo: () => [],
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
