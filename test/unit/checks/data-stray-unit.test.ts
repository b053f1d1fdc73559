import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['data-stray-unit'];

test('a name that is written otherwise', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: name}
data: [{path: demo.csv}, {path: more.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
  - {id: reply, name: 答复率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `name,online
北京市,97
上海市,95
`,
        'more.csv': `name,reply
北京,97
^^ warning data-stray-unit: row 2, column name: 北京 is not in demo.csv; did you mean 北京市?
上海市,95
雄安新区,3
^^^^ warning data-stray-unit: row 4, column name: 雄安新区 is not in demo.csv
`,
      },
    },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: name}
data: [{path: demo.csv}, {path: more.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
  - {id: reply, name: 答复率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `name,online
北京市,97
`,
        'more.csv': `name,reply
北京,97
^^ warning data-stray-unit: 第 2 行“name”列：demo.csv 中没有“北京”；是否想写 北京市？
`,
      },
      locale: 'zh-CN',
    },
  );
});
