/**
 * How long the extension takes to load and to start, beside an empty one that starts as a file of its own is opened:
 * figures of VS Code's own list of running extensions, printed. Runs only where it is asked for by name (INDICATORS_ACTIVATION=1): the figures are
 * those of the machine, and nothing here judges them.
 */
import type { Page } from 'playwright-core';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import { openFile, runCommand, scoreStatus, startCommand } from './workbench.ts';

const nStarts = 4;
const names = ['Indicator Systems', 'Empty Extension'] as const;

export default process.env.INDICATORS_ACTIVATION === undefined
  ? []
  : ([
      {
        name: 'activation',
        locale: 'en',
        folder: 'samples/digital-government-2024',
        files: { 'a.empty': '' },
        beside: 'start',
        play,
      },
    ] satisfies readonly Scenario[]);

async function play({ page }: Stage): Promise<void> {
  const times = names.map((): number[] => []);
  for (let start = 0; start < nStarts; start++) {
    if (start > 0) await Promise.all([page.waitForEvent('load'), startCommand(page, 'Developer: Reload Window')]);
    // One after the other: while one starts the other waits.
    await openFile(page, 'a.empty');
    times[1]!.push(await millisecondsOf(page, names[1]));
    await openFile(page, 'dgsc-2024.indicators.yaml');
    await scoreStatus(page).filter({ hasText: '64' }).waitFor();
    times[0]!.push(await millisecondsOf(page, names[0]));
    await runCommand(page, 'View: Close All Editors');
  }
  for (const [index, extension] of names.entries()) {
    const sorted = times[index]!.sort((a, b) => a - b);
    console.log(`  ${extension}, loaded and started, ${nStarts} times: ${sorted.join(', ')} ms`);
  }
}

/** Of loading the code and of the call that starts it. */
async function millisecondsOf(page: Page, extension: string): Promise<number> {
  const rows = page.locator('.runtime-extensions-editor .monaco-list-row');
  const row = rows.filter({ has: page.getByText(extension, { exact: true }) }).first();
  return until(`${extension} runs`, async () => {
    await runCommand(page, 'Developer: Show Running Extensions');
    await rows.first().waitFor();
    const isShown = () =>
      row.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => false,
      );
    // The slowest are the first; what is not in view is at the other end.
    await page.mouse.move(800, 500);
    if (!(await isShown())) await page.mouse.wheel(0, 5000);
    const text = (await isShown()) ? await row.locator('.activation-time').textContent() : '';
    await page.keyboard.press('Escape');
    await rows.first().waitFor({ state: 'hidden' });
    const [, milliseconds] = /(\d+)\s*ms/.exec(text ?? '') ?? [];
    return milliseconds === undefined ? undefined : Number(milliseconds);
  });
}
