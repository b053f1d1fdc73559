import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['category-unmapped'];

test('at each cell, and once in the definition', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 评级, categories: {A: 100, B: 80}}
                           ^^^^^^^^^^ error category-unmapped: 评级 has no value for B+, ａ (3 cells)
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,A
b,天津市,B+
      ^^ error category-unmapped: row 3, column online: B+ is not in categories
c,河北省,ａ
      ^ error category-unmapped: row 4, column online: ａ is not in categories; did you mean A?
d,山西省,B+
      ^^ error category-unmapped: row 5, column online: B+ is not in categories
e,上海市,-
`,
      },
    },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 评级, categories: {是: 100, 否: 0}}
                           ^^^^^^^^^^ error category-unmapped: “评级”没有给出这些等级的取值：部分（1 个单元格）
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,是
b,天津市,部分
      ^^ error category-unmapped: 第 3 行“online”列：部分 不在 categories 中
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('a grade that the file uses for missing or not applicable', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv, notApplicable: [/]}]
indicators:
  - {id: grade, name: Grade, categories: {A: 100, 缺: 0, /: 50}}
                                                  ^ error category-unmapped: 缺 is read as missing in this file: the value for it is never given
                                                        ^ error category-unmapped: / is read as not applicable in this file: the value for it is never given
`,
    { codes: ['category-unmapped'], files: { 'demo.csv': 'code,grade\na,A\nb,缺\nc,/\n' } },
  );
  expectFindings(
    `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv, missing: ['']}]
indicators:
  - {id: grade, name: Grade, categories: {A: 100, 缺: 0}}
`,
    { codes: ['category-unmapped'], files: { 'demo.csv': 'code,grade\na,A\nb,缺\n' } },
  );
});
