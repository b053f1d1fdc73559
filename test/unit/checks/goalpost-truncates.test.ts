import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['goalpost-truncates'];

test('each goalpost names how many values lie beyond it and the farthest', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - id: online
    name: 网办率
    normalise: {method: goalposts, lower: 50, upper: 90}
                                          ^^ warning goalpost-truncates: 2 of 5 values of 网办率 lie below the lower goalpost 50 and are truncated (the farthest is 40)
                                                     ^^ warning goalpost-truncates: 1 of 5 values of 网办率 lie above the upper goalpost 90 and are truncated (the farthest is 97)
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,40
b,天津市,45.5
c,河北省,60
d,山西省,90
e,上海市,97
`,
      },
    },
  );
});

test('a negative direction is judged in the measure of the indicator, inherited goalposts at the leaf', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
defaults: {normalise: {method: goalposts, lower: 0, upper: 90}}
indicators:
  - {id: online, name: 差评率, direction: negative}
         ^^^^^^ warning goalpost-truncates: “差评率”的 3 个值中有 1 个高于上限 90 而被截断（最远为 97）
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,0
b,天津市,90
c,河北省,97
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('values on the goalposts and `truncate: false` are silent', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: A, normalise: {method: goalposts, lower: 40, upper: 97}}
  - {id: same, name: B, column: online, normalise: {method: goalposts, lower: 50, upper: 60, truncate: false}}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,40
b,天津市,60
c,河北省,97
`,
      },
    },
  );
});

test('`truncate: true` says that it is meant, at the indicator or in the defaults', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv}]
defaults: {normalise: {method: goalposts, lower: 0, upper: 90, truncate: true}}
indicators:
  - {id: online, name: 网办率}
  - {id: reply, name: 答复率, normalise: {method: log-goalposts, lower: 1, upper: 50, truncate: true}}
  - {id: open, name: 公开率, normalise: {method: goalposts, lower: 0, upper: 50}}
                                                                          ^^ warning goalpost-truncates: “公开率”的 2 个值中有 1 个高于上限 50 而被截断（最远为 97）
`,
    { codes, files: { 'demo.csv': 'code,online,reply,open\na,97,97,97\nb,10,10,10\n' }, locale: 'zh-CN' },
  );
});
