import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['not-supported', 'schema', 'unknown-key'];

test('what would be ignored is an error, once', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: {method: min-max, parameters: frozen}}
                                                              ^^^^^^ error not-supported: \`frozen\` is not supported yet: it is part of the format, but nothing is computed from it
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: 甲, normalise: {method: min-max, parameters: frozen}}
                                                              ^^^^^^ error not-supported: \`frozen\` 尚不支持：格式中已有，但目前不参与计算
`,
    { codes, locale: 'zh-CN' },
  );
});

test('simulations wait: they are no error', () => {
  expectFindings('indicatorSystem: 1\nrobustness: {runs: 1000}\nindicators: [{id: a, name: A}]\n', { codes });
});
