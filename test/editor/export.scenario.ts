/**
 * Every way of a ranking into a file, from the palette alone and from the panel, in both languages: the files are opened again,
 * and names that would be a program elsewhere are texts in them.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isPicture, isReport, isTable, isWorkbook } from './exported.ts';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import {
  openFile,
  pickExport,
  saveAs,
  scoreStatus,
  screenshot,
  screenshotFolder,
  startCommand,
  startExport,
  webview,
} from './workbench.ts';

const image = '<img src=x onerror="document.title=1">';
const formula = "=cmd|' /C calc'!A0";
const definition = `indicatorSystem: 1
id: hostile
title: '<script>document.title=1</script>'
weights: percent
units: {id: code, name: name}
data: [{path: hostile.csv}]
defaults: {normalise: {method: min-max}}
indicators:
  - {id: a, name: '=1+1', weight: 60}
  - {id: b, name: '${image}', weight: 40}
tiers: [{name: '@good', atLeast: 50}, {name: rest}]
ranking: {round: {decimals: 2}}
`;
const data = `code,name,a,b
u1,"${image.replaceAll('"', '""')}",1,9
u2,"${formula}",5,5
u3,+1+2,9,2
`;
const texts = {
  en: {
    export: ['Indicators: Export…', 'Export…'],
    kinds: {
      html: 'Report for Publication',
      xlsx: 'Workbook',
      csv: 'Table as Shown in the Panel',
      moves: 'Rank Moves',
      weights: 'Framework with Weights',
      heat: 'Heat Map',
    },
    addTrial: 'Try another method…',
    trial: 'Geometric mean',
  },
  'zh-cn': {
    export: ['指标体系: 导出…', '导出…'],
    kinds: {
      html: '公布用报告',
      xlsx: '工作簿',
      csv: '面板中的当前表格',
      moves: '位次变动',
      weights: '指标体系与权重',
      heat: '热力图',
    },
    addTrial: '试算其他方法…',
    trial: '加权几何平均',
  },
} as const;

export default (['en', 'zh-cn'] as const).map(
  (locale): Scenario => ({
    name: `export ${locale}`,
    locale,
    folder: 'samples/egdi/data',
    files: { 'hostile.indicators.yaml': definition, 'hostile.csv': data },
    play,
  }),
);

async function play({ page, name, folder, locale }: Stage): Promise<void> {
  const { export: titles, kinds, addTrial, trial } = texts[locale];
  const file = (ending: string) => join(folder, `hostile${ending}`);
  const exported = async (kind: string, ending: string) => {
    await startExport(page, titles[0], kind, ending);
    await saveAs(page, file(ending));
  };
  await openFile(page, 'hostile.indicators.yaml');
  await scoreStatus(page).filter({ hasText: '3' }).waitFor();

  // No panel is open: the server makes documents, and the panel comes for what it makes.
  await exported(kinds.html, '-report.html');
  await isReport(page, file('-report.html'), image, join(screenshotFolder, `${name}-report.png`));
  await exported(kinds.xlsx, '-ranking.xlsx');
  await isWorkbook(file('-ranking.xlsx'), [formula, image]);
  await startCommand(page, titles[0]);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: kinds.csv }).waitFor();
  await screenshot(page, `${name}-kinds`);
  await page.keyboard.press('Escape');
  await exported(kinds.csv, '-ranking.csv');
  await isTable(file('-ranking.csv'), [`'${formula}`, "'+1+2", "'@good", "'=1+1"]);

  // Now the panel is there; charts of a part that is not shown.
  await exported(kinds.weights, '-weights.svg');
  await exported(kinds.heat, '-heat-map.png');
  const panel = webview(page);
  await panel.locator('#tab-moves').click();
  await panel.locator(`select[aria-label="${addTrial}"]`).selectOption({ label: trial });
  await panel.locator('.picture .is-circle').first().waitFor();
  await exported(kinds.moves, '-moves.svg');
  await panel.getByRole('button', { name: 'PNG' }).click();
  await saveAs(page, file('-moves.png'));
  await screenshot(page, `${name}-panel`);
  for (const ending of ['-weights.svg', '-heat-map.png', '-moves.svg', '-moves.png'])
    await isPicture(page, file(ending));
  const moves = await readFile(file('-moves.svg'), 'utf8');
  assert.ok(moves.includes('&lt;img src=x') && !moves.includes('<img'), 'names are texts');

  // The title of the panel offers the same.
  await until('the title offers it', async () => {
    await page.locator(`.editor-actions a[aria-label^="${titles[1]}"]`).first().click();
    await pickExport(page, kinds.heat, '.svg');
    return true;
  });
  await saveAs(page, file('-heat-map.svg'));
  await isPicture(page, file('-heat-map.svg'));
}
