/** Data that are no text over the real server: workbooks and Parquet files, good, changed and hostile. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { PreviewAnswer } from '../../server/src/protocol/requests.ts';
import { workbook } from '../support/workbook.ts';
import { type Client, startClient, stopAll } from './client.ts';
import { makeFolder, removeFolders } from './folder.ts';

afterEach(() => {
  stopAll();
  removeFolders();
});

const definition = `indicatorSystem: 1
id: demo
title: 示例
weights: percent
units: {id: code}
data: [{path: data.xlsx}]
indicators:
  - {id: online, name: 网办率, weight: 60, source: s, normalise: none}
  - {id: reply, name: 答复率, weight: 40, source: s, normalise: none}
`;

const header = ['code', 'online', 'reply'];
const good = workbook([{ name: '数据', rows: [header, ['a', 10, 20], ['b', 30, 40]] }]);

async function start(files: Readonly<Record<string, string | Uint8Array>>, locale = 'en', showsProgress = false) {
  const folder = makeFolder(files);
  const client = await startClient({ folders: [folder.uri], locale, showsProgress });
  return { client, folder, uri: folder.uriOf('demo.indicators.yaml') };
}

/** The messages of a code, once there are some. */
async function messages(client: Client, uri: string, code: string): Promise<readonly string[]> {
  const found = await client.diagnostics(uri, ({ diagnostics }) => diagnostics.some(each => each.code === code));
  return found.filter(each => each.code === code).map(({ message }) => String(message));
}

test.each([
  [
    'en',
    '数据!C3, column reply: =B3 is not a number (a formula whose value the file does not hold: open and save it in a spreadsheet program)',
  ],
  ['zh-CN', '数据!C3“reply”列：=B3 不是数字（公式没有存储结果：请用表格软件打开并保存）'],
])('%s: a workbook is scored, changes and is looked at again', async (locale, message) => {
  const { client, folder, uri } = await start({ 'data.xlsx': good }, locale);
  client.open(uri, definition);
  const preview = await client.connection.sendRequest<PreviewAnswer>('indicators/preview', {
    uri,
    baseline: { kind: 'none' },
  });
  expect(preview.state.kind).toBe('current');
  folder.write('data.xlsx', workbook([{ name: '数据', rows: [header, ['a', 10, 20], ['b', 30, { formula: 'B3' }]] }]));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: folder.uriOf('data.xlsx'), type: 2 }],
  });
  expect(await messages(client, uri, 'data-number')).toEqual([message]);
  expect(await client.stop()).toBe(0);
});

test('while a workbook is being opened, what is typed is looked at', async () => {
  const far =
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
  const { client, uri } = await start({ 'data.xlsx': workbook([{ name: 'S', rows: [], xml: far }]) });
  client.open(uri, definition);
  const start40 = definition.split('\n').findIndex(line => line.includes('weight: 40'));
  const character = definition.split('\n')[start40]!.indexOf('40');
  const range = { start: { line: start40, character }, end: { line: start40, character: character + 2 } };
  client.edit(uri, 2, [{ range, text: '41' }]);
  await messages(client, uri, 'weight-sum');
  const isDataThere = () =>
    client.published.some(({ diagnostics }) => diagnostics.some(({ code }) => code === 'data-file'));
  expect(isDataThere()).toBe(false);
  const [message] = await messages(client, uri, 'data-file');
  expect(message).toMatch(/^data\.xlsx: A sheet reaches too far: a cell stands far from all others\./);
  expect(await client.stop()).toBe(0);
});

test('a client that pulls is given all of it', async () => {
  const folder = makeFolder({ 'data.xlsx': new TextEncoder().encode('code,online\n') });
  const client = await startClient({ folders: [folder.uri], pulls: true });
  const uri = folder.uriOf('demo.indicators.yaml');
  client.open(uri, definition);
  const pull = async () => {
    const { items } = await client.connection.sendRequest<{ items: readonly { code: string }[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    return items.map(({ code }) => code);
  };
  const deadline = Date.now() + 20_000;
  let codes = await pull();
  while (!codes.includes('data-file') && Date.now() < deadline) codes = await pull();
  expect(codes).toContain('data-file');
});

test('a Parquet file', async () => {
  const parquet = readFileSync(new URL('../unit/data/files/duckdbSnappy.parquet', import.meta.url));
  const { client, uri } = await start({ 'data.parquet': parquet });
  const text = definition
    .replace('data.xlsx', 'data.parquet')
    .replace('id: online', 'id: double')
    .replace('id: reply', 'id: flag');
  client.open(uri, text);
  expect(await messages(client, uri, 'data-number')).toEqual([
    'row 1, column flag: true is not a number',
    'row 2, column flag: false is not a number',
  ]);
});

interface Told {
  readonly token: string | number;
  readonly value: { readonly kind: string; readonly title?: string; readonly cancellable?: boolean };
}

/** Rows that take seconds to read. */
function longSheet(): string {
  const row = (n: number) =>
    `<row r="${n}"><c r="A${n}" t="inlineStr"><is><t>u${n}</t></is></c><c r="B${n}"><v>${n}</v></c></row>`;
  const rows = Array.from({ length: 400_000 }, (_, index) => row(index + 1));
  return `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

test('what takes long to open is shown as progress and can be cancelled', async () => {
  const { client, uri } = await start(
    { 'data.xlsx': workbook([{ name: 'S', rows: [], xml: longSheet() }]) },
    'en',
    true,
  );
  client.open(uri, definition);
  const { token, value } = await client.notified<Told>('$/progress', told => told.value.kind === 'begin');
  expect(value).toMatchObject({ title: 'Opening data.xlsx', cancellable: true });
  await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
  await client.notified<Told>('$/progress', told => told.value.kind === 'end');
  const [message] = await messages(client, uri, 'data-file');
  expect(message).toContain('was given up');
  expect(await client.stop()).toBe(0);
});
