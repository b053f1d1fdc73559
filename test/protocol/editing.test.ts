/** The built server as an editor meets it: real stdio, a real folder. */
import { afterEach, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  MarkupContent,
  PublishDiagnosticsParams,
  TextDocumentEdit,
} from 'vscode-languageserver/node';
import { changedReport, shownReport } from '../../client/src/preview/webview/ranking.ts';
import type { BaselineChoice } from '../../server/src/protocol/base.ts';
import type { PreviewChange, PreviewReport } from '../../server/src/protocol/preview.ts';
import type { ExplainAnswer, LocateAnswer, PreviewChangedParams } from '../../server/src/protocol/requests.ts';
import { demo, demoData, demoFiles } from '../support/demo.ts';
import { type Change, type Client, type ClientOptions, startClient, stopAll } from './client.ts';
import { type Folder, makeFolder, removeFolders } from './folder.ts';

afterEach(() => {
  stopAll();
  removeFolders();
});

const name = 'demo.indicators.yaml';

async function start(
  files: Readonly<Record<string, string>> = demoFiles,
  options: ClientOptions = {},
): Promise<{ readonly client: Client; readonly folder: Folder; readonly uri: string }> {
  const folder = makeFolder(files);
  const client = await startClient({ folders: [folder.uri], previewCommand: 'show', ...options });
  return { client, folder, uri: folder.uriOf(name) };
}

/** The change of one piece of the demo into another. */
function change(from: string, to: string, text = demo): Change {
  const offset = text.indexOf(from);
  if (offset < 0) throw new Error(`the text has no ${from}`);
  return { range: { start: placeOf(text, offset), end: placeOf(text, offset + from.length) }, text: to };
}

function placeOf(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

function changesOf({ edits }: TextDocumentEdit): readonly Change[] {
  return edits.flatMap(edit => ('newText' in edit ? [{ range: edit.range, text: edit.newText }] : []));
}

function has(code: string): (params: PublishDiagnosticsParams) => boolean {
  return ({ diagnostics }) => diagnostics.some(each => each.code === code);
}

test('findings are of the version that they speak of, and follow incremental edits', async () => {
  const { client, uri } = await start();
  client.open(uri, demo, 5);
  const first = await client.diagnostics(uri, params => params.version === 5 && has('expectation')(params));
  expect(first.map(({ code }) => code)).not.toContain('weight-sum');
  client.edit(uri, 6, [change('weight: 60', 'weight: 61')]);
  const second = await client.diagnostics(uri, params => params.version === 6 && has('weight-sum')(params));
  expect(second.find(({ code }) => code === 'weight-sum')).toMatchObject({
    severity: 1,
    source: 'indicators',
    message: 'weights under level 1 sum to 101, not 100 (+1)',
    range: { start: placeOf(demo, demo.indexOf('60\n')), end: placeOf(demo, demo.indexOf('60\n') + 2) },
  });
  client.edit(uri, 7, [change('weight: 61', 'weight: 60', demo.replace('weight: 60', 'weight: 61'))]);
  const third = await client.diagnostics(uri, ({ version }) => version === 7);
  expect(third).toEqual(first);
  expect(await client.stop()).toBe(0);
});

test('a fix that is applied leaves no finding', async () => {
  const text = demo.replace('weight: 60', 'weight: 61');
  const { client, uri } = await start();
  client.open(uri, text, 1);
  await client.diagnostics(uri, has('weight-sum'));
  const place = placeOf(text, text.indexOf('61\n'));
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: place, end: place },
    context: { diagnostics: [], only: ['quickfix'] },
  });
  const [preferred] = actions.filter(({ isPreferred }) => isPreferred);
  const edit = preferred?.edit?.documentChanges?.[0] as TextDocumentEdit;
  expect(edit.textDocument).toEqual({ uri, version: 1 });
  client.edit(uri, 2, changesOf(edit));
  const left = await client.diagnostics(uri, ({ version }) => version === 2);
  expect(left.map(({ code }) => code)).not.toContain('weight-sum');
});

test('hover, completion and outline', async () => {
  const { client, uri } = await start();
  client.open(uri, demo);
  const ask = <T>(method: string, offset: number) =>
    client.connection.sendRequest<T>(method, { textDocument: { uri }, position: placeOf(demo, offset) });
  const hover = await ask<Hover>('textDocument/hover', demo.indexOf('60\n'));
  expect((hover.contents as MarkupContent).value).toContain('60 % of the index');
  const items = await ask<CompletionItem[]>('textDocument/completion', demo.indexOf('dense'));
  expect(items.map(({ label }) => label)).toContain('competition');
  const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  expect(symbols.map(symbol => symbol.name)).toContain('Indicators');
});

function comparedWithSaved({ connection }: Client, uri: string): Promise<PreviewReport> {
  return connection.sendRequest('indicators/preview', { uri, baseline: { kind: 'saved' }, reading: 'known' });
}

test('the preview follows the edit and is compared with the saved file', async () => {
  const { client, folder, uri } = await start();
  client.open(uri, demo, 1);
  const ask = () => comparedWithSaved(client, uri);
  const order = (report: PreviewReport) => shownReport(report).ranking?.units.map(({ name }) => name);
  const first = await ask();
  expect([first.version, first.state.kind, first.ranking?.baseline]).toEqual([1, 'current', 'same']);
  expect(order(first)).toEqual(['乙省', '甲省', '丁市', '丙市']);

  client.edit(uri, 2, [change('weight: 40', 'weight: 4'), change('weight: 60', 'weight: 96')]);
  await client.notified('indicators/previewChanged', (params: { version: number }) => params.version === 2);
  const second = await ask();
  expect([second.version, second.ranking?.baseline]).toEqual([2, 'changed']);
  expect(order(second)).toEqual(['丙市', '乙省', '甲省', '丁市']);
  expect(shownReport(second).ranking?.units[0]?.before?.rank).toBe(4);

  const changed = demo.replace('weight: 40', 'weight: 4').replace('weight: 60', 'weight: 96');
  client.edit(uri, 3, [change('weight: 4\n', 'weight: [\n', changed)]);
  const third = await ask();
  expect([third.version, third.state.kind]).toEqual([3, 'stale']);
  expect(order(third)).toEqual(order(second));

  client.edit(uri, 4, [change('weight: [\n', 'weight: 4\n', changed.replace('weight: 4\n', 'weight: [\n'))]);
  folder.write(name, changed);
  await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  expect((await ask()).ranking?.baseline).toBe('same');
});

test('a preview that is followed comes with the notice of its change, and is what asking for it answers', async () => {
  const { client, folder, uri } = await start();
  client.open(uri, demo, 1);
  const ask = () => comparedWithSaved(client, uri);
  const told = (version: number) =>
    client.notified<PreviewChangedParams>('indicators/previewChanged', params => params.version === version);
  const follow = (baseline: BaselineChoice | null, shown: number) =>
    client.connection.sendNotification('indicators/followPreview', { uri, baseline, shown });
  expect((await told(1)).update).toBeUndefined();
  const first = shownReport(await ask());
  await follow({ kind: 'saved' }, first.revision);

  client.edit(uri, 2, [change('weight: 40', 'weight: 4'), change('weight: 60', 'weight: 96')]);
  // The ranking comes before the findings, and nothing of what has stayed.
  const { update } = await told(2);
  const change2 = update as PreviewChange;
  expect(change2).toMatchObject({ base: first.revision, units: { order: [2, 1, 0, 3] } });
  expect(change2.state).toBeUndefined();
  expect(Object.keys(change2.units).sort()).toEqual(['order', 'ranks', 'ranksWithin', 'scores', 'tiers']);
  const findings = await client.notified<PreviewChangedParams>(
    'indicators/previewChanged',
    params => typeof params.update === 'object' && 'base' in params.update && params.update.state !== undefined,
  );
  const second = changedReport(changedReport(first, change2), findings.update as PreviewChange)!;
  expect(second.ranking?.units.map(unit => unit.name)).toEqual(['丙市', '乙省', '甲省', '丁市']);
  const { columns, state } = shownReport(await ask());
  expect(second.columns).toEqual(columns);
  expect(second.state).toEqual(state);

  // Nobody has said that it is shown: the next comes when somebody does.
  const changed = demo.replace('weight: 40', 'weight: 4').replace('weight: 60', 'weight: 96');
  client.edit(uri, 3, [change('weight: 4\n', 'weight: [\n', changed)]);
  expect((await told(3)).update).toBe('later');
  await follow({ kind: 'saved' }, change2.revision);
  const due = await client.notified<PreviewChangedParams>(
    'indicators/previewChanged',
    params => params.version === 3 && typeof params.update === 'object',
  );
  expect(due.update).toMatchObject({ version: 3, state: { kind: 'stale' } });
  await follow({ kind: 'saved' }, 0);
  client.edit(uri, 4, [change('weight: [\n', 'weight: [[\n', changed.replace('weight: 4\n', 'weight: [\n'))]);
  expect((await told(4)).update).toMatchObject({ version: 4, state: { kind: 'stale' } });
  client.edit(uri, 5, [change('weight: [[\n', 'weight: 4\n', changed.replace('weight: 4\n', 'weight: [[\n'))]);
  await told(5);
  folder.write(name, changed);
  await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  expect((await ask()).ranking?.baseline).toBe('same');

  await follow({ kind: 'saved' }, 0);
  await follow(null, 0);
  client.edit(uri, 6, [change('weight: 96', 'weight: 9', changed)]);
  expect((await told(6)).update).toBeUndefined();
});

test('a followed preview hears of a change of the file that it is compared with, though that is not open', async () => {
  const other = 'other.indicators.yaml';
  const { client, folder, uri } = await start({ ...demoFiles, [other]: demo });
  const baseline = { kind: 'file', uri: folder.uriOf(other) };
  const ask = (reading: 'anew' | 'known') =>
    client.connection.sendRequest<PreviewReport>('indicators/preview', { uri, baseline, reading });
  const ranksBefore = (report: PreviewReport) => report.ranking?.units.before?.ranks;
  client.open(uri, demo, 1);
  const follow = (shown: number) =>
    client.connection.sendNotification('indicators/followPreview', { uri, baseline, shown });
  const first = await ask('anew');
  expect(ranksBefore(first)).toEqual([2, 1, 4, 3]);
  await follow(first.revision);
  client.edit(uri, 2, [change('weight: 40', 'weight: 41')]);
  const meant = (isThere: boolean) => (params: PreviewChangedParams) =>
    params.uri === uri && params.version === 2 && (params.update !== undefined) === isThere;
  await client.notified('indicators/previewChanged', meant(true));
  await follow(0);

  folder.write(other, demo.replace('weight: 40', 'weight: 4').replace('weight: 60', 'weight: 96'));
  const changes = [{ uri: folder.uriOf(other), type: 2 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await client.notified('indicators/previewChanged', meant(false));
  expect(ranksBefore(await ask('known'))).toEqual([3, 2, 1, 4]);
});

test('a ranking is explained, and what it shows is found', async () => {
  const { client, folder, uri } = await start(demoFiles, { locale: 'zh-CN' });
  client.open(uri, demo);
  const answer = await client.connection.sendRequest<ExplainAnswer>('indicators/explain', { uri, unit: 'd' });
  expect(answer?.title).toBe('丁市');
  expect(answer?.markdown).toContain('60% × 25 + 40% × 100 = 55');
  expect(await client.connection.sendRequest<ExplainAnswer>('indicators/explain', { uri, unit: 'x' })).toBeNull();
  const unit = await client.connection.sendRequest<LocateAnswer>('indicators/locate', {
    uri,
    target: { kind: 'unit', id: 'd' },
  });
  expect(unit).toEqual({
    uri: folder.uriOf('demo.csv'),
    range: { start: { line: 4, character: 0 }, end: { line: 4, character: 1 } },
  });
});

test('a data file that appears, changes and goes is followed', async () => {
  const { client, folder, uri } = await start({ [name]: demo });
  const data = folder.uriOf('demo.csv');
  const tell = (type: number) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: data, type }] });
  client.open(uri, demo);
  await client.diagnostics(uri, has('data-file'));

  folder.write('demo.csv', demoData.replace('b,乙省,省级,20', 'b,乙省,省级,abc'));
  const seen = client.published.length;
  await tell(1);
  await client.diagnostics(data, has('data-number'));
  expect(
    client.published.findLast(params => params.uri === uri)?.diagnostics.some(({ code }) => code === 'data-file'),
  ).toBe(false);

  folder.write('demo.csv', demoData);
  await tell(2);
  await client.diagnostics(data, params => client.published.indexOf(params) > seen && params.diagnostics.length === 0);

  folder.remove('demo.csv');
  const before = client.published.length;
  await tell(3);
  await client.diagnostics(uri, params => client.published.indexOf(params) >= before && has('data-file')(params));
});

test('a closed document has no findings, nor have its data', async () => {
  const { client, folder, uri } = await start({ ...demoFiles, 'demo.csv': demoData.replace('20,10', 'abc,10') });
  client.open(uri, demo);
  await client.diagnostics(folder.uriOf('demo.csv'), has('data-number'));
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  for (const each of [uri, folder.uriOf('demo.csv')]) {
    expect(await client.diagnostics(each, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
  }
});

test('a client that pulls gets the findings of the data too, and nothing is pushed', async () => {
  const { client, folder, uri } = await start(
    { ...demoFiles, 'demo.csv': demoData.replace('20,10', 'abc,10') },
    { pulls: true },
  );
  expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
  client.open(uri, demo.replace('weight: 60', 'weight: 61'));
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  expect(report.kind === 'full' && report.items.map(({ code }) => code)).toContain('weight-sum');
  const related = report.relatedDocuments?.[folder.uriOf('demo.csv')];
  expect(related?.kind === 'full' && related.items.map(({ code }) => code)).toEqual(['data-number']);
  expect(client.published).toEqual([]);
});

test('the language is that of the client', async () => {
  const { client, uri } = await start(demoFiles, { locale: 'zh-hans' });
  client.open(uri, demo.replace('weight: 60', 'weight: 61'));
  const found = await client.diagnostics(uri, has('weight-sum'));
  expect(found.find(({ code }) => code === 'weight-sum')?.message).toMatch(/^“第一级”下的权重之和为 101/);
});

test('data outside the open folders are not read', async () => {
  const outside = makeFolder({ 'secret.csv': demoData });
  const path = new URL(outside.uriOf('secret.csv')).pathname;
  const { client, uri } = await start({ [name]: demo.replace('demo.csv', path) });
  client.open(uri, demo.replace('demo.csv', path));
  await client.diagnostics(uri, has('data-file'));
  const report = await client.connection.sendRequest<PreviewReport>('indicators/preview', {
    uri,
    baseline: { kind: 'none' },
    reading: 'known',
  });
  expect(report.state).toMatchObject({ kind: 'empty', reason: 'data-unreadable' });
});

test('documents that are not open, and requests on them, do no harm', async () => {
  const { client, uri } = await start();
  const position = { line: 0, character: 0 };
  expect(await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position })).toBeNull();
  const report = await client.connection.sendRequest<PreviewReport>('indicators/preview', {
    uri,
    baseline: { kind: 'saved' },
    reading: 'known',
  });
  expect(report).toMatchObject({ state: { kind: 'empty', reason: 'not-a-definition' }, ranking: null });
  client.open('untitled:Untitled-1', demo);
  await client.diagnostics('untitled:Untitled-1', has('data-file'));
});
