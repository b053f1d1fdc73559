/** A project's configuration is written in the editor: keys are offered, a slip is marked, and a definition is judged by it as it is typed. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import { goTo, openFile, problems, screenshot } from './workbench.ts';

const definition = 'dgsc-2024.indicators.yaml';
const configuration = 'indicators.config.yaml';

export default [
  { name: 'configuration en', locale: 'en', folder: 'samples/digital-government-2024', play },
] satisfies readonly Scenario[];

async function play({ page, folder }: Stage): Promise<void> {
  await writeFile(join(folder, configuration), '# What holds for this project\n\n');
  await openFile(page, definition);
  await until('the definition is judged', async () => (await codes()).includes('rank-close'));
  await openFile(page, configuration);
  await page.locator('#status\\.editor\\.mode').filter({ hasText: 'Indicator Systems Configuration' }).waitFor();

  await goTo(page, 2, 1);
  await page.keyboard.type('ru');
  const offered = page.locator('.suggest-widget .monaco-list-row');
  await offered.filter({ hasText: 'rules' }).first().waitFor();
  await screenshot(page, 'configuration-en-1-keys');
  await page.keyboard.press('Escape');
  await page.keyboard.type('les: {rank-clos: {severity: off, reason: two decimals are published}}', { delay: 2 });
  await page.keyboard.press('Escape');
  await until('the slip is marked', async () => (await codes()).includes('unknown-key'));
  await screenshot(page, 'configuration-en-2-slip');

  await goTo(page, 2, 'rules: {rank-clos'.length + 1);
  await page.keyboard.type('e');
  await page.keyboard.press('Escape');
  await until('the definition is judged by it', async () => {
    const found = await codes();
    return !found.includes('unknown-key') && !found.includes('rank-close');
  });
  await screenshot(page, 'configuration-en-3-judged');

  async function codes(): Promise<readonly string[]> {
    return (await problems(page)).inView.map(({ code }) => code);
  }
}
