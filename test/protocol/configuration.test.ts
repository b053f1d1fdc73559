/** The configuration of a project in the editor: it holds for definitions below it, and is a document itself. */
import { afterEach, expect, test } from 'vitest';
import type { CompletionItem, Hover, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { demo, demoFiles } from '../support/demo.ts';
import { startClient, stopAll } from './client.ts';
import { makeFolder, removeFolders } from './folder.ts';

afterEach(() => {
  stopAll();
  removeFolders();
});

const broken = demo.replace('weight: 60', 'weight: 61');
const lenient = 'rules:\n  weight-sum: {severity: hint, reason: 草案}\n';
const name = 'indicators.config.yaml';

const severityOf = ({ diagnostics }: PublishDiagnosticsParams, code: string) =>
  diagnostics.find(each => each.code === code)?.severity;

async function opened(files: Readonly<Record<string, string>>) {
  const folder = makeFolder({ 'data/demo.indicators.yaml': broken, 'data/demo.csv': demoFiles['demo.csv'], ...files });
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf('data/demo.indicators.yaml');
  client.open(uri, broken);
  const saw = (severity: number | undefined) =>
    client.diagnostics(uri, params => params.diagnostics.length > 0 && severityOf(params, 'weight-sum') === severity);
  return { client, folder, uri, saw };
}

test('it is found upward, and followed when it comes, changes and goes', async () => {
  const { client, folder, saw } = await opened({});
  await saw(1);
  const changed = (type: number) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf(name), type }],
    });
  folder.write(name, lenient);
  await changed(1);
  await saw(4);
  folder.write(name, lenient.replace('hint', 'warning'));
  await changed(2);
  await saw(2);
  folder.write(name, lenient.replace('hint', 'off'));
  await changed(2);
  await saw(undefined);
});

test('its own mistakes stand in it; open, its text counts as it is typed', async () => {
  const { client, folder, saw } = await opened({ [name]: lenient });
  await saw(4);
  const uri = folder.uriOf(name);
  client.open(uri, lenient.replace('weight-sum', 'weight-sums').replace(', reason: 草案', ''));
  const found = await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0);
  expect(found.map(({ code, range }) => [code, range.start])).toEqual([
    ['unknown-key', { line: 1, character: 2 }],
    ['schema', { line: 1, character: 16 }],
  ]);
});

test('a mistake in it is seen from a definition, too', async () => {
  const { client, folder } = await opened({ [name]: 'failOn: never\n' });
  const found = await client.diagnostics(folder.uriOf(name), ({ diagnostics }) => diagnostics.length > 0);
  expect(found.map(({ code, message }) => [code, String(message).startsWith('`failOn` is `never`')])).toEqual([
    ['schema', true],
  ]);
});

test('keys, values and rules are completed and explained', async () => {
  const { client, folder } = await opened({});
  const uri = folder.uriOf(name);
  const text = 'rules:\n  \nfailOn: \n\n';
  client.open(uri, text);
  const labelsAt = async (line: number, character: number) => {
    const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    });
    return items.map(({ label }) => label);
  };
  expect(await labelsAt(1, 2)).toContain('weight-sum');
  expect(await labelsAt(2, 8)).toEqual(['error', 'warning', 'information', 'hint']);
  expect(await labelsAt(3, 0)).toEqual(['ignore', 'maxWarnings', 'formats', 'locale']);
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 2, character: 2 },
  });
  expect(JSON.stringify(hover.contents)).toContain('--fail-on');
  for (const method of [
    'documentSymbol',
    'codeLens',
    'inlayHint',
    'foldingRange',
    'semanticTokens/full',
    'formatting',
  ]) {
    const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
    const options = { tabSize: 2, insertSpaces: true };
    const params = { textDocument: { uri }, range, options };
    await expect(client.connection.sendRequest(`textDocument/${method}`, params)).resolves.not.toBeUndefined();
  }
});
