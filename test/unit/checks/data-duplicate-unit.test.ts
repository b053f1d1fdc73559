import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['data-duplicate-unit'];

test('at the second row; the first counts', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `name,online
北京市,97
上海市,95
北京市,90
^^^ error data-duplicate-unit: row 4, column name: 北京市 is there already, in row 2; only that one counts
北京市,80
^^^ error data-duplicate-unit: row 5, column name: 北京市 is there already, in row 2; only that one counts
`,
      },
    },
  );
});

test('an alias is the same unit, in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: name, aliases: {科技部: 科学技术部}}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `name,online
科学技术部,97
科技部,90
^^^ error data-duplicate-unit: 第 3 行“name”列：“科学技术部”已在第 2 行出现，只取该行
`,
      },
      locale: 'zh-CN',
    },
  );
});
