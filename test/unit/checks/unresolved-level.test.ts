import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['unresolved-level'];

test('a level without indicators, in who is ranked and in an imputation', () => {
  expectFindings(
    `indicatorSystem: 1
defaults: {impute: {method: mean, across: {level: 4}}}
                                                  ^ error unresolved-level: no indicator stands on level 4; the deepest is level 2
indicators:
  - id: a
    name: A
    indicators:
      - {id: b, name: B, impute: {method: mean, across: {level: 3}}}
                                                                ^ error unresolved-level: no indicator stands on level 3; the deepest is level 2
      - {id: c, name: C, impute: {method: mean, across: {level: 1}}}
ranking: {eligible: {minShare: 0.66, level: 3}}
                                            ^ error unresolved-level: no indicator stands on level 3; the deepest is level 2
`,
    { codes },
  );
});

test('a level that is there; in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
ranking: {eligible: {minShare: 0.66, level: 2}}
                                            ^ error unresolved-level: 第 2 级没有指标，最深为第 1 级
`,
    { codes, locale: 'zh-CN' },
  );
  expectFindings(
    'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\nranking: {eligible: {minShare: 0.66, level: 1}}\n',
    { codes },
  );
});
