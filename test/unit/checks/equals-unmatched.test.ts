import { expect, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';
import { findingsOf } from '../../support/memory.ts';

const codes = ['equals-unmatched'];
const head = `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`;

test('a veto that would not strike, at the cell', () => {
  expectFindings(`${head}adjustments: [{id: offline, kind: veto, column: offline, equals: Yes, then: {score: 59}}]\n`, {
    codes,
    files: {
      'demo.csv': `code,name,online,offline
a,海州,97,Yes
b,江州,95,yes
        ^^^ warning equals-unmatched: row 3, column offline: yes is not Yes, which \`equals\` looks for
c,河州,90,No
`,
    },
  });
});

test('who is ranked, lists and claims; in Chinese', () => {
  expectFindings(`${head}ranking: {eligible: {where: {column: ranked, equals: 是}}}\n`, {
    codes,
    locale: 'zh-CN',
    files: {
      'demo.csv': `code,name,online,ranked
a,海州,97,√
        ^ warning equals-unmatched: 第 2 行“ranked”列：“√”不等于 \`equals\` 要找的“是”
b,江州,95,否
`,
    },
  });
  expectFindings(`${head}expect: [{count: {column: ranked, equals: '1'}, is: 0}]\n`, {
    codes,
    files: {
      'demo.csv': `code,name,online,ranked
a,海州,97,1.0
        ^^^ warning equals-unmatched: row 2, column ranked: 1.0 is not 1, which \`equals\` looks for
b,江州,95,2
`,
    },
  });
});

test('a text that the file uses for missing', () => {
  expectFindings(
    `${head}adjustments: [{id: a, kind: veto, column: offline, equals: —, then: {score: 59}}]
                                                           ^ warning equals-unmatched: — is read as missing in this file: no cell is equal to it
`,
    { codes, files: { 'demo.csv': 'code,name,online,offline\na,海州,97,—\n' } },
  );
});

const found = (equals: string, ...cells: readonly string[]) =>
  findingsOf({
    't.indicators.yaml': `${head}adjustments: [{id: o, kind: veto, column: offline, equals: '${equals}', then: {score: 59}}]\n`,
    'demo.csv': `code,name,online,offline\n${cells.map((cell, row) => `u${row},U${row},90,${cell}\n`).join('')}`,
  }).filter(({ code }) => code === 'equals-unmatched').length;

test.each([
  ['是', ['是', '否'], 0],
  ['是', ['否', '否'], 0],
  ['是', ['是', '1'], 0], // another mark beside it may mean another thing
  ['是', ['有', '无'], 1],
  ['1', ['01', '02'], 1],
  ['01', ['01', '1'], 0],
  ['A', ['Ａ', 'a', 'B', ''], 2],
  ['A ', ['A', 'B'], 1],
  ['甲', ['乙', '甲级'], 0],
] as const)('%j among %j: %d', (equals, cells, count) => expect(found(equals, ...cells)).toBe(count));
