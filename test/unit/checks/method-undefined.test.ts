import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['method-undefined', 'constant-column'];
const files = {
  'demo.csv': `code,name,online,bad
a,北京市,50,0
b,天津市,,2
c,河北省,80,4
`,
};

test('a target on the wrong side, a reference without a value', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: A, normalise: {method: distance-to-target, target: 40}}
                                              ^^^^^^^^^^^^^^^^^^ error method-undefined: distance-to-target gives A no score for 北京市, 河北省: the target is not better than the worst value
  - {id: near, name: B, column: online, normalise: {method: distance-to-reference, unit: b}}
                                                            ^^^^^^^^^^^^^^^^^^^^^ error method-undefined: distance-to-reference gives B no score for 北京市, 河北省: the reference unit has no value
  - {id: well, name: D, column: online, normalise: {method: distance-to-target, target: 90}}
`,
    { codes, files },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: bad, name: 差评率, direction: negative, normalise: {method: distance-to-target, target: 4}}
                                                                  ^^^^^^^^^^^^^^^^^^ error method-undefined: distance-to-target 对“差评率”无法给出 北京市、天津市、河北省 的得分：目标值不优于最差值
`,
    { codes, files, locale: 'zh-CN' },
  );
});

test('a reference that has the worst value itself: not all values are equal', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, normalise: {method: distance-to-reference, unit: x}}
                                         ^^^^^^^^^^^^^^^^^^^^^ error method-undefined: distance-to-reference gives A no score for x, y: the reference unit has the worst value itself
`,
    { codes: ['method-undefined', 'constant-column'], files: { 'demo.csv': 'code,a\nx,3\ny,5\n' } },
  );
});
