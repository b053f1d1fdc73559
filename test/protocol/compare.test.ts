/** The comparison that the editor shows, asked of the built server: with a commit, the previous edition and a file. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { BaselineChoice, CompareBase } from '../../server/src/protocol/base.ts';
import {
  type CompareAnswer,
  type CompareParams,
  type ComparisonView,
  compareRequest,
} from '../../server/src/protocol/compare.ts';
import type { PreviewReport } from '../../server/src/protocol/preview.ts';
import { locateRequest, type PreviewParams, previewRequest } from '../../server/src/protocol/requests.ts';
import { demo, demoData, demoFiles } from '../support/demo.ts';
import { startClient, stopAll } from './client.ts';
import { type Folder, makeFolder, removeFolders } from './folder.ts';

afterEach(() => {
  stopAll();
  removeFolders();
});

const head: CompareBase = { kind: 'commit', revision: 'HEAD' };
const reweighted = demo.replace('weight: 60', 'weight: 90').replace('weight: 40', 'weight: 10');

async function opened(folder: Folder, text: string) {
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf('demo.indicators.yaml');
  client.open(uri, text);
  const compare = <Answer extends CompareAnswer>(base: CompareBase, reading: CompareParams['reading'] = 'known') =>
    client.connection.sendRequest<Answer>(compareRequest, { uri, base, reading });
  return { client, uri, compare };
}

function commitAll(folder: Folder): string {
  const cwd = fileURLToPath(folder.uri);
  const git = (...words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words],
      { cwd, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout;
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'step');
  return git('rev-parse', 'HEAD').trim();
}

const changesOf = ({ sections }: ComparisonView) =>
  sections.filter(({ kind }) => kind === 'changes').flatMap(({ rows }) => rows.map(({ cells }) => cells));

test('the text as it stands against the last commit, its data as they were then', async () => {
  const folder = makeFolder(demoFiles);
  const commit = commitAll(folder);
  folder.write('demo.csv', demoData.replace('c,丙市,重点城市,30', 'c,丙市,重点城市,12'));
  const { compare, client, uri } = await opened(folder, reweighted);
  const view = await compare<ComparisonView>(head);
  expect(view.base).toBe(`HEAD (${commit.slice(0, 7)})`);
  expect(changesOf(view)).toEqual([
    ['weights under the top level: Service 60 → 90, 公开 40 → 10', 'alone: 4 scores (largest −22.5), 4 ranks, 3 tiers'],
    ['data: 1 cell: 丙市 网办率 30 → 12', expect.stringMatching(/^alone: /)],
  ]);
  const targets = view.sections[0]!.rows.map(({ target }) => target);
  expect(targets).toEqual([
    { kind: 'indicator', id: 'service' },
    { kind: 'unit', id: 'c' },
  ]);
  const place = await client.connection.sendRequest(locateRequest, { uri, target: targets[1] });
  expect(place).toMatchObject({ uri: folder.uriOf('demo.csv'), range: { start: { line: 3, character: 0 } } });
});

test('a commit made meanwhile counts when the base is read anew', async () => {
  const folder = makeFolder(demoFiles);
  commitAll(folder);
  const { compare } = await opened(folder, reweighted);
  expect(changesOf(await compare(head))).toHaveLength(1);
  folder.write('demo.indicators.yaml', reweighted);
  commitAll(folder);
  expect(changesOf(await compare(head))).toHaveLength(1);
  const view = await compare<ComparisonView>(head, 'anew');
  expect([view.summary, view.sections]).toEqual([
    ['Nothing changed that concerns the framework, weights, methods or data.'],
    [],
  ]);
});

test('the previous edition and any file, which may change on disk', async () => {
  const folder = makeFolder({ ...demoFiles, 'old/demo.indicators.yaml': demo.replace('demo.csv', '../demo.csv') });
  const text = reweighted.replace('weights: percent', 'weights: percent\nprevious: old/demo.indicators.yaml');
  const { compare } = await opened(folder, text);
  const previous = await compare<ComparisonView>({ kind: 'previous' });
  expect(changesOf(previous)[0]![0]).toMatch(/^weights under/);
  const file: CompareBase = { kind: 'file', uri: folder.uriOf('old/demo.indicators.yaml') };
  expect(changesOf(await compare(file))).toEqual(changesOf(previous));
  folder.write('old/demo.indicators.yaml', reweighted.replace('demo.csv', '../demo.csv'));
  expect(changesOf(await compare(file, 'anew'))).toEqual([expect.arrayContaining([expect.stringMatching(/^data: /)])]);
});

test('what cannot be compared is told', async () => {
  const folder = makeFolder(demoFiles);
  const { compare, client, uri } = await opened(folder, demo);
  const reasonOf = async (base: CompareBase) => {
    const answer = await compare<CompareAnswer>(base);
    return answer.kind === 'refused' ? answer.reason : answer.kind;
  };
  expect(await reasonOf(head)).toMatch(/^git (could not tell|knows no revision)/);
  expect(await reasonOf({ kind: 'previous' })).toMatch(/names no previous edition/);
  expect(await reasonOf({ kind: 'file', uri: folder.uriOf('none.indicators.yaml') })).toMatch(/none\.indicators\.yaml/);
  commitAll(folder);
  expect(await reasonOf({ kind: 'commit', revision: '--output=x' })).toMatch(/knows no revision --output=x/);
  const place = { line: 0, character: 0 };
  client.edit(uri, 2, [{ range: { start: place, end: place }, text: '{' }]);
  expect(await reasonOf(head)).toBe('unreadable');
});

test('the ranking of the preview is counted from a commit, another file or the previous edition', async () => {
  const folder = makeFolder({ ...demoFiles, 'old.indicators.yaml': reweighted });
  const commit = commitAll(folder);
  const { client, uri } = await opened(folder, `${reweighted}previous: old.indicators.yaml\n`);
  const ranks = async (baseline: BaselineChoice) => {
    const params: PreviewParams = { uri, baseline, reading: 'known' };
    const { ranking } = await client.connection.sendRequest<PreviewReport>(previewRequest, params);
    const { baseline: state, baselineName, baselineRefusal, hasPrevious, units } = ranking!;
    expect([units.order.map(unit => units.ids[unit]), hasPrevious]).toEqual([['c', 'b', 'a', 'd'], true]);
    const before = units.before === null ? undefined : units.order.map(unit => units.before?.ranks[unit]);
    return { state, name: baselineName, refusal: baselineRefusal, ranks: before };
  };
  const unnamed = { name: null, refusal: null };
  expect(await ranks({ kind: 'none' })).toEqual({ state: 'none', ...unnamed });
  expect(await ranks({ kind: 'saved' })).toEqual({ state: 'changed', ...unnamed, ranks: [4, 1, 2, 3] });
  const name = `HEAD (${commit.slice(0, 7)})`;
  expect(await ranks(head)).toEqual({ state: 'changed', name, refusal: null, ranks: [4, 1, 2, 3] });
  const old = { state: 'changed', name: 'old.indicators.yaml', refusal: null, ranks: [1, 2, 3, 4] };
  expect(await ranks({ kind: 'file', uri: folder.uriOf('old.indicators.yaml') })).toEqual(old);
  expect(await ranks({ kind: 'previous' })).toEqual(old);
  const lost = await ranks({ kind: 'commit', revision: 'nowhere' });
  expect([lost.state, lost.refusal, lost.ranks]).toEqual(['not-scored', expect.stringMatching(/nowhere/), undefined]);
});
