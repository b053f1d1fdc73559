import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['coverage-indicator'];
const head = `indicatorSystem: 1
units: {id: code, name: name, groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
`;

test('of the units that it applies to, at the column; a column that two indicators read is said once', () => {
  expectFindings(
    `${head}defaults: {missing: exclude}
indicators:
  - {id: online, name: 网办率, normalise: none}
  - {id: again, name: 再来一次, column: online, normalise: none}
  - {id: reply, name: 答复率, normalise: none, appliesTo: {kind: 省级}}
  - {id: cases, name: 案例, normalise: none, missing: zero}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,kind,online,reply,cases
               ^^^^^^ warning coverage-indicator: 网办率 has values for 1 of 3 units (33.33 %, less than 65 %); without: 天津市, 厦门市
a,北京市,省级,97,90,5
b,天津市,省级,,80,
c,厦门市,城市,,,
`,
      },
    },
  );
});

test('two thirds are enough; the threshold may be another; in Chinese', () => {
  const files = 'code,name,kind,online\na,北京市,省级,97\nb,天津市,省级,95\nc,厦门市,城市,\n';
  expectFindings(`${head}indicators:\n  - {id: online, name: 网办率, normalise: none}\n`, {
    codes,
    files: { 'demo.csv': files },
  });
  expectFindings(
    `${head}indicators:
  - {id: online, name: 网办率, normalise: none}
rules: {coverage-indicator: {threshold: 90, reason: 要求更高}}
`,
    {
      codes,
      files: {
        'demo.csv': files.replace(
          'online\n',
          'online\n               ^^^^^^ warning coverage-indicator: “网办率”只有 2/3 个对象有值（66.67%，不足 90%）；缺失：厦门市\n',
        ),
      },
      locale: 'zh-CN',
    },
  );
});

test('an earlier value of the unit itself is a value', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv, period: {column: year, is: 2024}}]
indicators:
  - {id: online, name: 网办率, normalise: none, impute: {method: latest}}
`,
    { codes, files: { 'demo.csv': 'code,year,online\na,2023,90\nb,2023,80\na,2024,\nb,2024,\n' } },
  );
});
