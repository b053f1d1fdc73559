/**
 * The 2024 sample with any of many edits at once: the comparison names exactly those that were made, each with the effect
 * that it has when it is made alone in the text, and all of them together give the edited text.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../../server/src/base/steps.ts';
import { type Change, changesBetween } from '../../server/src/scoring/compare/changes.ts';
import { effectsBetween } from '../../server/src/scoring/compare/effects.ts';
import { scoreWith } from '../../server/src/scoring/compare/hybrid.ts';
import { matchIndicators } from '../../server/src/scoring/compare/match.ts';
import { placesIn } from '../../server/src/scoring/compare/standings.ts';
import { compareSystems } from '../../server/src/scoring/compare/systems.ts';
import type { Scoring } from '../../server/src/scoring/score.ts';
import { scoreTexts } from '../support/scoring.ts';

const sample = 'samples/digital-government-2024';
const definition = readFileSync(`${sample}/dgsc-2024.indicators.yaml`, 'utf8');
const data = readFileSync(`${sample}/data/2024.csv`, 'utf8');

/** Texts of a definition and its data. */
type Texts = readonly [definition: string, data: string];

interface Edit {
  readonly name: string;
  /** Of each change that it makes, its kind and what it is about. */
  readonly changes: readonly string[];
  readonly make: (texts: Texts) => Texts;
}

function inText(name: string, changes: readonly string[], from: string | RegExp, to: string): Edit {
  return { name, changes, make: ([text, csv]) => [replaced(text, from, to), csv] };
}

function inData(name: string, from: string | RegExp, to: string): Edit {
  return { name, changes: ['data'], make: ([text, csv]) => [text, replaced(csv, from, to)] };
}

function replaced(text: string, from: string | RegExp, to: string): string {
  const now = text.replace(from, to);
  if (now === text) throw new Error(`${from} is not there`);
  return now;
}

/** The lines of an indicator, with those below it. */
function linesOf(text: string, id: string): string {
  const [, indent = ''] = new RegExp(`^( *)- id: ${id}$`, 'm').exec(text) ?? [];
  return new RegExp(`^${indent}- id: ${id}\\n(?:${indent} .*\\n|\\s*\\n(?=${indent} ))*`, 'm').exec(text)![0];
}

/** Moves an indicator to the end of the children that another has at the same depth. */
function move(id: string, behind: string, edited = (lines: string) => lines): Edit['make'] {
  return ([text, csv]) => {
    const lines = linesOf(text, id);
    const rest = text.replace(lines, '');
    const target = linesOf(rest, behind);
    return [rest.replace(target, target + edited(lines)), csv];
  };
}

const edits: readonly Edit[] = [
  inText('a weight of level 1', ['weights '], /( {4}weight: )12$/m, '$120'),
  inText('another weight of level 1', ['weights '], /( {4}weight: )24$/m, '$118'),
  inText(
    'weights by the data',
    ['weights organisation'],
    /(id: organisation\n.*\n.*\n)/,
    '$1        weighting: {method: entropy}\n',
  ),
  inText('a leaf’s weight', ['weights institutions'], /(id: plans\n.*\n {12}weight: )35/, '$150'),
  inText('a ladder', ['method regular-review'], '{atLeast: 2, value: 80}', '{atLeast: 2, value: 10}'),
  inText('goalposts', ['method government-network'], 'lower: 60, upper: 100', 'lower: 20, upper: 100'),
  inText(
    'how a missing value counts',
    ['method standards'],
    '            missing: zero\n',
    '            missing: exclude\n',
  ),
  inText(
    'how an aggregate is made',
    ['method data-security'],
    '        aggregate: min\n',
    '        aggregate: geometric\n',
  ),
  inText('to whom it applies', ['method national-link'], '            appliesTo: {kind: 省级}\n', ''),
  inText('the best bonus', ['method innovation'], '{cap: 10}', '{cap: 4}'),
  inText('the index itself', ['setting aggregate'], '\naggregate: arithmetic\n', '\naggregate: harmonic\n'),
  inText('what is inherited', ['setting defaults'], 'minShare: 0.5', 'minShare: 0.95'),
  inText('a tier’s bound', ['setting tiers'], 'atLeast: 75}', 'atLeast: 71}'),
  inText(
    'a tier more',
    ['setting tiers'],
    '  - {name: {zh-CN: 准备级',
    '  - {name: 起步级, atLeast: 40}\n  - {name: {zh-CN: 准备级',
  ),
  inText('ties', ['setting ranking'], 'ties: dense', 'ties: competition'),
  inText('rounding', ['setting ranking'], '{decimals: 2, mode', '{decimals: 0, mode'),
  inText(
    'a deduction',
    ['setting adjustments'],
    '\nranking:',
    '\nadjustments: [{id: leak, kind: deduction, column: regular-review, points: 2, floor: 0}]\nranking:',
  ),
  inText('a claim', ['expectations expect'], '{count: {tier: 发展级}, is: 7', '{count: {tier: 发展级}, is: 8'),
  inText('a publication', ['setting publications'], '{id: cities-good, title', '{id: cities-fine, title'),
  inText('a name', ['renamed level-coverage'], '四级五级覆盖', '四级五级贯通'),
  inText(
    'an id, its column named',
    ['renamed cloud'],
    /- id: government-cloud\n/,
    '- id: cloud\n            column: government-cloud\n',
  ),
  inText(
    'an aggregate’s id and name',
    ['renamed shared'],
    /- id: shared-services\n.*\n/,
    '- id: shared\n        name: 共用能力\n',
  ),
  inText('a leaf gone', ['removed expert-committee'], / {10}- id: expert-committee\n(?: {12}.*\n)+/, ''),
  inText(
    'a leaf come',
    ['added second-look'],
    /( {10}- id: plans\n)/,
    '          - id: second-look\n            name: 再看一眼\n            weight: 20\n            column: unified-payment\n            normalise: none\n$1',
  ),
  {
    name: 'a branch gone',
    changes: ['removed reply-effect'],
    make: ([text, csv]) => [text.replace(linesOf(text, 'reply-effect'), ''), csv],
  },
  { name: 'a leaf elsewhere', changes: ['moved risk-assessment'], make: move('risk-assessment', 'sharing-platform') },
  {
    name: 'a leaf elsewhere, with another id and weight',
    changes: ['moved one-thing', 'renamed one-thing'].map(each => each.replace('one-thing', 'once')),
    make: move('one-thing', 'mobile-services', lines =>
      lines.replace('id: one-thing\n', 'id: once\n            column: one-thing\n').replace('weight: 35', 'weight: 60'),
    ),
  },
  {
    name: 'a leaf a level higher, with another id',
    changes: ['moved lead', 'renamed lead'],
    make: ([text, csv]) => {
      const lines = linesOf(text, 'leading-group');
      const lifted = lines
        .replaceAll(/^ {4}/gm, '')
        .replace('id: leading-group\n', 'id: lead\n        column: leading-group\n');
      const before = '      - id: institutions\n';
      return [replaced(text.replace(lines, ''), before, lifted + before), csv];
    },
  },
  inText('an edition', ['setting edition'], 'edition: 2024', 'edition: 2025'),
  inText('a declared number', ['setting levels'], 'count: 58', 'count: 59'),
  { name: 'a branch elsewhere', changes: ['moved data-use'], make: move('data-use', 'service-system') },
  { name: 'another order', changes: ['reordered network'], make: ([text, csv]) => [reordered(text), csv] },
  inData('a cell', /^(120000,.*?)否/m, '$1是'),
  inData('a missing cell', /^(110000,.*?),97\.3,/m, '$1,,'),
  inData('a unit gone', /^130000,.*\n/m, ''),
  inData('a unit come', /^(110000)(,北京市)(.*\n)/m, '$1$2$3999999,雄安新区$3'),
  inData('a group', /^(110000,北京市,省级,,)东部/m, '$1中部'),
];

function reordered(text: string): string {
  const [first, second] = ['unified-identity', 'e-licences'].map(id => linesOf(text, id));
  return replaced(text, `${first}${second}`, `${second}${first}`);
}

const subjects: Readonly<Record<string, string>> = {
  'reordered shared-services': 'reordered network',
  'reordered shared': 'reordered network',
};

function keyOf(change: Change): string {
  const key = `${change.kind} ${subjectOf(change)}`.replace(/^data .*/, 'data');
  return subjects[key] ?? key;
}

function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'renamed':
      return change.after.id;
    case 'weights':
    case 'reordered':
      return change.parent?.id ?? '';
    case 'setting':
      return change.key;
    case 'expectations':
      return 'expect';
    case 'data':
      return '';
    default:
      return change.indicator.id;
  }
}

function scored(chosen: readonly Edit[]): Scoring {
  const [text, csv] = chosen.reduce<Texts>((texts, { make }) => make(texts), [definition, data]);
  return scoreTexts(text, csv);
}

const base = scored([]);

function plain(scoring: Scoring | undefined) {
  return (
    scoring && [...placesIn(scoring).values()].map(({ id, unrounded, rank, tier }) => [id, unrounded, rank, tier?.en])
  );
}

function expectTold(chosen: readonly Edit[]): void {
  const after = scored(chosen);
  const { changes } = compareSystems(base, after);
  const expected = [...new Set(chosen.flatMap(edit => edit.changes))];
  expect(changes.map(({ change }) => keyOf(change)).sort()).toEqual([...expected].sort());
  for (const { change, effect } of changes) {
    if (change.factor === null) {
      expect(effect).toBeNull();
      continue;
    }
    const alone = scored(chosen.filter(edit => edit.changes.includes(keyOf(change))));
    const { scores, rankMoves, rankGained, rankLost, tierMoves, spearman } = effectsBetween(base, alone);
    expect({ key: keyOf(change), ...effect }).toEqual({
      key: keyOf(change),
      withData: false,
      nScores: scores.nChanged + scores.nGained + scores.nLost,
      largestScoreChange: scores.largest,
      nRankMoves: rankMoves.length + rankGained.length + rankLost.length,
      nTierMoves: tierMoves.length,
      spearman,
    });
  }
  const sides = { before: base, after, pairs: matchIndicators(base, after) };
  expect(plain(scoreWith(sides, atOnce(changesBetween(base, after, sides.pairs))))).toEqual(plain(after));
  expect(plain(scoreWith(sides, []))).toEqual(plain(base));
}

test.each(edits.map(edit => [edit.name, edit] as const))('%s', (_, edit) => {
  expectTold([edit]);
});

test('several at once', () => {
  fc.assert(
    fc.property(fc.subarray([...edits], { minLength: 2, maxLength: 7 }), chosen => {
      expectTold(chosen);
    }),
    { numRuns: 15 },
  );
}, 120_000);
