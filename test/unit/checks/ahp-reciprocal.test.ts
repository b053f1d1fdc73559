import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['ahp-reciprocal'];
const text = 'weighting: {method: ahp, judgements: {a/b: 2, b/a: 3}}\nindicators: [{id: a}, {id: b}]\n';

test('a pair judged twice, the one not the other’s reciprocal; and one judged against itself', () => {
  expectFindings(
    `weighting: {method: ahp, judgements: {a/b: 2, b/a: 3, a/a: 5}}
                                                   ^ error ahp-reciprocal: b/a: 3 contradicts a/b: 2
                                                           ^ error ahp-reciprocal: a/a: 5: an indicator is as important as itself
indicators: [{id: a}, {id: b}]
`,
    { codes },
  );
});

test('a rounded reciprocal is none', () => {
  expectFindings(
    'weighting: {method: ahp, judgements: {a/b: 7, b/a: 0.14, a/a: 1}}\nindicators: [{id: a}, {id: b}]\n',
    {
      codes,
    },
  );
});

test('the fixes write the reciprocal, or take the second away', () => {
  expect(fixed(text, 'ahp-reciprocal')).toBe(text.replace('b/a: 3', 'b/a: 1/2'));
  expect(fixed(text, 'ahp-reciprocal', 1)).toBe(text.replace(', b/a: 3', ''));
});
