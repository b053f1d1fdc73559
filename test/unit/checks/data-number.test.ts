import { expect, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';
import { findingsOf } from '../../support/memory.ts';

const codes = ['data-number'];

test('the line, the column, the reason, and what was probably meant', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: min-max}
  - {id: same, name: 又, column: online, normalise: min-max}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,A,"12,5"
    ^^^^^^ error data-number: row 2, column online: 12,5 is not a number (a decimal comma); did you mean 12.5?
b,B,１２
    ^^ error data-number: row 3, column online: １２ is not a number (full-width characters); did you mean 12?
c,C,95%
    ^^^ error data-number: row 4, column online: 95% is not a number (a percent sign); did you mean 95?
d,D,#N/A
    ^^^^ error data-number: row 5, column online: #N/A is not a number (a spreadsheet’s error)
e,E,"1,234.5"
    ^^^^^^^^^ error data-number: row 6, column online: 1,234.5 is not a number (digits are grouped); did you mean 1234.5?
f,F,约十
    ^^ error data-number: row 7, column online: 约十 is not a number
g,G,-
h,H,1e400
    ^^^^^ error data-number: row 9, column online: 1e400 is not a number (not finite)
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
  - {id: online, name: 网办率, normalise: min-max}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,95%
      ^^^ error data-number: 第 2 行“online”列：95% 不是数字（含百分号）；是否想写 95？
b,天津市,abc
      ^^^ error data-number: 第 3 行“online”列：abc 不是数字
c,河北省,3
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('checklists are yes or no', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: list, name: 清单, checklist: {p: 60, q: 40}}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,p,q
a,A,是,maybe
      ^^^^^ error data-number: row 2, column q: maybe is neither yes nor no (是, 有, true, 1, yes, √; 否, 无, false, 0, no, ×)
b,B,否,×
`,
      },
    },
  );
});

test('a column of texts is twenty findings and one at its header that counts the rest', () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => `u${row},x\n`).join('');
  const found = findingsOf({
    'demo.indicators.yaml':
      'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators: [{id: online, name: 网办率, normalise: none}]\n',
    'demo.csv': `code,online\n${rows}`,
  }).filter(({ code }) => code === 'data-number');
  expect(found.length).toBe(21);
  expect(found[0]!.range).toEqual({ start: 5, end: 11 });
  expect(found[0]!.message.en).toBe('column online: from row 22 on 9980 more cells: not numbers');
  expect(found[0]!.message['zh-CN']).toBe('“online”列：自第 22 行起还有 9980 个单元格：不是数字');
});
