import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['unknown-key'];

test('a slip, with the key that was meant', () => {
  expectFindings(
    `indicatorSystem: 1
wieghts: percent
^^^^^^^ error unknown-key: there is no key \`wieghts\` in the file; did you mean \`weights\`?
indicators:
  - {id: a, name: A, wieght: 100}
                     ^^^^^^ error unknown-key: there is no key \`wieght\` in indicator \`a\`; did you mean \`weight\`?
  - id: b
    name: B
    colour: red
    ^^^^^^ error unknown-key: there is no key \`colour\` in indicator \`b\`; it may also have \`description\`, \`weight\`, \`bonus\`, \`level\`, \`count\`, \`unpublished\`, \`appliesTo\`, \`column\`, \`from\`, \`measure\` and 20 more
`,
    { codes },
  );
});

test('a key written by its Chinese title', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: 甲, 权重: 100}
                     ^^ error unknown-key: 指标 \`a\` 中没有 \`权重\` 这个键；是否应为 \`weight\`？
`,
    { codes, locale: 'zh-CN' },
  );
});

test('the fix renames the key only', () => {
  const text = 'indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    wieght:   100  # 全部\n';
  expect(fixed(text, 'unknown-key')).toBe(text.replace('wieght', 'weight'));
});
