/** A workbook of a large table takes a while: that is told, and cancelled there nobody is asked where to put it. */
import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isWorkbook } from './exported.ts';
import type { Scenario, Stage } from './scenario.ts';
import { openFile, saveAs, scoreStatus, screenshot, startExport } from './workbench.ts';

const [nUnits, nLeaves] = [6000, 250];
const leaves = Array.from({ length: nLeaves }, (_, leaf) => leaf);
const small = definitionOf('small', leaves.slice(0, 2));

export default [
  {
    name: 'export cancelled',
    locale: 'en',
    folder: 'samples/egdi/data',
    files: {
      'large.indicators.yaml': definitionOf('large', leaves),
      'small.indicators.yaml': small,
      'small.csv': 'code,l0,l1\nu1,1,9\nu2,5,5\nu3,9,2\n',
    },
    play,
  },
] satisfies readonly Scenario[];

async function play({ page, name, folder }: Stage): Promise<void> {
  const rows = Array.from({ length: nUnits }, (_, unit) => [
    `u${unit}`,
    ...leaves.map(leaf => (unit * 7 + leaf * 13) % 101),
  ]);
  await writeFile(join(folder, 'large.csv'), [['code', ...leaves.map(leaf => `l${leaf}`)], ...rows].join('\n'));
  const files = await readdir(folder);
  const exportWorkbook = async (definition: string, nScored: number) => {
    await openFile(page, definition);
    await scoreStatus(page)
      .filter({ hasText: `${nScored.toLocaleString('en')} scored` })
      .waitFor();
    await startExport(page, 'Indicators: Export…', 'Workbook', '.xlsx');
  };
  await exportWorkbook('large.indicators.yaml', nUnits);
  await page.locator('#status\\.notifications').click();
  const told = page.locator('.notification-list-item').filter({ hasText: 'exporting' });
  await told.waitFor();
  await screenshot(page, `${name}-told`);
  await told.getByRole('button', { name: 'Cancel' }).click();
  await told.waitFor({ state: 'detached' });

  // The server answers in order: what is asked for afterwards is there, and nobody has asked where to put the first.
  await exportWorkbook('small.indicators.yaml', 3);
  await saveAs(page, join(folder, 'small-ranking.xlsx'));
  await isWorkbook(join(folder, 'small-ranking.xlsx'), ['u3']);
  assert.deepEqual(await readdir(folder), [...files, 'small-ranking.xlsx'].sort());
}

function definitionOf(id: string, leafNumbers: readonly number[]): string {
  return `indicatorSystem: 1
id: ${id}
weights: relative
units: {id: code}
data: [{path: ${id}.csv}]
defaults: {normalise: {method: min-max}}
indicators:
${leafNumbers.map(leaf => `  - {id: l${leaf}, name: Leaf ${leaf}, weight: ${1 + (leaf % 7)}}`).join('\n')}
ranking: {round: {decimals: 2}}
`;
}
