import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['denominator-undefined'];
const definition = (own = '') => `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: doctors, name: 医生数, denominator: people, factor: 10000, normalise: min-max${own}}
`;

test('at the cells of the denominator, not where the value itself is missing', () => {
  expectFindings(definition(), {
    codes,
    files: {
      'demo.csv': `code,name,doctors,people
a,北京市,50,2000
b,天津市,7,0
        ^ warning denominator-undefined: row 3, column people: a denominator of 0: 医生数 has no value here
c,河北省,9,NA
        ^^ warning denominator-undefined: row 4, column people: the denominator is missing: 医生数 has no value here
d,山西省,,
e,辽宁省,3,500
`,
    },
  });
});

test('also where imputation fills the gap, in Chinese', () => {
  expectFindings(definition(', impute: {method: mean}'), {
    codes,
    locale: 'zh-CN',
    files: {
      'demo.csv': `code,name,doctors,people
a,北京市,50,2000
b,天津市,9,NA
        ^^ warning denominator-undefined: 第 3 行“people”列：分母缺失，“医生数”在此为插补值
c,河北省,9,100
`,
    },
  });
});

test('a negative denominator among others', () => {
  const definition = `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv}]
indicators:
  - {id: debt, name: Debt, denominator: income, normalise: min-max}
`;
  expectFindings(definition, {
    codes: ['denominator-undefined'],
    files: {
      'demo.csv': `code,debt,income
a,5,900
b,7,-100
    ^^^^ warning denominator-undefined: row 3, column income: a negative denominator: the ratio of Debt turns round here
c,9,1200
`,
    },
  });
  expectFindings(definition, {
    codes: ['denominator-undefined'],
    files: { 'demo.csv': 'code,debt,income\na,5,-900\nb,7,-100\n' },
  });
});

test('a missing denominator whose value is imputed', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv}]
indicators:
  - {id: doctors, name: Doctors, denominator: people, normalise: min-max, impute: {method: mean}}
`,
    {
      codes: ['denominator-undefined'],
      files: {
        'demo.csv': `code,doctors,people
a,5,900
b,7,NA
    ^^ warning denominator-undefined: row 3, column people: the denominator is missing: Doctors is imputed here
c,9,0
    ^ warning denominator-undefined: row 4, column people: a denominator of 0: Doctors has no value here
d,9,1200
`,
      },
    },
  );
});
