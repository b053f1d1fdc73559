import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['unused-suppression', 'weight-zero', 'single-child'];

test('what silences nothing, and what names no rule', () => {
  expectFindings(
    `rules:
  single-child: {severity: off, reason: as published}
  ^^^^^^^^^^^^ warning unused-suppression: single-child finds nothing here: nothing is silenced
  few-childs: {severity: off, reason: as published}
  ^^^^^^^^^^ warning unused-suppression: no rule is called few-childs; did you mean few-children?
  many-children: {severity: error, reason: stricter}
indicators:
  - {id: a, weight: 100, indicators: [{id: a1, name: A1}, {id: a2, name: A2}]}
  # indicators-disable-next-line weight-zero: trial period
  - {id: b, weight: 0}
  # indicators-disable-next-line weight-zero: trial period
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unused-suppression: weight-zero finds nothing here: nothing is silenced
  - {id: c, weight: 5}
  # indicators-disable-next-line
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unused-suppression: the comment names no rule: nothing is silenced
  - {id: d, weight: 5}
`,
    { codes },
  );
});

test('in Chinese; a comment speaks of the next line that is none', () => {
  expectFindings(
    `rules: {weight-zer: {severity: off, reason: 试}}
        ^^^^^^^^^^ warning unused-suppression: 没有名为 weight-zer 的规则；是否想写 weight-zero？
indicators:
  # indicators-disable-next-line weight-zero: 试评期
  # 另一条注释

  - {id: a, weight: 0}
  - {id: b, weight: 0}
                    ^ warning weight-zero: “b”权重为 0，从不计入
  # indicators-disable-next-line single-child
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unused-suppression: single-child 在此没有发现，无需关闭
  - {id: c, weight: 100}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('codes of the audit are known, though nothing here finds them', () => {
  expectFindings(
    `indicatorSystem: 1
rules:
  redundant-indicator: {severity: error, threshold: 0.95, reason: 口径相近}
  rank-unstable: {severity: off, reason: 方案如此规定}
  rank-unstabl: {severity: off, reason: 方案如此规定}
  ^^^^^^^^^^^^ warning unused-suppression: no rule is called rank-unstabl; did you mean rank-unstable?
indicators:
  - {id: a, name: A}
`,
    { codes: ['unused-suppression'] },
  );
});
