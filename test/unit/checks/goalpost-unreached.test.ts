import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['goalpost-unreached'];
const head = 'indicatorSystem: 1\nunits: {id: code, name: name}\ndata: [{path: demo.csv}]\n';
const files = {
  'demo.csv': 'code,name,online,days\na,北京市,12,300\nb,天津市,30,250\nc,河北省,41,90\n',
};

test('at the better goalpost, in both directions', () => {
  expectFindings(
    `${head}indicators:
  - {id: online, name: 网办率, normalise: {method: goalposts, lower: 0, upper: 100}}
                                                                            ^^^ warning goalpost-unreached: the upper goalpost of 网办率 is 100, the best value 41 (河北省): no unit goes farther than 41 % of the way
  - {id: days, name: 办理天数, direction: negative, normalise: {method: goalposts, lower: 80, upper: 100, truncate: false}}
  - {id: weeks, name: 天数, column: days, direction: negative, normalise: {method: goalposts, lower: 1, upper: 150}}
                                                                                                   ^ warning goalpost-unreached: the lower goalpost of 天数 is 1, the best value 90 (河北省): no unit goes farther than 40.27 % of the way
`,
    { codes, files },
  );
});

test('on logarithms; the worse goalpost may lie far below, as a human development index has it', () => {
  expectFindings(
    `${head}indicators:
  - {id: income, name: Income, normalise: {method: log-goalposts, lower: 100, upper: 75000}}
  - {id: life, name: Life expectancy, normalise: {method: goalposts, lower: 20, upper: 85}}
`,
    { codes, files: { 'demo.csv': 'code,name,income,life\na,A,2500,55\nb,B,9000,71\n' } },
  );
});

test('inherited goalposts: at the indicator; another threshold; in Chinese', () => {
  expectFindings(
    `${head}defaults: {normalise: {method: goalposts, lower: 0, upper: 100}}
indicators:
  - {id: online, name: 网办率}
         ^^^^^^ warning goalpost-unreached: “网办率”的上限为 100，最优值仅 41（河北省）：没有对象超过全程的 41%
`,
    { codes, files, locale: 'zh-CN' },
  );
  expectFindings(
    `${head}indicators:
  - {id: online, name: 网办率, normalise: {method: goalposts, lower: 0, upper: 100}}
rules: {goalpost-unreached: {threshold: 40, reason: 起步阶段}}
`,
    { codes, files },
  );
});

test('where the lowest total is best, the better goalpost is the one that scores lowest', () => {
  expectFindings(
    `${head}indicators:
  - {id: days, name: 办理天数, normalise: {method: goalposts, lower: 10, upper: 100, truncate: false}}
                                                                 ^^ warning goalpost-unreached: the lower goalpost of 办理天数 is 10, the best value 90 (河北省): no unit goes farther than 11.11 % of the way
  - {id: online, name: 网办率, normalise: {method: goalposts, lower: 0, upper: 100}}
ranking: {best: lowest}
`,
    { codes, files },
  );
});
