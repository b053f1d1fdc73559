import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['not-supported', 'schema', 'unknown-key'];

test('what would be ignored is an error, once', () => {
  expectFindings(
    `indicatorSystem: 1
data: [{path: demo.csv, sheet: 5}]
                        ^^^^^ error not-supported: \`sheet\` is not supported yet: it is part of the format, but nothing is computed from it
indicators:
  - {id: a, name: A}
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
data: [{path: demo.csv, sheet: 2024}]
                        ^^^^^ error not-supported: \`sheet\` 尚不支持：格式中已有，但目前不参与计算
indicators:
  - {id: a, name: 甲}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('simulations wait: they are no error', () => {
  expectFindings('indicatorSystem: 1\nrobustness: {runs: 1000}\nindicators: [{id: a, name: A}]\n', { codes });
});
