import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['many-children'];

test('more than twenty, or than the file’s own number', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, indicators: [{id: b}, {id: c}, {id: d}]}
         ^ information many-children: A has 3 indicators: each counts for 33.33 % of it on average
rules: {many-children: {threshold: 2, reason: house rule}}
`,
    { codes },
  );
  expectFindings(
    `indicators:
  - {id: a, name: 甲, indicators: [{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}]}
         ^ information many-children: “甲”有 22 个指标，平均每个只占 4.55%
  - {id: b, name: 乙, indicators: [{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}]}
`,
    { codes, locale: 'zh-CN' },
  );
});
