import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['weight-mixed', 'weight-sum', 'weight-missing', 'weight-range'];

test('computed and written: one finding for all siblings', () => {
  expectFindings(
    `weighting: {method: equal}
indicators:
  - id: a
    name: A
    weight: 300
    ^^^^^^ error weight-mixed: the weights under level 1 are computed (equal), but one is written as well
    weighting: {method: equal}
    indicators: [{id: a1}, {id: a2, weight: 40}, {id: a3, weight: 40}]
                                    ^^^^^^ error weight-mixed: the weights under A are computed (equal), but 2 are written as well
  - {id: b, name: B}
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicators:
  - {id: a, name: 甲, weighting: entropy, indicators: [{id: b, weight: 50}, {id: c, weight: 50}]}
                                                              ^^^^^^ error weight-mixed: “甲”下的权重由 entropy 计算，却又写了 2 个权重
`,
    { codes, locale: 'zh-CN' },
  );
});
