import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['unresolved-column'];

test('where it is named, or at the id that implies it', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: kode, name: nam, groups: {kind: {column: kind}}, order: {column: order}}
            ^^^^ error unresolved-column: there is no column kode; did you mean code?
                        ^^^ error unresolved-column: there is no column nam; did you mean name?
                                                     ^^^^ error unresolved-column: there is no column kind
                                                                             ^^^^^ error unresolved-column: there is no column order
data: [{id: main, path: demo.csv}]
indicators:
  - {id: onlin, name: 网办率, normalise: none}
         ^^^^^ error unresolved-column: 网办率 reads the column of its id, but there is no column onlin; did you mean online?
  - {id: b, name: B, column: onlinn, normalise: none}
                             ^^^^^^ error unresolved-column: there is no column onlinn; did you mean online?
  - {id: c, name: C, column: online, from: mian, normalise: none}
                                           ^^^^ error unresolved-column: there is no data source mian; did you mean main?
  - {id: d, name: D, checklist: {onlyne: 100}}
                                 ^^^^^^ error unresolved-column: there is no column onlyne; did you mean online?
adjustments:
  - {id: prize, kind: bonus, column: prize, cap: 5}
                                     ^^^^^ error unresolved-column: there is no column prize
expect:
  - {count: {column: agency, equals: 是}, is: 1}
                     ^^^^^^ error unresolved-column: there is no column agency
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,1
`,
      },
    },
  );
});

test('the key of the units, by default', () => {
  expectFindings(
    `indicatorSystem: 1
data: [{path: demo.csv}]
              ^^^^^^^^ error unresolved-column: demo.csv 中没有列“id”，而 units.id 未指定其他列；是否想写 ids？
indicators:
  - {id: online, name: 网办率, normalise: none}
  - {id: 答复率, name: 答复率, normalise: none}
         ^^^ error unresolved-column: “答复率”未写 column，以标识为列名，但数据中没有列“答复率”；是否想写 答复率率？
`,
    {
      codes,
      files: {
        'demo.csv': `ids,online,答复率率
a,1,2
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('the fix replaces the column', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, column: onlin, normalise: none} # 网办率
                             ^^^^^ error unresolved-column: there is no column onlin; did you mean online?
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,1
`,
      },
    },
  );
  const text = `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, column: onlin, normalise: none} # 网办率
`;
  expect(
    fixed(text, 'unresolved-column', 0, {
      'demo.csv': `code,name,online
a,北京市,1
`,
    }),
  ).toBe(`indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, column: online, normalise: none} # 网办率
`);
});

test('or adds it', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - id: onlin
        ^^^^^ error unresolved-column: A reads the column of its id, but there is no column onlin; did you mean online?
    name: A # 网办率
    normalise: none
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,1
`,
      },
    },
  );
  const text = `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - id: onlin
    name: A # 网办率
    normalise: none
`;
  expect(
    fixed(text, 'unresolved-column', 0, {
      'demo.csv': `code,name,online
a,北京市,1
`,
    }),
  ).toBe(`indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - id: onlin
    name: A # 网办率
    normalise: none
    column: online
`);
});

test('a column may be in a file that is not there', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv}, {path: more.csv}]
                                ^^^^^^^^ error data-file: there is no file more.csv
indicators:
  - {id: reply, name: A, normalise: none}
`,
    {
      codes: [...codes, 'data-file'],
      files: {
        'demo.csv': `code,name,online
a,北京市,1
`,
      },
    },
  );
});

test('a leaf without an id names no column', () => {
  expectFindings('units: {id: code}\ndata: [{path: demo.csv}]\nindicators: [{name: A, normalise: none}]\n', {
    codes,
    files: { 'demo.csv': 'code,online\na,1\n' },
  });
});
