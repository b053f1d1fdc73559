import { expect, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';
import { findingsOf } from '../../support/memory.ts';

const codes = ['excessive-aliases'];

test('more than the file allows, at the first alias', () => {
  expectFindings(
    `title: &t Title
indicators:
  - {id: a, name: *t, source: *t}
                  ^^ error excessive-aliases: the aliases of this file stand for 3 values (at most 2)
  - {id: b, name: *t}
rules: {excessive-aliases: {threshold: 2, reason: none is needed}}
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `x: &a [1, 2, 3]
y: [*a, *a]
    ^^ error excessive-aliases: 本文件的别名共展开为 8 个值（至多 2 个）
rules: {excessive-aliases: {threshold: 2, reason: 试}}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a few are what they are for', () => {
  expectFindings('defaults: &d {missing: zero}\nindicators: [{id: a, name: &n A, source: *n}]\n', { codes });
});

test('ten thousand aliases, and a bomb of them, are found in no time, once', () => {
  const many = `a: &a text\nb: [${Array.from({ length: 10_000 }, () => '*a').join(', ')}]\n`;
  const bomb = Array.from(
    { length: 30 },
    (_, n) => `k${n + 1}: &k${n + 1} [${n === 0 ? '1' : Array(9).fill(`*k${n}`).join(', ')}]\n`,
  );
  for (const text of [many, bomb.join('')]) {
    const start = performance.now();
    const findings = findingsOf({ 'demo.indicators.yaml': `indicatorSystem: 1\nindicators: []\n${text}` });
    expect(performance.now() - start).toBeLessThan(2000);
    expect(findings.filter(({ code }) => ['excessive-aliases', 'yaml-syntax'].includes(code))).toHaveLength(1);
  }
});

test('no threshold lets more through than are followed', () => {
  const rules = 'rules: {excessive-aliases: {threshold: 1000000, reason: x}}\n';
  const text = `a: &a text\nb: [${Array.from({ length: 10_001 }, () => '*a').join(', ')}]\n`;
  const [finding] = findingsOf({ 'demo.indicators.yaml': rules + text }).filter(({ code }) => codes.includes(code));
  expect(finding?.message.en).toBe(
    'the aliases of this file stand for more than 10000 values: from here on they are not followed',
  );
});
