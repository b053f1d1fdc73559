import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['ahp-incomplete'];
const children = 'indicators: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n';

test('missing pairs are named; what the others imply is taken', () => {
  expectFindings(
    `weighting: {method: ahp, judgements: {a/b: 2, b/c: 3}}
                         ^^^^^^^^^^ error ahp-incomplete: under level 1 nobody judged a/c; what the others imply is taken
${children}`,
    { codes },
  );
});

test('without connection there are no weights, and none are scored', () => {
  expectFindings(
    `weighting: {method: ahp, judgements: {a/b: 2}}
                         ^^^^^^^^^^ error ahp-incomplete: “第一级”下缺少判断：a/c、b/c；其余判断未能联系所有指标，因此没有权重
${children}`,
    { codes, locale: 'zh-CN' },
  );
});

test('a mistyped or unreadable judgement is another mistake', () => {
  expectFindings(`weighting: {method: ahp, judgements: {a/b: 2, b/c: 3, a/d: 6}}\n${children}`, { codes });
  expectFindings(`weighting: {method: ahp, judgements: {a/b: 2, b/c: 3, a/c: much}}\n${children}`, { codes });
});

test('the fix writes the implied judgement', () => {
  const text = `weighting: {method: ahp, judgements: {a/b: 2, b/c: 3}}\n${children}`;
  expect(fixed(text, 'ahp-incomplete')).toBe(text.replace('b/c: 3', 'b/c: 3, a/c: 6'));
});
