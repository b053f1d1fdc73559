/**
 * A real history: the 2024 sample, edited commit by commit in a git repository. The difference names exactly what was
 * done, and what it says of ranks, tiers and scores equals two separate scorings by the same command line.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalText } from '../../server/src/base/locale.ts';
import type { Change } from '../../server/src/scoring/compare/changes.ts';
import type { Comparison } from '../../server/src/scoring/compare/systems.ts';
import type { ScoreReport } from '../../server/src/scoring/report/report.ts';

const commandLine = resolve('dist/cli.js');
const definition = 'dgsc-2024.indicators.yaml';
const cells = 'data/2024.csv';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'indicators-history-'));
  cpSync('samples/digital-government-2024', folder, { recursive: true });
  git('init', '-q', '-b', 'main');
  commit();
});

afterAll(() => rmSync(folder, { recursive: true }));

function git(...words: readonly string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'core.autocrlf=false'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...words], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

function commit(): void {
  git('add', '.');
  git('commit', '-q', '-m', 'step');
}

function indicators<Result>(...words: readonly string[]): Result {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [commandLine, ...words, '--format', 'json', '--locale', 'zh-CN'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  if (stdout === '') throw new Error(`${status} ${stderr}`);
  return JSON.parse(stdout);
}

/** Texts in one language. */
type InOneLanguage<T> = T extends LocalText
  ? string
  : T extends readonly (infer Item)[]
    ? readonly InOneLanguage<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: InOneLanguage<T[Key]> }
      : T;
type Told = InOneLanguage<Comparison>;

/** Edits a file, commits, and gives the difference to the commit before with the two scorings beside it. */
function step(file: string, edit: (text: string) => string): { told: Told; before: ScoreReport; after: ScoreReport } {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const before = indicators<ScoreReport>('score', '.');
  expect(edit(text)).not.toBe(text);
  writeFileSync(path, edit(text));
  commit();
  const after = indicators<ScoreReport>('score', '.');
  const told = indicators<Told>('diff', '--git', 'HEAD~1', '.');
  expectEffects(told, before, after);
  expect(git('status', '--porcelain')).toBe('');
  return { told, before, after };
}

function expectEffects({ effects: found, units }: Told, before: ScoreReport, after: ScoreReport): void {
  const effects = found!;
  const old = new Map(before.units.map(unit => [unit.id, unit]));
  const pairs = after.units.flatMap(unit => (old.has(unit.id) ? [{ old: old.get(unit.id)!, now: unit }] : []));
  const moves = pairs.filter(pair => pair.old.rank !== pair.now.rank);
  expect(effects.rankMoves.map(({ id, before: from, after: to }) => [id, from, to]).sort()).toEqual(
    moves.map(pair => [pair.now.id, pair.old.rank, pair.now.rank]).sort(),
  );
  const crossings = pairs.filter(pair => pair.old.tier !== pair.now.tier);
  expect(effects.tierMoves.map(({ id, from, to }) => [id, from, to]).sort()).toEqual(
    crossings.map(pair => [pair.now.id, pair.old.tier, pair.now.tier]).sort(),
  );
  expect(effects.tiers.map(({ name, after: count }) => [name, count])).toEqual(
    after.tiers.map(({ name, count }) => [name, count]),
  );
  const inTop10 = (report: ScoreReport) =>
    report.units.filter(({ rank }) => rank !== null && rank <= 10).map(({ id }) => id);
  const top10 = effects.firstPlaces.find(({ n }) => n === 10)!;
  expect(top10.entered.map(({ id }) => id)).toEqual(inTop10(after).filter(id => !inTop10(before).includes(id)));
  expect(top10.left.map(({ id }) => id)).toEqual(inTop10(before).filter(id => !inTop10(after).includes(id)));
  for (const { id, scoreBefore, scoreAfter, scoreChange, rankBefore, rankAfter, causes } of units) {
    const { score, rank } = old.get(id)!;
    const now = after.units.find(unit => unit.id === id)!;
    expect([scoreBefore, scoreAfter, rankBefore, rankAfter]).toEqual([score, now.score, rank, now.rank]);
    expect(scoreChange).toBeCloseTo(now.score! - score!, 9);
    const sum = (parts: Readonly<Record<string, number>> | null | undefined) =>
      Object.values(parts ?? {}).reduce((total, part) => total + part, 0);
    expect(sum(causes?.score)).toBeCloseTo(now.unrounded! - old.get(id)!.unrounded!, 9);
    expect(sum(causes?.places)).toBeCloseTo(rank! - now.rank!, 9);
  }
}

function changesIn({ changes }: Told): readonly InOneLanguage<Change>[] {
  return changes.map(({ change }) => change);
}

test('weights', () => {
  const { told, after } = step(definition, text => text.replace('weight: 12\n', 'weight: 20\n'));
  expect(changesIn(told)).toEqual([
    {
      kind: 'weights',
      factor: 'weights',
      parent: null,
      settings: [{ key: 'weight', indicator: { id: 'management', name: '管理保障度' }, before: '12', after: '20' }],
    },
  ]);
  expect(told.effects!.rankMoves.length).toBeGreaterThan(10);
  for (const { id, after: effective } of told.effectiveWeights) {
    expect(effective).toBe(after.indicators.find(indicator => indicator.id === id)!.effective);
  }
  expect(told.changes[0]!.effect!.nRankMoves).toBe(told.effects!.rankMoves.length);
});

test('data', () => {
  const { told } = step(cells, text => text.replace(/^(天津市|120000),(.*?)是/m, '$1,$2否'));
  const [change, ...more] = changesIn(told);
  expect(more).toEqual([]);
  expect(change).toMatchObject({ kind: 'data', nCells: 1, cells: [{ name: '天津市', before: '是', after: '否' }] });
});

test('a leaf renamed, its column named', () => {
  const { told } = step(definition, text =>
    text.replace('- id: data-agency\n', '- id: agency\n            column: data-agency\n'),
  );
  expect(changesIn(told)).toMatchObject([{ kind: 'renamed', before: { id: 'data-agency' }, after: { id: 'agency' } }]);
  expect(told.effects!.rankMoves).toEqual([]);
});

test('a tier’s bound and a leaf’s method', () => {
  const { told } = step(definition, text =>
    text.replace('atLeast: 75', 'atLeast: 72').replace('{atLeast: 2, value: 80}', '{atLeast: 2, value: 60}'),
  );
  expect(changesIn(told)).toMatchObject([
    { kind: 'method', indicator: { id: 'regular-review' } },
    { kind: 'setting', settings: [{ before: '75', after: '72' }] },
  ]);
  expect(told.effects!.tierMoves.length).toBeGreaterThan(0);
});

test('a leaf removed', () => {
  const { told } = step(definition, text => text.replace(/ {10}- id: expert-committee\n(?: {12}.*\n)+/, ''));
  expect(changesIn(told)).toMatchObject([{ kind: 'removed', indicator: { id: 'expert-committee' }, nBelow: 0 }]);
});

test('comments, order of keys and layout are no change', () => {
  const { told } = step(definition, text => `# 说明\n${text.replace('weight: 20\n', 'weight: 20.0   # still 20\n')}`);
  expect(changesIn(told)).toEqual([]);
});
