/**
 * A ranking's ways into files where there is neither a disk nor a process: what the page has made is downloaded and opened
 * again.
 */
import { isPicture, isReport, isTable, isWorkbook } from './exported.ts';
import type { Scenario, Stage } from './scenario.ts';
import { download, openFile, saveInPage, scoreStatus, screenshot, startExport } from './workbench.ts';

const image = '<img src=x onerror="document.title=1">';
const formula = "=cmd|' /C calc'!A0";
const small = definitionOf('small', 2);
const smallData = `code,name,l0,l1\nu1,"${image.replaceAll('"', '""')}",1,9\nu2,"${formula}",5,5\nu3,+1+2,9,2\n`;

export default [
  {
    name: 'export in the browser',
    locale: 'en',
    editor: 'browser',
    folder: 'samples/egdi/data',
    files: { 'small.indicators.yaml': small, 'small.csv': smallData },
    play: exportAll,
  },
] satisfies readonly Scenario[];

async function exportAll({ page, name }: Stage): Promise<void> {
  await openFile(page, 'small.indicators.yaml');
  await scoreStatus(page).filter({ hasText: '3 scored' }).waitFor();
  const exported = async (kind: string, ending: string) => {
    await startExport(page, 'Indicators: Export…', kind, ending);
    await saveInPage(page, `small${ending}`);
    return download(page, `small${ending}`);
  };
  await isReport(page, await exported('Report for Publication', '-report.html'), image);
  await isWorkbook(await exported('Workbook', '-ranking.xlsx'), [formula, image]);
  await isTable(await exported('Table as Shown in the Panel', '-ranking.csv'), [`'${formula}`, "'+1+2"]);
  await isPicture(page, await exported('Framework with Weights', '-weights.svg'));
  await isPicture(page, await exported('Heat Map', '-heat-map.png'));
  await screenshot(page, name);
}

function definitionOf(id: string, nLeaves: number): string {
  return `indicatorSystem: 1
id: ${id}
title: '<script>document.title=1</script>'
weights: relative
units: {id: code, name: name}
data: [{path: ${id}.csv}]
defaults: {normalise: {method: min-max}}
indicators:
${Array.from({ length: nLeaves }, (_, leaf) => `  - {id: l${leaf}, name: '=${leaf}+1', weight: ${1 + (leaf % 7)}}`).join('\n')}
ranking: {round: {decimals: 2}}
`;
}
