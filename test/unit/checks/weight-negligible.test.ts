import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['weight-negligible'];

test('less than half a percent of the index', () => {
  expectFindings(
    `indicators:
  - id: a
    name: A
    weight: 4
    indicators:
      - {id: a1, name: A1, weight: 90}
      - {id: a2, name: A2, weight: 10}
                                   ^^ information weight-negligible: A2 counts for 0.4 % of the index (less than 0.5 %)
  - {id: b, name: B, weight: 95.5}
  - {id: c, name: C, weight: 0.5}
  - {id: d, name: D, weight: 0}
`,
    { codes },
  );
});

test('in Chinese; a leaf without a weight of its own is named', () => {
  expectFindings(
    `indicators:
  - {id: a, name: 甲, weight: 99.2}
  - {id: b, name: 乙, weight: 0.8, indicators: [{id: b1, name: 乙一}, {id: b2, name: 乙二}]}
                                                    ^^ information weight-negligible: “乙一”只占总分的 0.4%（不足 0.5%）
                                                                        ^^ information weight-negligible: “乙二”只占总分的 0.4%（不足 0.5%）
`,
    { codes, locale: 'zh-CN' },
  );
});

test('where there are very many, each is small', () => {
  const leaves = Array.from({ length: 250 }, (_, index) => `{id: i${index}}`).join(', ');
  expectFindings(`indicators: [${leaves}]\n`, { codes });
});
