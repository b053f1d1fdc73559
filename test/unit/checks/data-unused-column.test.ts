import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['data-unused-column'];

test('one finding for each file, the others related', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name, order: {column: order}, groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
  - {id: list, name: 清单, checklist: {p: 100}}
adjustments:
  - {id: prize, kind: bonus, column: prize, cap: 5}
publications:
  - {id: x, title: X, where: {column: agency, equals: 是}}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,order,kind,online,reply,p,prize,agency,note
                            ^^^^^ hint data-unused-column: used by nothing: reply, note
a,A,1,省,3,4,是,0,是,x
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
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online,note
                 ^^^^ hint data-unused-column: 未被使用的列：note
a,A,1,x
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('while a column is not found none is called unused', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: onlin, name: 网办率, normalise: none}
         ^^^^^ error unresolved-column: 网办率 reads the column of its id, but there is no column onlin; did you mean online?
`,
    {
      codes: [...codes, 'unresolved-column'],
      files: {
        'demo.csv': `code,name,online
a,北京市,1
`,
      },
    },
  );
});
