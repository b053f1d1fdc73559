import { expect, test } from 'vitest';
import { changedReport, type ShownReport, shownReport } from '../../../client/src/preview/webview/ranking.ts';
import { roundNumber } from '../../../server/src/base/decimal.ts';
import { rankingChange } from '../../../server/src/features/preview/change.ts';
import { currentRanking, madePreview, preview, shownScoring } from '../../../server/src/features/preview/preview.ts';

import { shownNumber } from '../../../server/src/features/unitColumns.ts';
import { reportOf } from '../../../server/src/scoring/report/report.ts';
import { savedVersionOf } from '../../../server/src/workspace/files.ts';
import { demo, demoData, demoFiles } from '../../support/demo.ts';
import { inMemory, load } from '../../support/memory.ts';
import { filesIn } from '../client/server.ts';

function shown(
  definition: string,
  options: { saved?: string; data?: string | null; locale?: 'en' | 'zh-CN' } = {},
): ShownReport {
  const files = {
    'demo.indicators.yaml': definition,
    ...(options.data === null ? {} : { 'demo.csv': options.data ?? demoData }),
  };
  const { workspace, file } = inMemory(files);
  const saved = options.saved === undefined ? undefined : savedVersionOf(file);
  if (saved !== undefined) {
    workspace.setDefinition(saved, { kind: 'text', text: options.saved! });
    load(workspace, saved, files);
  }
  const baseline = saved === undefined ? undefined : { file: saved, name: null, refusal: null };
  const query = { file, uri: file, version: 4, revision: 1, baseline, lastGood: undefined };
  return shownReport(preview(workspace, query, options.locale ?? 'en'));
}

test('the ranking with groups, tiers, columns, publications and expectations', () => {
  const { state, ranking, version, locale } = shown(demo);
  expect({ state, version, locale }).toMatchObject({ state: { kind: 'current', errors: 1 }, version: 4, locale: 'en' });
  expect(ranking?.system).toEqual({ id: 'demo', title: 'Demo', edition: null });
  expect(ranking?.units.map(({ name, rank, score, tier }) => [name, rank, score, tier])).toEqual([
    ['乙省', 1, 70, 0],
    ['甲省', 2, 58, 0],
    ['丁市', 3, 55, 1],
    ['丙市', 4, 42, 1],
  ]);
  expect(ranking?.units[2]).toMatchObject({
    missing: 1,
    scores: [25, 100],
    rankWithin: { kind: { 重点城市: 1 } },
    before: null,
  });
  expect(ranking?.columns).toEqual([
    { id: 'service', name: 'Service', share: 0.6, bonusCap: null },
    { id: 'openness', name: '公开', share: 0.4, bonusCap: null },
  ]);
  expect(ranking?.tiers).toEqual([
    {
      ...{ name: '优秀级', bound: { atLeast: 58 }, count: 2, by: { kind: { 省级: 2, 重点城市: 0 } }, before: null },
      ...{ expected: 2, expectedBy: {} },
    },
    {
      ...{ name: '良好级', bound: {}, count: 2, by: { kind: { 省级: 0, 重点城市: 2 } }, before: null },
      ...{ expected: null, expectedBy: {} },
    },
  ]);
  expect(ranking?.groupSystems).toEqual([
    {
      id: 'kind',
      name: 'kind',
      groups: [
        { name: '省级', count: 2 },
        { name: '重点城市', count: 2 },
      ],
      isRanked: true,
    },
  ]);
  expect(ranking?.publications).toMatchObject([{ kind: 'units', id: 'best', rows: [{ unit: 'b' }, { unit: 'a' }] }]);
  expect(ranking?.expectations).toMatchObject([
    { text: 'number of units (tier 优秀级) is 2', holds: true, expected: '2', actual: '2' },
    { text: 'rank of 甲省 is 1', holds: false, expected: '1', actual: '2' },
  ]);
});

test('a group system is named by the heading of its column where that is for readers, else by its id', () => {
  const { ranking } = shown(demo.replace('column: kind', 'column: 类别'), { data: demoData.replace('kind', '类别') });
  expect(ranking?.groupSystems[0]).toMatchObject({ id: 'kind', name: '类别', groups: [{ count: 2 }, { count: 2 }] });
});

test('texts are in the language of the reader', () => {
  const { ranking } = shown(demo, { locale: 'zh-CN' });
  expect(ranking?.columns[0]?.name).toBe('服务');
  expect(ranking?.expectations[1]?.text).toBe('甲省的位次为 1');
});

test('a wrong sum of weights does not stop the ranking', () => {
  const { state, ranking } = shown(demo.replace('weight: 40', 'weight: 41'));
  expect(state).toMatchObject({ kind: 'current', errors: 2 });
  expect(ranking?.columns[0]?.share).toBeCloseTo(60 / 101, 12);
});

test('changes are counted from the saved text', () => {
  expect(shown(demo, { saved: demo }).ranking).toMatchObject({
    baseline: 'same',
    units: [{ before: { rank: 1, score: 70, tier: 0 } }, {}, {}, {}],
  });
  const { ranking } = shown(demo.replace('weight: 60', 'weight: 90').replace('weight: 40', 'weight: 10'), {
    saved: demo,
  });
  expect(ranking?.baseline).toBe('changed');
  expect(ranking?.units.map(({ name, rank, before }) => [name, rank, before?.rank])).toEqual([
    ['丙市', 1, 4],
    ['乙省', 2, 1],
    ['甲省', 3, 2],
    ['丁市', 4, 3],
  ]);
  expect(ranking?.tiers.map(({ count, before }) => [count, before])).toEqual([
    [1, 2],
    [3, 2],
  ]);
  const unscored = shown(demo, { saved: 'indicatorSystem: 1\n' }).ranking;
  expect([unscored?.baseline, unscored?.units[0]?.before]).toEqual(['not-scored', null]);
});

test.each([
  ['not-a-definition', ''],
  ['not-a-definition', 'id: x\n'],
  ['no-indicators', 'indicatorSystem: 1\nid: x\n'],
  ['no-data', demo.replace(/data:\n.*\n/, '')],
  ['data-unreadable', demo.replace('demo.csv', 'other.csv')],
  ['definition-errors', demo.replace('column: open', 'column: closed')],
  ['definition-errors', demo.replace('weight: 40', 'weight: [')],
])('%s', (reason, definition) => {
  const { state, ranking } = shown(definition);
  expect(state).toMatchObject({ kind: 'empty', reason });
  expect(ranking).toBeNull();
});

test('no units', () => {
  expect(shown(demo, { data: 'code,name,kind,online,bad-rate,open\n' }).state).toMatchObject({
    kind: 'empty',
    reason: 'no-units',
  });
});

test('while the text cannot be scored, the last ranking that could be shown stands in', () => {
  const { workspace, file } = inMemory(demoFiles);
  const lastGood = shownScoring(workspace, file);
  workspace.openDefinition(file, demo.replace('weight: 40', 'weight: ['));
  expect(shownScoring(workspace, file)).toBeUndefined();
  const query = { file, uri: file, version: 2, revision: 2, baseline: undefined, lastGood };
  const { state, ranking } = preview(workspace, query, 'en');
  expect(state.kind).toBe('stale');
  expect(state.errors).toBeGreaterThan(0);
  expect(ranking?.units.order.map(unit => ranking.units.ranks[unit])).toEqual([1, 2, 3, 4]);
});

test('what an edit changes, put into the report before it, is the report after it', () => {
  const { workspace, file } = inMemory(demoFiles);
  const saved = savedVersionOf(file);
  workspace.setDefinition(saved, { kind: 'text', text: demo });
  load(workspace, saved, demoFiles);
  const baseline = { file: saved, name: null, refusal: null };
  const queryOf = (revision: number) => ({ file, uri: file, version: 1, revision, baseline, lastGood: undefined });
  let { report, made: last } = madePreview(workspace, queryOf(1), 'en');
  const edits: readonly (readonly [written: string, instead: string, levelsSent: readonly boolean[] | undefined])[] = [
    ['weight: 60', 'weight: 59', undefined], // a weight on level 1 changes no score of level 1
    ['en: Demo', 'en: Another', undefined],
    ['weight: 40', 'weight: 40 # as it was', undefined],
    ['weight: 70', 'weight: 71', [true, false]],
    ['decimals: 2', 'decimals: 0', [true, false]],
    ['优秀级', '最佳级', undefined],
    ['否: 0', '否: 10', [false, true]],
  ];
  let text = demo;
  for (const [index, [written, instead, levelsSent]] of edits.entries()) {
    expect(text).toContain(written);
    text = text.replaceAll(written, instead);
    workspace.openDefinition(file, text);
    const made = currentRanking(workspace, { file, baseline, last }, 'en')!;
    const revision = index + 2;
    const change = { uri: file, version: 1, base: report.revision, revision };
    const sent = { ...change, ...rankingChange(report.ranking!, made.ranking) };
    expect(sent.levels?.map(level => level !== null)).toEqual(levelsSent);
    expect(changedReport(shownReport(report), { ...sent, base: 0 })).toBeNull();

    const cold = inMemory({ ...demoFiles, 'demo.indicators.yaml': text }).workspace;
    cold.setDefinition(saved, { kind: 'text', text: demo });
    load(cold, saved, demoFiles);
    const whole = preview(cold, queryOf(revision), 'en');
    const changed = changedReport(shownReport(report), JSON.parse(JSON.stringify({ ...sent, state: whole.state })))!;
    expect({ ...changed, ranking: changed.columns, columns: undefined }).toEqual({ ...whole, columns: undefined });
    [report, last] = [whole, made];
  }
});

test('why a unit has no score', () => {
  const { ranking } = shown(
    demo.replace('weights: percent', 'weights: percent\nmissing: fail\ndefaults: {missing: fail}'),
  );
  const unit = ranking?.units.at(-1);
  expect(unit).toMatchObject({ id: 'd', score: null, rank: null, tier: null });
  expect(unit?.reason).toBe('an indicator below is missing (差评率)');
});

test.each(['samples/digital-government-2024', 'samples/egdi', 'samples/oecd-dgi'])(
  '%s: the preview shows what the command line prints',
  folder => {
    const { workspace, file } = inMemory(filesIn(folder));
    const query = { file, uri: file, version: 1, revision: 1, baseline: undefined, lastGood: undefined };
    const { ranking } = shownReport(preview(workspace, query, 'zh-CN'));
    const printed = reportOf(workspace.scoring(file)!, { locale: 'zh-CN', findings: [] });
    const top = printed.indicators.filter(({ parent }) => parent === null);
    const shownLevel = (score: number | null | undefined) =>
      score == null ? null : roundNumber(score, printed.system.decimals ?? 2);
    expect(ranking?.units).toMatchObject(
      printed.units.map(unit => ({
        ...{ id: unit.id, name: unit.name, score: unit.score, rank: unit.rank, rankWithin: unit.ranksWithin },
        groups: unit.groups,
        tier: unit.tier === null ? null : printed.tiers.findIndex(({ name }) => name === unit.tier),
        scores: top.map(({ id }) => shownLevel(unit.scores[id])),
        ...{ missing: unit.missing.length, notApplicable: unit.notApplicable.length },
        adjustments: unit.adjustments,
      })),
    );
    expect(ranking?.tiers).toMatchObject(printed.tiers);
    expect(ranking?.columns).toEqual(top.map(({ id, name, share, bonusCap }) => ({ id, name, share, bonusCap })));
    expect(ranking?.publications.map(({ id, title }) => [id, title])).toEqual(
      printed.publications.map(({ id, title }) => [id, title]),
    );
  },
);

test('a level score is rounded once, as it is shown', () => {
  for (const value of [84.445, 84.4449, 1.005, 2.675, 0.125, -0.125, 99.995, 1e15 / 3, 0])
    for (const decimals of [0, 2, 3]) expect(shownNumber(value, decimals)).toBe(roundNumber(value, decimals));
  expect([60.175, 1.005, -8.575].map(value => shownNumber(value, 2))).toEqual([60.18, 1.01, -8.58]);
});

test('nothing but finite numbers', () => {
  const numbers: number[] = [];
  JSON.stringify(shown(demo, { saved: demo }), (_, value) => {
    if (typeof value === 'number') numbers.push(value);
    return value;
  });
  expect(numbers.length).toBeGreaterThan(50);
  expect(numbers.every(Number.isFinite)).toBe(true);
});
