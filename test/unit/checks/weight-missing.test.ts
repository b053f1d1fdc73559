import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['weight-missing', 'weight-sum', 'weight-implied'];

test('those without one are named; computed and grouped weights are not missing', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, weight: 60}
  - {id: b, name: B}
         ^ error weight-missing: B has no weight, its siblings have
  - id: c
        ^ error weight-missing: Sea has no weight, its siblings have
    name: {en: Sea, zh-CN: 海}
  - {id: d, name: D, bonus: {cap: 10}}
  - {id: e, name: E, weight: 10, weighting: {method: equal}, indicators: [{id: e1, weight: 1}, {id: e2}]}
`,
    { codes },
  );
});

test('in Chinese; an indicator without id and name', () => {
  expectFindings(
    `indicators:
  - {id: a, name: 甲, weight: 60}
  - {id: b, name: 乙}
         ^ error weight-missing: “乙”没有权重，而同级指标有
  - {column: c}
     ^^^^^^ error weight-missing: “#3”没有权重，而同级指标有
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a weight that is being typed, or cannot be read, is said to be so where it stands', () => {
  expectFindings(
    `indicators:
  - {id: a, weight: 60}
  - {id: b, weight: [40]}
  - id: c
    weight:
`,
    { codes },
  );
});

test('the rest is shared by those without, after the name, else after the id', () => {
  const text = `indicators:
  - {id: a, name: A, weight: 60}
  - id: b
    name: # 名
      zh-CN: 乙
    column: b
  - {id: c, column: c}
  - {column: d}
`;
  expect(fixed(text, 'weight-missing')).toBe(`indicators:
  - {id: a, name: A, weight: 60}
  - id: b
    name: # 名
      zh-CN: 乙
    weight: 14
    column: b
  - {id: c, weight: 13, column: c}
  - {column: d, weight: 13}
`);
});

test('fractions and points have their own whole; nothing is left, nothing is offered', () => {
  expect(fixed('weights: fraction\nindicators: [{id: a, weight: 0.35}, {id: b}]\n', 'weight-missing')).toBe(
    'weights: fraction\nindicators: [{id: a, weight: 0.35}, {id: b, weight: 0.65}]\n',
  );
  expect(fixed('weights: points\nfullMark: 50\nindicators: [{id: a, weight: 20}, {id: b}]\n', 'weight-missing')).toBe(
    'weights: points\nfullMark: 50\nindicators: [{id: a, weight: 20}, {id: b, weight: 30}]\n',
  );
  for (const given of ['weight: 100', 'weight: 12％']) {
    expect(() => fixed(`indicators: [{id: a, ${given}}, {id: b}]\n`, 'weight-missing')).toThrow('no fix');
  }
  expect(() => fixed('weights: relative\nindicators: [{id: a, weight: 1}, {id: b}]\n', 'weight-missing')).toThrow();
});

test('a misspelt weight is one finding, with or without siblings that have one', () => {
  const misspelt = (word: string, other: string) =>
    `indicators:
  - {id: a, name: A, ${word}: 60}
                     ${'^'.repeat(word.length)} error unknown-key: there is no key \`${word}\` in indicator \`a\`; did you mean \`weight\`?
  - {id: b, name: B${other}}
`;
  expectFindings(misspelt('wieght', ', weight: 40'), { codes: [...codes, 'unknown-key'] });
  expectFindings(misspelt('Weight', ''), { codes: [...codes, 'unknown-key'] });
});
