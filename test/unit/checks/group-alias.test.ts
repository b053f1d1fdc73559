import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['group-alias'];
const definition = (kind: string) => `indicatorSystem: 1
units: {id: name, groups: {kind: ${kind}}}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
ranking: {ties: dense, within: [kind]}
`;

test('the rarer writing is named', () => {
  expectFindings(definition('{column: kind}'), {
    codes,
    files: {
      'demo.csv': `name,kind,online
a,Ａ组,97
  ^^ warning group-alias: row 2, column kind: Ａ组 and A组 differ in writing only, and are two groups of kind
b,A组,95
c,A组,90
d,a 组,80
  ^^^ warning group-alias: row 5, column kind: a 组 and A组 differ in writing only, and are two groups of kind
e,B组,70
f,,60
`,
    },
  });
});

test('another separator; in Chinese', () => {
  expectFindings(definition('{column: kind, separator: ";"}'), {
    codes,
    locale: 'zh-CN',
    files: {
      'demo.csv': `name,kind,online
a,副省级;省会,97
b,副省级；省会,95
  ^^^^^^ warning group-alias: 第 3 行“kind”列：“副省级；省会”成了 kind 的一个分组：分隔符应为 ;
c,省会; 沿海,90
`,
    },
  });
});

test('declared groups are told of by another rule', () => {
  expectFindings(definition('{column: kind, values: [A组]}'), {
    codes,
    files: { 'demo.csv': 'name,kind,online\na,A组,97\nb,Ａ组,95\n' },
  });
});
