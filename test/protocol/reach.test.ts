/** Which files a definition may name: those of the open folders, wherever links lead to, and others if the user says so. */
import { appendFileSync, symlinkSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { demo, demoData, demoFiles } from '../support/demo.ts';
import { type Client, startClient, stopAll } from './client.ts';
import { makeFolder, removeFolders } from './folder.ts';

const name = 'demo.indicators.yaml';

afterEach(() => {
  stopAll();
  removeFolders();
});

/** Until what was published last of the file has the code, or has it no more. */
async function until(client: Client, uri: string, code: string, state: 'there' | 'gone' = 'there'): Promise<void> {
  const last = () => client.published.findLast(each => each.uri === uri)?.diagnostics ?? [];
  await expect.poll(() => last().some(each => each.code === code), { timeout: 20_000 }).toBe(state === 'there');
}

function pathIn(folder: { readonly uriOf: (name: string) => string }, file: string): string {
  return new URL(folder.uriOf(file)).pathname;
}

test('data outside the open folders are read as soon as the setting says so, and not any more when it does not', async () => {
  const [outside, folder] = [makeFolder({ 'outside.csv': demoData }), makeFolder(demoFiles)];
  const settings = { locale: 'auto', allowOutside: false };
  const client = await startClient({ folders: [folder.uri], settings });
  const uri = folder.uriOf(name);
  client.open(uri, demo.replace('demo.csv', pathIn(outside, 'outside.csv')));
  await until(client, uri, 'data-file');
  const change = async (allowOutside: boolean) => {
    settings.allowOutside = allowOutside;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  };
  await change(true);
  await until(client, uri, 'data-file', 'gone');
  await change(false);
  await until(client, uri, 'data-file');
});

test('a folder that is opened later may be read', async () => {
  const [first, later] = [makeFolder(demoFiles), makeFolder({ 'later.csv': demoData })];
  const folders = [first.uri];
  const client = await startClient({ folders });
  const uri = first.uriOf(name);
  client.open(uri, demo.replace('demo.csv', pathIn(later, 'later.csv')));
  await until(client, uri, 'data-file');
  folders.push(later.uri);
  const event = { added: [{ uri: later.uri, name: 'later' }], removed: [] };
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  await until(client, uri, 'data-file', 'gone');
});

test('a change of the file that a link leads to is seen through the link', async () => {
  const folder = makeFolder({ [name]: demo, 'real.csv': demoData });
  symlinkSync('real.csv', pathIn(folder, 'demo.csv'));
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(name);
  client.open(uri, demo);
  await until(client, uri, 'expectation');
  const last = demoData.trimEnd().split('\n').at(-1)!;
  appendFileSync(pathIn(folder, 'real.csv'), `${last}\n`);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: folder.uriOf('real.csv'), type: 2 }],
  });
  await until(client, folder.uriOf('demo.csv'), 'data-duplicate-unit');
});
