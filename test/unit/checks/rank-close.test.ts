import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['rank-close'];
const definition = (ranking: string) =>
  `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
ranking: ${ranking}
`;
const files = {
  'demo.csv': 'code,name,online\na,北京市,85.34\nb,天津市,85.31\nc,河北省,85.21\nd,山西省,70\ne,上海市,70\n',
};

test('pairs that differ by less than the last digit; equal totals are tied and not close', () => {
  expectFindings(
    `${definition('{round: {decimals: 1, when: after-rank}, ties: dense}')}                            ^ information rank-close: 1 pair of neighbours in the ranking differs by less than 0.1: 北京市 85.34 – 天津市 85.31
`,
    { codes, files },
  );
  expectFindings(definition('{round: {decimals: 2}, ties: dense}'), { codes, files });
  expectFindings(definition('{ties: dense}'), { codes, files });
});

test('another threshold, in Chinese', () => {
  expectFindings(
    `${definition('{round: {decimals: 1, when: after-rank}, ties: dense}')}                            ^ information rank-close: 有 2 对相邻对象得分相差不到 0.2：北京市 85.34 – 天津市 85.31、天津市 85.31 – 河北省 85.21
rules: {rank-close: {threshold: 2, reason: 更严格}}
`,
    { codes, files, locale: 'zh-CN' },
  );
});
