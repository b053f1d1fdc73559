import { describe, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['zero-suspect'];
const head = 'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n';
const online = `${head}  - {id: online, name: 网办率, normalise: min-max}\n`;
const column = (values: readonly (number | string)[]) =>
  `code,online\n${values.map((value, row) => `u${row},${value}\n`).join('')}`;

test('far from all the others, at the cell', () => {
  expectFindings(online, {
    codes,
    files: {
      'demo.csv': `code,online
a,97.2
b,0
  ^ warning zero-suspect: row 3, column online: 0 looks like a missing value: the 4 other values lie between 88.1 and 97.2
c,91.5
d,88.1
e,95.3
`,
    },
  });
  expectFindings(online, {
    codes,
    locale: 'zh-CN',
    files: {
      'demo.csv': `code,online
a,-97.2
b,0.0
  ^^^ warning zero-suspect: 第 3 行“online”列：0 疑似缺失：其余 4 个值在 -97.2 与 -88.1 之间
c,-91.5
d,-88.1
e,-95.3
`,
    },
  });
});

test('beyond a gap wider than any other, though the others are spread', () => {
  const literacy = [
    99, 98.5, 98, 97.5, 97, 96, 95.4, 95, 94, 93, 92, 91, 90.5, 90, 89, 88, 86, 84, 78, 70, 62, 52, 41, 35,
  ];
  const text = column([...literacy, 0]);
  expectFindings(online, {
    codes,
    files: {
      'demo.csv': `${text}    ^ warning zero-suspect: row 26, column online: 0 looks like a missing value: the 24 other values lie between 35 and 99\n`,
    },
  });
});

describe('zeros that are values', () => {
  test.each([
    ['counts that begin near it', [0, 1, 3, 8, 20, 2]],
    ['skewed values', [0, 0.2, 0.9, 4.5, 31, 210]],
    ['many', [97.1, 0, 0, 91.5, 88.2]],
    ['marks on a ladder', [100, 60, 0, 80, 90, 100, 80, 60]],
    ['a yes or no', [1, 1, 0, 1, 1, 1]],
    ['between negative and positive ones', [-3.1, 2.2, 0, 4.7, -1.3]],
    ['a scale used from end to end', [0, 12.5, 37.1, 55.2, 73.9, 99.1]],
    ['two values', [91.5, 0, 92.5]],
  ])('%s', (_, values) => {
    expectFindings(online, { codes, files: { 'demo.csv': column(values) } });
  });

  test('grades, and a range that leaves it out (reported as such)', () => {
    const values = [97.2, 0, 91.5, 88.1, 95.3];
    expectFindings(`${head}  - {id: online, name: 网办率, range: [1, 100], normalise: min-max}\n`, {
      codes,
      files: { 'demo.csv': column(values) },
    });
    expectFindings(
      `${head}  - {id: online, name: 网办率, categories: {97.2: 5, 0: 1, 91.5: 4, 88.1: 2, 95.3: 3}, normalise: min-max}\n`,
      { codes, files: { 'demo.csv': column(values) } },
    );
  });
});
