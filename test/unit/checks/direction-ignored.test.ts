import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['direction-ignored'];

test('on an aggregate it does nothing', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - id: risk
    name: Risk
    direction: negative
    ^^^^^^^^^ warning direction-ignored: Risk is an aggregate: direction has no effect on it or on its indicators
    indicators:
      - {id: a, name: A, direction: negative}
`,
    { codes },
  );
});

test('in Chinese, and the fix takes it away', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - id: risk
    name: 风险
    direction: negative # 逆向
    ^^^^^^^^^ warning direction-ignored: “风险”是合成指标，direction 对其自身和下级指标都不起作用
    indicators:
      - {id: a, name: A}
`,
    { codes, locale: 'zh-CN' },
  );
  const text = `indicatorSystem: 1
indicators:
  - id: risk
    name: 风险
    direction: negative # 逆向
    indicators:
      - {id: a, name: A}
`;
  expect(fixed(text, 'direction-ignored', 0)).toBe(`indicatorSystem: 1
indicators:
  - id: risk
    name: 风险
    indicators:
      - {id: a, name: A}
`);
});
