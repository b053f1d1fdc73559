/** The documents of a ranking: a page and a workbook that say what the report says, and harm nobody. */
import { expect, test } from 'vitest';
import { workbookOf } from '../../../server/src/data/writeXlsx.ts';
import { openXlsx } from '../../../server/src/data/xlsx.ts';
import { pageOf } from '../../../server/src/scoring/document/page.ts';
import { sheetsOf } from '../../../server/src/scoring/document/sheets.ts';
import { reportOf } from '../../../server/src/scoring/report/report.ts';
import { demo, demoData } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';

const evil = '<img src=x onerror=alert(1)>';

function documented(data = demoData, definition = demo) {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': definition, 'demo.csv': data });
  const scoring = workspace.scoring(file)!;
  const at = { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } };
  const finding = { code: 'weight-sum', severity: 'error', message: `${evil} & co`, file: 'a/b.yaml', range: at };
  const report = reportOf(scoring, { locale: 'en', findings: [finding] });
  return { scoring, report, locale: 'en' } as const;
}

test('the page has results, methodology with weights, expectations and findings, and neither script nor markup of the data', () => {
  const page = pageOf(documented(demoData.replace('甲省', `"${evil}"`)));
  for (const part of [
    'Ranking',
    'Methodology',
    'Min–max',
    'less is better',
    '42 %',
    '优秀名单',
    'weight-sum',
    'b.yaml:4',
  ]) {
    expect(page.toLowerCase()).toContain(part.toLowerCase());
  }
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).not.toMatch(/<img|<script|https?:/);
  expect(page).toContain('@media print');
});

test('the workbook has every table, numbers as numbers, and no cell is a formula', async () => {
  const data = demoData.replace('甲省', "=cmd|' /C calc'!A0").replace('丙市', '+1').replace('丁市', '@x');
  const sheets = sheetsOf(documented(data));
  expect(sheets.map(({ name }) => name)).toEqual([
    ...['Ranking', 'Scores', 'Methodology', 'Tiers', 'Publications', 'Expected results', 'Findings'],
  ]);
  expect(sheets[0]!.rows.slice(0, 2)).toEqual([
    ['Rank', 'Id', 'Unit', 'Score', 'Tier', 'kind', 'Rank in kind', 'Service', '公开'],
    [1, 'b', '乙省', 70, '优秀级', '省级', 1, 50, 100],
  ]);
  const bytes = await workbookOf(sheets);
  const text = new TextDecoder('latin1').decode(bytes);
  expect(text.startsWith('PK')).toBe(true);
  const opened = JSON.stringify(await openXlsx(bytes));
  expect(opened).toContain("=cmd|' /C calc'!A0");
  expect(opened).not.toMatch(/formula/i);
});
