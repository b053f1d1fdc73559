import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['data-file'];

test('a file that is not there', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
              ^^^^^^^^ error data-file: there is no file demo.csv
indicators:
  - {id: online, name: 网办率}
`,
    { codes: [...codes, 'unresolved-column', 'data-unit-count', 'not-scored'] },
  );
});

test('formats that are not known, and files that nobody has opened', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code}
data: [{path: a.xlsx}, {path: b.txt}, {path: c.parquet}]
              ^^^^^^ error data-file: a.xlsx cannot be read
                              ^^^^^ error data-file: the format of b.txt is not known (supported: csv, tsv, xlsx, json, ndjson, parquet)
                                             ^^^^^^^^^ error data-file: c.parquet cannot be read
indicators:
  - {id: online, name: 网办率}
`,
    { codes, files: { 'a.xlsx': `x`, 'b.txt': `x`, 'c.parquet': `x` } },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code}
data: [{path: 缺失.csv}, {path: a.xlsx}, {path: b.csv}]
              ^^^^^^ error data-file: 没有文件 缺失.csv
                              ^^^^^^ error data-file: 无法读取 a.xlsx
                                              ^^^^^ error data-file: b.csv 中没有数据行
indicators:
  - {id: online, name: 网办率}
`,
    {
      codes,
      files: {
        'a.xlsx': `x`,
        'b.csv': `code,online
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('an empty file is one finding', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
              ^^^^^^^^ error data-file: demo.csv: The file holds no table.
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    { codes: [...codes, 'unresolved-column', 'data-unit-count', 'not-scored'], files: { 'demo.csv': `` } },
  );
});

test('broken JSON is one finding', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, count: 3}
data: [{path: demo.json}]
indicators:
  - {id: online, name: 网办率, normalise: none}
  - {id: reply, name: 答复率, normalise: none}
`,
    {
      codes: [...codes, 'unresolved-column', 'data-unit-count'],
      files: {
        'demo.json': `[{"code": "a", "online": 1},
 {"code": "b", "online" 2}]
                        ^ error data-file: Row 2: “2” is not valid JSON here. The complete rows before are used.`,
      },
    },
  );
});

test('rows that are cut short, name no unit, or are never closed', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online,online
                 ^^^^^^ error data-file: Row 1: columns 3 and 4 are both named “online”; only the first is used.
a,A
^^^ error data-file: Row 2 has 2 cells, the header has 4 columns; nothing is there from column “online” on.
b,B,2,2,9
^^^^^^^^^ error data-file: Row 3 has 5 cells, the header has 4 columns; what stands beyond the last column is not used.
,C,3,3
^ error data-file: row 4, column code: this row names no unit and is not used
d,"D" D,4,4
  ^ error data-file: Row 5, column “name”: this quote is not closed before a delimiter or the end of the line; the cell is read as it stands.
`,
      },
    },
  );
});

test('the previous edition is not there', () => {
  expectFindings(
    `indicatorSystem: 1
previous: ../2023.indicators.yaml
          ^^^^^^^^^^^^^^^^^^^^^^^ error data-file: there is no file ../2023.indicators.yaml
indicators: []
`,
    { codes },
  );
});

test('a previous edition that is there is no finding', () => {
  expectFindings('indicatorSystem: 1\nprevious: 2023.indicators.yaml\nindicators: []\n', {
    codes,
    files: { '2023.indicators.yaml': 'indicatorSystem: 1\nindicators: []\n' },
  });
});
