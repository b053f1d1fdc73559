import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['suppression-without-reason'];

test('settings and comments without a reason', () => {
  expectFindings(
    `rules:
  single-child: {severity: off}
  ^^^^^^^^^^^^ warning suppression-without-reason: say why single-child does not count here
  few-children: {threshold: 2}
  ^^^^^^^^^^^^ warning suppression-without-reason: say why few-children is judged otherwise here
  weight-zero: {severity: off, reason: trial period}
  many-children: off
indicators:
  # indicators-disable-next-line weight-zero, weight-range
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning suppression-without-reason: say why weight-zero does not count here
  - {id: a, weight: 0}
  # indicators-disable-next-line weight-zero: trial period
  - {id: b, weight: 0}
  # indicators-disable-next-line
  - {id: c, weight: 0}
`,
    { codes },
  );
});

test('in Chinese, with a full-width colon', () => {
  expectFindings(
    `rules: {single-child: {severity: information}}
        ^^^^^^^^^^^^ warning suppression-without-reason: 请说明此处为何更改 single-child 的设置
indicators:
  # indicators-disable-next-line weight-zero：试评期不计分
  - {id: a, weight: 0}
  # indicators-disable-next-line weight-zero：
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning suppression-without-reason: 请说明此处为何不适用 weight-zero
  - {id: b, weight: 0}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('an empty reason is none', () => {
  expectFindings(
    `rules:
  single-child: {severity: off, reason: ""}
  ^^^^^^^^^^^^ warning suppression-without-reason: say why single-child does not count here
indicators:
  - {id: a, name: A, indicators: [{id: b, name: B}]}
`,
    { codes },
  );
});
