import { expect, test } from 'vitest';
import { scoreOf, totalOf } from '../../../server/src/scoring/score.ts';
import { inMemory } from '../../support/memory.ts';

const data = { 'demo.csv': 'id,a,b\nx,10,20\ny,30,40\n' };

function totalsOf(definition: string) {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': definition, ...data });
  const scoring = workspace.scoring(file)!;
  return {
    total: totalOf(scoring, 0),
    leaves: scoring.system.indicators.map(indicator => scoreOf(scoring, indicator, 0).kind),
  };
}

const definition = (indicator: string, rest = '') => `indicatorSystem: 1
id: demo
title: Demo
data: [{path: demo.csv}]
defaults: {normalise: {method: none}}
${rest}indicators:
  - {id: a, name: A, weight: 50${indicator}}
  - {id: b, name: B, weight: 50}
`;

test('a definition that can be honoured gives totals', () => {
  expect(totalsOf(definition(''))).toEqual({ total: { kind: 'number', value: 15 }, leaves: ['number', 'number'] });
});

test('a key that cannot be read keeps its indicator and the total from being scored, not the others', () => {
  const { total, leaves } = totalsOf(definition(', treat: {winsorise: {max: many}}'));
  expect(leaves).toEqual(['unscored', 'number']);
  expect(total).toMatchObject({ kind: 'unscored', unscored: { code: 'child' } });
});

test('a value that cannot be read is not replaced by the inherited one', () => {
  expect(totalsOf(definition(', normalise: {method: [min-max]}')).leaves[0]).toBe('unscored');
});

test('what changes no number keeps nothing from being scored', () => {
  expect(totalsOf(definition(', source: [1]')).total.kind).toBe('number');
  expect(totalsOf(definition('', 'publisher: [1]\n')).total.kind).toBe('number');
});

test('a pipeline that cannot be honoured stops every total', () => {
  expect(totalsOf(definition('', 'pipeline: [treat, tidy, normalise]\n')).total).toMatchObject({
    kind: 'unscored',
    unscored: { code: 'not-honoured' },
  });
});

test('a misspelt key keeps what it was meant for from being scored; other unknown keys, and words, do not', () => {
  expect(totalsOf(definition(', directoin: negative'))).toMatchObject({
    total: { kind: 'unscored' },
    leaves: ['unscored', 'number'],
  });
  expect(totalsOf(definition('', 'agregate: geometric\n')).total.kind).toBe('unscored');
  expect(totalsOf(definition(', sorce: gov')).total.kind).toBe('number');
  expect(totalsOf(definition(', remarks: none')).total.kind).toBe('number');
});

test('where a bound of a tier cannot be read, no unit is in a tier', () => {
  const { workspace, file } = inMemory({
    'demo.indicators.yaml': definition('', 'tiers: [{name: good, atLeast: many}, {name: rest}]\n'),
    ...data,
  });
  expect([...workspace.scoring(file)!.ranking.tiers]).toEqual([-1, -1]);
});

test('a key that must stand there and does not keeps what it would say from being scored; a label does not', () => {
  for (const unsaid of ['missing: {}', 'normalise: {}', 'impute: {by: kind}', 'missing: {minShare: 0.5}', 'factor: 3'])
    expect(totalsOf(definition(`, ${unsaid}`)).leaves, unsaid).toEqual(['unscored', 'number']);
  const bonus = (keys: string) => `fullMark: 110\nadjustments: [{${keys}, kind: bonus, column: b, cap: 10}]\n`;
  expect(totalsOf(definition('', bonus('id: x, when: {}'))).total.kind).toBe('unscored');
  expect(totalsOf(definition('', bonus('name: x'))).total.kind).toBe('number');
  expect(totalsOf(definition('', 'ranking: {round: {mode: down}}\n')).total.kind).toBe('unscored');
});
