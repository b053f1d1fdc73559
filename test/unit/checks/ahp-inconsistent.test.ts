import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['ahp-inconsistent'];
const children = 'indicators: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n';

test('the judgement that hurts most, what would mend it, and the ratio with it', () => {
  expectFindings(
    `weighting:
  method: ahp
  judgements:
    a/b: 2
    a/c: 1/6
         ^^^ warning ahp-inconsistent: the judgements under level 1 are inconsistent: CR 1.383 ≥ 0.1; a/c: 1/6 contributes most, 6 would bring it to 0
    b/c: 3
${children}`,
    { codes },
  );
});

test('in Chinese, below an aggregate, with the pair the other way round', () => {
  expectFindings(
    `indicators:
  - id: p
    name: 甲
    weighting: {method: ahp, judgements: {a/b: 2, c/a: 6, b/c: 3}}
                                                       ^ warning ahp-inconsistent: “甲”下的判断不一致：CR 1.383 ≥ 0.1；影响最大的是 c/a: 6，改为 1/6 可降至 0
    ${children}`,
    { codes, locale: 'zh-CN' },
  );
});

test('consistent judgements, two children, and what the file itself allows', () => {
  expectFindings(`weighting: {method: ahp, judgements: {a/b: 2, a/c: 6, b/c: 3}}\n${children}`, { codes });
  expectFindings('weighting: {method: ahp, judgements: {a/b: 9}}\nindicators: [{id: a}, {id: b}]\n', { codes });
  expectFindings(`weighting: {method: ahp, consistency: 2, judgements: {a/b: 2, a/c: 1/6, b/c: 3}}\n${children}`, {
    codes,
  });
});

test('the random index is that of the table that is named', () => {
  const text = (table: string, ratio: string) => `weighting:
  method: ahp
  randomIndex: ${table}
  judgements:
    a/b: 2
    a/c: 2
         ^ warning ahp-inconsistent: the judgements under level 1 are inconsistent: CR ${ratio} ≥ 0.1; a/c: 2 contributes most, 6 would bring it to 0
    b/c: 3
${children}`;
  expectFindings(text('saaty-1980', '0.117'), { codes });
  expectFindings(text('saaty-2003', '0.13'), { codes });
});

test('the fix sets the judgement the way round that it is written', () => {
  const text = `weighting: {method: ahp, judgements: {a/b: 2, c/a: 6, b/c: 3}}\n${children}`;
  expect(fixed(text, 'ahp-inconsistent')).toBe(text.replace('c/a: 6', 'c/a: 1/6'));
});
