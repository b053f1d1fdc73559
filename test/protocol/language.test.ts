/** Every request of the language service over real stdio: what the server offers, and that each offer is kept. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CallHierarchyItem,
  CodeLens,
  ColorInformation,
  ColorPresentation,
  DocumentLink,
  FoldingRange,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { demo, demoFiles } from '../support/demo.ts';
import { encoder } from '../support/encode.ts';
import { type Client, startClient, stopAll } from './client.ts';
import { type Folder, makeFolder, removeFolders } from './folder.ts';

let client: Client;
let folder: Folder;
let uri: string;

beforeAll(async () => {
  folder = makeFolder(demoFiles);
  client = await startClient({ folders: [folder.uri], previewCommand: 'show' });
  uri = folder.uriOf('demo.indicators.yaml');
  client.open(uri, demo);
});
afterAll(() => {
  stopAll();
  removeFolders();
});

function at(
  piece: string,
  offset = 0,
): { textDocument: { uri: string }; position: { line: number; character: number } } {
  const lines = demo.slice(0, demo.indexOf(piece) + offset).split('\n');
  return { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1)!.length } };
}

function ask<T>(method: string, params: object): Promise<T> {
  return client.connection.sendRequest<T>(method, { textDocument: { uri }, ...params });
}

const whole = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

test('definition leads into the data file', async () => {
  const places = await ask<Location[]>('textDocument/definition', at('column: open', 9));
  expect(places.map(place => place.uri)).toEqual([folder.uriOf('demo.csv')]);
  expect(places[0]?.range.start).toEqual({ line: 0, character: 31 });
});

test('references and highlights', async () => {
  const tier = at('优秀级', 1);
  const found = await ask<Location[]>('textDocument/references', { ...tier, context: { includeDeclaration: true } });
  expect(found.map(({ range }) => range.start.line)).toEqual([22, 26, 28]);
  expect(await ask<Location[]>('textDocument/documentHighlight', tier)).toHaveLength(3);
});

test('rename edits the version that was seen, and says why it cannot', async () => {
  expect(await ask('textDocument/prepareRename', at('- id: service', 8))).toMatchObject({ placeholder: 'service' });
  const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...at('- id: service', 8), newName: 'core' });
  expect(edit.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 }, edits: [{ newText: 'core' }] }]);
  await expect(ask('textDocument/prepareRename', at('column: open', 9))).rejects.toThrow(/named in the data/);
  await expect(ask('textDocument/rename', { ...at('- id: service', 8), newName: 'openness' })).rejects.toThrow(/taken/);
});

test('symbols of the workspace, links, folds, selections', async () => {
  const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'online' });
  expect(symbols.map(({ name, location }) => [name, location.uri])).toEqual([['网办率 (online)', uri]]);
  const [link] = await ask<DocumentLink[]>('textDocument/documentLink', {});
  expect(link?.target).toBe(folder.uriOf('demo.csv'));
  const folds = await ask<FoldingRange[]>('textDocument/foldingRange', {});
  expect(folds.map(({ startLine }) => startLine)).toContain(8);
  const { position } = at('online');
  const [selection] = await ask<SelectionRange[]>('textDocument/selectionRange', { positions: [position] });
  expect(selection?.parent?.range.start.line).toBe(position.line);
});

test('symbols of definitions that are not open, as they now stand', async () => {
  const names = async () => {
    const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'unopened' });
    return symbols.map(({ name, location }) => [name, location.uri, location.range.start.line]);
  };
  const file = 'older/deep/er/2019.indicators.yml';
  folder.write('node_modules/no.indicators.yaml', 'indicators: [{id: unopened, name: No}]\n');
  expect(await names()).toEqual([]);
  folder.write(file, 'indicatorSystem: 1\nindicators: [{id: unopened, name: A}]\n');
  expect(await names()).toEqual([['A (unopened)', folder.uriOf(file), 1]]);
  folder.write(file, 'indicatorSystem: 1\n\nindicators: [{id: unopened, name: B}]\n');
  expect(await names()).toEqual([['B (unopened)', folder.uriOf(file), 2]]);
  folder.remove(file);
  expect(await names()).toEqual([]);
});

test('a previous edition in another encoding is read as it was meant', async () => {
  const edition = (name: string, more = '') =>
    `indicatorSystem: 1\n${more}indicators: [{id: a, name: ${name}}, {id: b, name: 乙项}]\n`;
  folder.write('old.indicators.yaml', encoder()(edition('甲项'), 'gb18030'));
  const now = folder.uriOf('now.indicators.yaml');
  client.open(now, edition('丙项', 'previous: old.indicators.yaml\n'));
  const found = await client.diagnostics(now, ({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'previous-changed'),
  );
  expect(found.filter(({ code }) => code === 'previous-changed').map(({ message }) => message)).toEqual([
    expect.stringContaining('甲项'),
  ]);
});

test('selected lines are formatted', async () => {
  const draft = folder.uriOf('draft.indicators.yaml');
  client.open(draft, 'indicatorSystem:  1\nid:   a\nindicators:  []\n');
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
  const options = { tabSize: 2, insertSpaces: true };
  const params = { textDocument: { uri: draft }, range, options };
  const edits = await client.connection.sendRequest<TextEdit[]>('textDocument/rangeFormatting', params);
  expect(edits).toEqual([
    { range: { start: { line: 1, character: 2 }, end: { line: 1, character: 6 } }, newText: ': ' },
  ]);
});

test('colours of tiers', async () => {
  const colours = await ask<ColorInformation[]>('textDocument/documentColor', {});
  expect(colours[0]?.range.start).toEqual(at('name: 优秀级').position);
  const same = await ask<ColorPresentation[]>('textDocument/colorPresentation', { ...colours[0] });
  expect(same).toEqual([{ label: 'name' }]);
});

test('the tree upward and downward', async () => {
  const [item] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at('id: online', 5));
  const incoming = await client.connection.sendRequest<{ from: CallHierarchyItem }[]>('callHierarchy/incomingCalls', {
    item,
  });
  expect(incoming.map(({ from }) => from.name)).toEqual(['Service']);
  const outgoing = await client.connection.sendRequest<{ to: CallHierarchyItem }[]>('callHierarchy/outgoingCalls', {
    item: incoming[0]!.from,
  });
  expect(outgoing.map(({ to }) => to.detail)).toEqual(['online', 'bad-rate']);
});

test('hints, lenses and colours', async () => {
  const hints = await ask<InlayHint[]>('textDocument/inlayHint', { range: whole });
  expect(hints.map(({ label }) => label)).toEqual(['= 42 %', '= 18 %', '2', '2']);
  const lenses = await ask<CodeLens[]>('textDocument/codeLens', {});
  expect(lenses[0]?.command).toEqual({ title: 'Preview ranking', command: 'show', arguments: [uri] });
  const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full', {});
  expect(data.slice(0, 5)).toEqual([0, 0, 15, 0, 0]);
  const part = await ask<SemanticTokens>('textDocument/semanticTokens/range', {
    range: { ...whole, end: { line: 1, character: 0 } },
  });
  expect(part.data.length).toBeLessThan(data.length);
});

test('formatting', async () => {
  const options = { tabSize: 2, insertSpaces: true };
  expect(await ask<TextEdit[]>('textDocument/formatting', { options })).toEqual([]);
  const other = folder.uriOf('other.indicators.yaml');
  client.open(other, 'indicatorSystem: 1  \n');
  expect(await ask<TextEdit[]>('textDocument/formatting', { textDocument: { uri: other }, options })).toEqual([
    { range: { start: { line: 0, character: 18 }, end: { line: 0, character: 20 } }, newText: '' },
  ]);
});

test('what is offered is answered also for documents that are not open', async () => {
  const nowhere = { textDocument: { uri: folder.uriOf('none.indicators.yaml') }, position: { line: 0, character: 0 } };
  const more = { context: { includeDeclaration: true }, newName: 'x', positions: [], range: whole, options: {} };
  const methods = [
    'definition',
    'references',
    'documentHighlight',
    'rename',
    'documentLink',
    'foldingRange',
    'selectionRange',
  ];
  for (const method of [...methods, 'prepareCallHierarchy', 'inlayHint', 'codeLens', 'formatting']) {
    expect(await client.connection.sendRequest(`textDocument/${method}`, { ...nowhere, ...more })).toBeNull();
  }
});
