import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['robustness-not-run', 'not-supported', 'schema'];

test('declared simulations are said not to run', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
robustness:
^^^^^^^^^^ information robustness-not-run: the simulations declared here are not run yet; scores and ranks do not depend on them
  runs: 1000
  seed: 20241
  vary:
    - {weights: 25%, level: 1}
    - {drop: each, level: 3}
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
robustness: {runs: 10}
^^^^^^^^^^ information robustness-not-run: 此处声明的模拟目前不运行；得分和位次不受影响
indicators:
  - {id: a, name: 甲}
`,
    { codes, locale: 'zh-CN' },
  );
});
