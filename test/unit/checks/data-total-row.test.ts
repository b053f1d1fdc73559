import { expect, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';
import { findingsOf } from '../../support/memory.ts';

const codes = ['data-total-row'];
const definition = `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: cases, name: 办件量, normalise: min-max}
`;

test('a total is told by its key or its name, at the key', () => {
  expectFindings(definition, {
    codes,
    files: {
      'demo.csv': `code,name,cases
a,海州,40
b,江州,25
c,合 计：,65
^ warning data-total-row: row 4, column code: 合 计： looks like a total or an average of units, and is ranked as a unit
Average,平均,32.5
^^^^^^^ warning data-total-row: row 5, column code: 平均 looks like a total or an average of units, and is ranked as a unit
`,
    },
  });
});

test('who is not ranked was thought of', () => {
  const files = { 'demo.csv': 'code,name,cases\na,海州,40\nb,江州,25\nc,合计,65\n' };
  expectFindings(`${definition}ranking: {eligible: {exclude: [合计]}}\n`, { codes, files });
});

const found = (name: string) =>
  findingsOf({ 't.indicators.yaml': definition, 'demo.csv': `code,name,cases\na,甲,40\nb,${name},65\n` }).filter(
    ({ code }) => code === 'data-total-row',
  ).length;

test.each([
  '总计',
  '小计',
  '全国平均',
  '东部地区平均值',
  '中位数',
  'TOTAL',
  'Sub-total',
  'OECD average',
  'EU (mean)',
  'Ｔｏｔａｌ',
])('%s is one', name => expect(found(name)).toBe(1));

test.each(['平均乡', '合计镇', 'Totalan', 'Meanwood', 'Mediana', 'TotalEnergies', '会计局', '统计局', '审计署'])(
  '%s is none',
  name => expect(found(name)).toBe(0),
);
