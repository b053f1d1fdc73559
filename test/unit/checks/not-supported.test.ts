import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['not-supported', 'schema', 'unknown-key'];

test('what would be ignored is an error, once', () => {
  expectFindings(
    `indicatorSystem: 1
pipeline: [treat, impute]
^^^^^^^^ error not-supported: \`pipeline\` is not supported yet: it is part of the format, but nothing is computed from it
indicators:
  - id: a
    name: A
    treat: {winsorise: {most: 5}}
    ^^^^^ error not-supported: \`treat\` is not supported yet: it is part of the format, but nothing is computed from it
  - {id: b, name: B, denominator: 5}
                     ^^^^^^^^^^^ error not-supported: \`denominator\` is not supported yet: it is part of the format, but nothing is computed from it
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: 甲, denominator: population}
                     ^^^^^^^^^^^ error not-supported: \`denominator\` 尚不支持：格式中已有，但目前不参与计算
`,
    { codes, locale: 'zh-CN' },
  );
});

test('simulations wait: they are no error', () => {
  expectFindings('indicatorSystem: 1\nrobustness: {runs: 1000}\nindicators: []\n', { codes });
});
