import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['steps-order'];

test('a step that is not below the one before it is never reached', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - id: online
    name: 网办率
    steps:
      - {atLeast: 80, value: 60}
      - {atLeast: 95, value: 100}
                  ^^ error steps-order: this step is never reached: 95 is not below 80, the bound before it
      - {atLeast: 80, value: 50}
                  ^^ error steps-order: this step is never reached: 80 is not below 80, the bound before it
      - {value: 0}
`,
    { codes },
  );
});

test('a step without a bound takes the rest', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - id: online
    name: 网办率
    steps: [{atLeast: 80, value: 60}, {value: 0}, {atLeast: 10, value: 10}]
                                                            ^^ error steps-order: 此级无法达到：前一级没有界限，已包含其余情况
`,
    { codes, locale: 'zh-CN' },
  );
});

test('what lies below the last bound has no step, unless no value can', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: 网办率, steps: [{atLeast: 80, value: 60}, {atLeast: 50, value: 0}]}
                                                                   ^^ error steps-order: values of 网办率 below 50 are in no step
  - {id: b, name: B, range: [50, 100], steps: [{atLeast: 80, value: 60}, {atLeast: 50, value: 0}]}
  - {id: c, name: C, steps: [{atLeast: 80, value: 60}, {atLeast: 0, value: 0}]}
  - {id: d, name: D, range: [-10, 10], steps: [{atLeast: 0, value: 60}]}
                                                         ^ error steps-order: values of D below 0 are in no step
`,
    { codes },
  );
});
