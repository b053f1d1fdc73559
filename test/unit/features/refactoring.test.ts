/** Each refactoring before and after; the selection is what stands between the two `┆`, or the cursor. */
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/base/text.ts';
import { refactorings } from '../../../server/src/features/refactoring/index.ts';
import { inMemory } from '../../support/memory.ts';

const data = 'code,a,b,c\nx,1,2,3\ny,2,3,1\n';

function offers(marked: string, csv = data): ReadonlyMap<string, string> {
  const [start, end] = [marked.indexOf('┆'), marked.lastIndexOf('┆')];
  const text = marked.replaceAll('┆', '');
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text, 'demo.csv': csv });
  const selection = { start, end: Math.max(start, end - 1) };
  const found = refactorings.flatMap(refactor => refactor(workspace, file, selection));
  return new Map(found.map(({ title, edits }) => [title.en, applyEdits(text, edits)]));
}

/** The text of the siblings after a refactoring. */
function refactored(marked: string, title: string): string {
  const all = offers(marked);
  const text = all.get(title);
  if (text === undefined) throw new Error(`offered: ${[...all.keys()].join(' | ')}`);
  return text;
}

const three = `indicatorSystem: 1
title: T
indicators:
  - {id: a, name: A, weight: 20} # first
  # the second
  - {id: b, name: B, weight: 30}
  - {id: c, name: C, weight: 4┆4}
`;
const plain = three.replace('┆', '');

describe('weights of siblings', () => {
  test('the difference on the one under the cursor', () => {
    expect(refactored(three, 'Put the difference on C (50)')).toBe(plain.replace('44', '50'));
  });

  test('this one kept and the others scaled', () => {
    expect(refactored(three, 'Keep 44 here and scale the others')).toBe(
      plain.replace('20}', '22}').replace('30}', '34}'),
    );
  });

  test('spread equally, the sum exact', () => {
    const right = three.replace('4┆4', '5┆0');
    expect(refactored(right, 'Spread 100 equally over the 3 siblings')).toBe(
      plain.replace('20}', '34}').replace('30}', '33}').replace('44}', '33}'),
    );
  });

  test('a sum that is right leaves only the equal spread, and equal weights nothing', () => {
    expect([...offers(three.replace('4┆4', '5┆0')).keys()]).toEqual([
      'Spread 100 equally over the 3 siblings',
      'Sort the indicators under level 1 by weight',
    ]);
    const equal = 'indicators:\n  - {id: a, weight: 5┆0}\n  - {id: b, weight: 50}\n';
    expect([...offers(equal).keys()]).toEqual([]);
  });

  test('points are shared out of what the parent has', () => {
    const points = `weights: points
indicators:
  - {id: p, name: P, weight: 60, indicators: [{id: a, weight: 1┆0}, {id: b, weight: 40}]}
  - {id: q, name: Q, weight: 40}
`;
    expect(refactored(points, 'Put the difference on a (20)')).toBe(points.replace('1┆0', '20'));
  });
});

test('implied weights are written', () => {
  const text = 'indicatorSystem: 1\nindicators:\n  - {id: a┆, name: A}\n  - {id: b, name: B}\n';
  expect(refactored(text, 'Write the implied weights')).toBe(
    'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 50}\n  - {id: b, name: B, weight: 50}\n',
  );
});

test('computed weights are frozen', () => {
  const text =
    'indicatorSystem: 1\nweighting: {method: equ┆al}\nindicators:\n  - {id: a, name: A}\n  - {id: b, name: B}\n';
  expect(refactored(text, 'Write the computed weights (equal) into the file')).toBe(
    'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 50}\n  - {id: b, name: B, weight: 50}\n',
  );
});

describe('weights said in another way', () => {
  const tree = `title: T
weights: per┆cent # as published
indicators:
  - id: p
    weight: 60
    indicators: [{id: a, weight: 25}, {id: b, weight: 75.0}]
  - {id: q, weight: 40}
`;
  const asPercent = tree.replace('┆', '');
  const asFraction = asPercent
    .replace('percent', 'fraction')
    .replace('60', '0.6')
    .replace('25', '0.25')
    .replace('75.0', '0.75')
    .replace('40', '0.4');
  const asPoints = asPercent.replace('percent', 'points').replace('25', '15').replace('75.0', '45');

  test('percent to fractions and to points, and back', () => {
    expect(refactored(tree, 'Convert the weights to fraction')).toBe(asFraction);
    expect(refactored(tree, 'Convert the weights to points')).toBe(asPoints);
    const back = asPercent.replace('75.0', '75');
    expect(refactored(asFraction.replace('fraction', 'frac┆tion'), 'Convert the weights to percent')).toBe(back);
    expect(refactored(asPoints.replace('points', 'poi┆nts'), 'Convert the weights to percent')).toBe(back);
  });

  test('what the file did not say is said', () => {
    const text = 'title: T\nindica┆tors:\n  - {id: a, weight: 60}\n  - {id: b, weight: 40}\n';
    expect(refactored(text, 'Convert the weights to fraction')).toBe(
      'title: T\nweights: fraction\nindicators:\n  - {id: a, weight: 0.6}\n  - {id: b, weight: 0.4}\n',
    );
  });

  test.each([
    ['a sum is wrong', tree.replace('weight: 60', 'weight: 61')],
    ['a share is no decimal', tree.replace('per┆cent', 'rela┆tive').replace('60', '2').replace('40', '1')],
    [
      'points are not those of the scale',
      `fullMark: 120\n${asPoints.replace('points', 'poi┆nts').replace('60', '80').replace('15', '20').replace('45', '60')}`,
    ],
  ])('not where %s', (_, text) => {
    expect([...offers(text).keys()].filter(title => title.startsWith('Convert the weights to percent'))).toEqual([]);
    expect([...offers(text).keys()].filter(title => title.startsWith('Convert the weights to fraction'))).toEqual([]);
  });

  test('no conversion where an error may hide how the weights are said', () => {
    const text = 'i: orSystem: 1\nweights: percent\nindica┆tors:\n  - {id: a, weight: 60}\n  - {id: b, weight: 40}\n';
    expect([...offers(text).keys()].filter(title => title.startsWith('Convert'))).toEqual([]);
  });
});

describe('siblings in the order of their weights', () => {
  test('with their comments', () => {
    expect(refactored(three, 'Sort the indicators under level 1 by weight')).toBe(`indicatorSystem: 1
title: T
indicators:
  - {id: c, name: C, weight: 44}
  # the second
  - {id: b, name: B, weight: 30}
  - {id: a, name: A, weight: 20} # first
`);
  });

  test('with all that is below them, a bonus last', () => {
    const text = `indica┆tors:
  - id: bonus
    bonus: {cap: 10}

  - id: a
    weight: 40
    indicators:
      - id: b
  # heavy
  - id: c
    weight: 60
ranking: {ties: dense}
`;
    expect(refactored(text, 'Sort the indicators under level 1 by weight')).toBe(`indicators:
  # heavy
  - id: c
    weight: 60

  - id: a
    weight: 40
    indicators:
      - id: b
  - id: bonus
    bonus: {cap: 10}
ranking: {ties: dense}
`);
  });

  test.each([
    ['an alias repeats one', 'indica┆tors:\n  - &a {id: a, weight: 1}\n  - {id: b, weight: 2}\n'],
    ['they are in order', 'indica┆tors:\n  - {id: a, weight: 2}\n  - {id: b, weight: 1}\n'],
    ['a weight is missing', 'indica┆tors:\n  - {id: a, weight: 2}\n  - {id: b}\n'],
  ])('not where %s', (_, text) => {
    expect([...offers(text).keys()].filter(title => title.startsWith('Sort'))).toEqual([]);
  });
});

describe('a new aggregate', () => {
  test('counts what those under it counted', () => {
    const text = `indicators:
  - {id: a, weight: 50}
  # ┆about b
  - id: b
    weight: 30
  - {id: c, wei┆ght: 20} # c
`;
    expect(refactored(text, 'Put the 2 indicators under a new aggregate')).toBe(`indicators:
  - {id: a, weight: 50}
  - id: new-aggregate
    name: new-aggregate
    weight: 50
    indicators:
      # about b
      - id: b
        weight: 60
      - {id: c, weight: 40} # c
`);
  });

  test('with rounded shares it says so, and they sum exactly', () => {
    const text = 'indicators:\n  - {id: a, weight: 70}\n  - ┆{id: b, weight: 20}\n  - {id: c, weight: 10}┆\n';
    expect(refactored(text, 'Put the 2 indicators under a new aggregate (shares rounded to 6 decimals)')).toBe(
      `indicators:
  - {id: a, weight: 70}
  - id: new-aggregate
    name: new-aggregate
    weight: 30
    indicators:
      - {id: b, weight: 66.666667}
      - {id: c, weight: 33.333333}
`,
    );
  });

  test('not for a mere cursor', () => {
    const text = 'indicators:\n  - {id: a, weight: 60}\n  - ┆{id: b, weight: 30}\n  - {id: c, weight: 10}\n';
    expect([...offers(text).keys()].filter(title => title.startsWith('Put'))).toEqual([]);
  });
});

test('an indicator for a column that nothing uses', () => {
  const text = `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv}]
indica┆tors:
  - {id: a, name: A, weight: 100, normalise: min-max}
`;
  expect([...offers(text).keys()].filter(title => title.startsWith('Add'))).toEqual([
    'Add an indicator for column b',
    'Add an indicator for column c',
  ]);
  expect(refactored(text, 'Add an indicator for column b')).toBe(
    `${text.replace('┆', '')}  - {id: b, name: b, weight: 0}\n`,
  );
  const spaced = offers(text, 'code,a,b c\nx,1,2\ny,2,3\n').get('Add an indicator for column b c');
  expect(spaced).toContain('  - {id: b-c, name: b c, weight: 0, column: b c}\n');
});
