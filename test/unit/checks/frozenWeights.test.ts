/** Computed weights written into the file: exact sums, the rest of the text untouched, the same scores. */
import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/base/text.ts';
import { frozenWeights } from '../../../server/src/checks/frozenWeights.ts';
import { inMemory } from '../../support/memory.ts';

const data = 'code,a,b,c\nx,10,30,90\ny,20,40,20\nz,30,50,70\n';

/** `undefined` where nothing is offered. */
function frozen(text: string, parent?: string): string | undefined {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text, 'demo.csv': data });
  const system = workspace.system(file);
  const indicator = parent === undefined ? undefined : system.byId.get(parent)![0];
  const found = frozenWeights(workspace.tree(file), system, workspace.scoring(file), indicator);
  return found && applyEdits(text, found.edits);
}

const head = 'units: {id: code}\ndata: [{path: demo.csv}]\ndefaults: {normalise: none}\n';

test('judgements become weights that sum to 100; comments stay', () => {
  expect(
    frozen(`# judged in 2024
weighting:
  method: ahp
  judgements: {a/b: 2, a/c: 6, b/c: 3}
indicators: # three
  - {id: a, name: A}
  - id: b
    name: B # the second
  - {id: c, name: C}
`),
  ).toBe(`# judged in 2024
indicators: # three
  - {id: a, name: A, weight: 60}
  - id: b
    name: B # the second
    weight: 30
  - {id: c, name: C, weight: 10}
`);
});

test('weights of thirds sum exactly, as percentages, fractions and points', () => {
  const text = (weights: string) =>
    `weights: ${weights}\nindicators: [{id: p, weight: 20, weighting: {method: equal}, indicators: [{id: a}, {id: b}, {id: c}]}]\n`;
  expect(frozen(text('percent'), 'p')).toContain(
    '[{id: a, weight: 33.333334}, {id: b, weight: 33.333333}, {id: c, weight: 33.333333}]',
  );
  expect(frozen(text('fraction'), 'p')).toContain('{id: a, weight: 0.33333334}, {id: b, weight: 0.33333333}');
  expect(frozen(text('points'), 'p')).toContain(
    '{id: a, weight: 6.666667}, {id: b, weight: 6.666667}, {id: c, weight: 6.666666}',
  );
});

test('what data decide is written as the scoring has it, over the weights it was combined with', () => {
  const text = `${head}weighting: {method: variation, combine: product}
indicators: [{id: a, weight: 20}, {id: b, weight: 80}]
`;
  expect(frozen(text)).toBe(`${head}indicators: [{id: a, weight: 33.333333}, {id: b, weight: 66.666667}]\n`);
});

test('nothing is offered where there are no weights, or where an alias repeats the place', () => {
  expect(
    frozen('weighting: {method: ahp, judgements: {a/b: 2}}\nindicators: [{id: a}, {id: b}, {id: c}]\n'),
  ).toBeUndefined();
  expect(frozen('weighting: {method: equal}\nindicators: [&x {id: a}, {id: b}]\n')).toBeUndefined();
  expect(frozen('indicators: [{id: a}, {id: b}]\n')).toBeUndefined();
});
