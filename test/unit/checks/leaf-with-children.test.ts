import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['leaf-with-children'];

test('data that would be ignored', () => {
  expectFindings(
    `indicators:
  - id: a
    name: A
    column: x
    ^^^^^^ error leaf-with-children: A has indicators below it, so column has no effect
    indicators: [{id: a1, column: y}]
  - {id: b, name: B, indicators: [], steps: [{value: 1}]}
  - {id: c, name: C, column: z}
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicators:
  - {id: a, name: 甲, categories: {是: 1}, indicators: [{id: b}]}
                     ^^^^^^^^^^ error leaf-with-children: “甲”有下级指标，categories 不起作用
`,
    { codes, locale: 'zh-CN' },
  );
});

test('how values become scores is said of leaves', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, normalise: min-max, indicators: [{id: b}]}
                     ^^^^^^^^^ error leaf-with-children: A has indicators below it, so normalise has no effect
  - {id: c, name: C, denominator: people, factor: 1000, indicators: [{id: d}]}
                     ^^^^^^^^^^^ error leaf-with-children: C has indicators below it, so denominator has no effect
  - {id: e, name: E, standardise: min-max, impute: {method: mean}, indicators: [{id: f}]}
`,
    { codes },
  );
});
