import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['coverage-unit'];
const indicators = `defaults: {missing: exclude, normalise: none}
indicators:
  - {id: online, name: 网办率}
  - {id: reply, name: 答复率}
  - {id: open, name: 开放率}
`;
const head = 'indicatorSystem: 1\nunits: {id: code, name: name}\ndata: [{path: demo.csv}]\n';

test('at the unit', () => {
  expectFindings(head + indicators, {
    codes,
    files: {
      'demo.csv': `code,name,online,reply,open
a,北京市,97,90,80
b,天津市,95,,
^ warning coverage-unit: row 3, column code: 天津市 has values for 1 of 3 indicators (33.33 %, less than 65 %); without: 答复率, 开放率
c,河北省,95,90,
`,
    },
  });
});

test('a unit that is not ranked is dealt with; what does not apply is not missing; in Chinese', () => {
  const data = `code,name,online,reply,open
a,北京市,97,90,80
b,天津市,95,,
c,河北省,95,/,/
`;
  expectFindings(
    `${head.replace('csv}', 'csv, notApplicable: [/]}')}${indicators}ranking: {eligible: {minShare: 0.5}}\n`,
    {
      codes,
      files: { 'demo.csv': data },
    },
  );
  expectFindings(`${head.replace('csv}', 'csv, notApplicable: [/]}')}${indicators}`, {
    codes,
    files: {
      'demo.csv': data.replace(
        '95,,\n',
        '95,,\n^ warning coverage-unit: 第 3 行“code”列：“天津市”只有 1/3 个指标有值（33.33%，不足 65%）；缺失：答复率、开放率\n',
      ),
    },
    locale: 'zh-CN',
  });
});
