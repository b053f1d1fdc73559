/** Comparing two large editions takes a while: that is told, cancelled where it is told, and done when asked for again. */
import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scenario, Stage } from './scenario.ts';
import { openFile, pick, scoreStatus, screenshot, startCommand, webview } from './workbench.ts';

/** Of more units it is not worked out what each change does, and comparing is done at once. */
const [nUnits, nLeaves] = [4600, 250];
const leaves = Array.from({ length: nLeaves }, (_, leaf) => leaf);

export default [
  {
    name: 'compare cancelled',
    locale: 'en',
    folder: 'samples/egdi/data',
    files: {
      'large.indicators.yaml': definitionOf(leaf => 1 + (leaf % 7)),
      'earlier.indicators.yaml': definitionOf(leaf => 1 + (leaf % 5)),
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
  await openFile(page, 'large.indicators.yaml');
  await scoreStatus(page)
    .filter({ hasText: `${nUnits.toLocaleString('en')} scored` })
    .waitFor();
  await startCommand(page, 'Indicators: Compare with a File…');
  await pick(page, 'earlier.indicators.yaml');
  await page.locator('#status\\.notifications').click();
  const told = page.locator('.notification-list-item').filter({ hasText: 'Comparing with' });
  await told.getByRole('button', { name: 'Cancel' }).click();
  await told.waitFor({ state: 'detached' });
  const panel = webview(page);
  await panel.getByText('Comparing was cancelled.').waitFor();
  await screenshot(page, name);
  assert.equal(await panel.locator('.changes li').count(), 0);
  assert.deepEqual(await readdir(folder), files);

  await panel.getByRole('button', { name: 'Refresh' }).click();
  await panel.locator('.changes li').first().waitFor();
  assert.equal(await panel.getByText('Comparing was cancelled.').count(), 0);
}

/** Fifty groups of five: so many changes, of each of which it is worked out what it does. */
function definitionOf(weight: (leaf: number) => number): string {
  const member = (leaf: number) => `{id: l${leaf}, name: Leaf ${leaf}, weight: ${weight(leaf)}}`;
  return `indicatorSystem: 1
id: large
weights: relative
units: {id: code}
data: [{path: large.csv}]
defaults: {normalise: {method: min-max}}
indicators:
${Array.from(
  { length: nLeaves / 5 },
  (_, group) =>
    `  - {id: g${group}, name: Group ${group}, weight: 1, indicators: [${leaves
      .slice(group * 5, group * 5 + 5)
      .map(member)
      .join(', ')}]}`,
).join('\n')}
ranking: {round: {decimals: 2}}
`;
}
