/** The ways to start the server: the bundle over stdio and IPC, and the command line's `lsp`. */
import { afterEach, expect, test } from 'vitest';
import { demo, demoFiles } from '../support/demo.ts';
import { startClient, stopAll, type Way } from './client.ts';
import { makeFolder, removeFolders } from './folder.ts';

afterEach(() => {
  stopAll();
  removeFolders();
});

test.each<Way>(['stdio', 'ipc', 'cli'])('%s', async way => {
  const folder = makeFolder(demoFiles);
  const uri = folder.uriOf('demo.indicators.yaml');
  const client = await startClient({ way, folders: [folder.uri] });
  expect(client.initialized.serverInfo).toMatchObject({ name: 'indicators' });
  client.open(uri, demo.replace('weight: 60', 'weight: 61'));
  const found = await client.diagnostics(uri, ({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'weight-sum'),
  );
  expect(found.length).toBeGreaterThan(0);
  expect(await client.stop()).toBe(0);
});

test('a server whose client goes away ends', async () => {
  const client = await startClient();
  const exit = new Promise<number | null>(resolve => client.process.once('exit', resolve));
  client.process.stdin!.end();
  expect(await exit).not.toBeNull();
});
