import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['weight-zero'];

test('zero, however it is written', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, weight: 100}
  - {id: b, name: B, weight: 0.00}
                             ^^^^ warning weight-zero: B has weight 0 and never counts
  - id: c
    name: C
    weight: -0 # trial
            ^^ warning weight-zero: C has weight 0 and never counts
`,
    { codes },
  );
});

test('zero for one group is a choice, zero for all is not; in Chinese', () => {
  expectFindings(
    `weightsBy: kind
indicators:
  - {id: a, name: 甲, weight: {省级: 0, 重点城市: 50}}
  - {id: b, name: 乙, weight: {省级: 0, 重点城市: 0}}
                                  ^ warning weight-zero: “乙”权重为 0，从不计入
  - {id: c, name: 丙, weight: {省级: 100, 重点城市: 50}}
`,
    { codes, locale: 'zh-CN' },
  );
});
