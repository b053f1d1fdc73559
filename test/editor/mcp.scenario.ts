/** VS Code offers our MCP server to language models, and starts it: the tools are there. */
import type { Scenario, Stage } from './scenario.ts';
import { openFile, scoreStatus, screenshot, startCommand } from './workbench.ts';

export default [
  {
    name: 'mcp',
    locale: 'en',
    folder: 'samples/digital-government-2024',
    settings: { 'chat.disableAIFeatures': false },
    play,
  },
] satisfies readonly Scenario[];

async function play({ page, name }: Stage): Promise<void> {
  await openFile(page, 'dgsc-2024.indicators.yaml');
  await scoreStatus(page).filter({ hasText: '64' }).waitFor();
  await startCommand(page, 'MCP: List Servers');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'Indicator Systems' }).first().click();
  await rows.filter({ hasText: 'Start Server' }).first().click();
  // Its log is shown.
  await page
    .locator('.panel .view-line')
    .filter({ hasText: /Discovered\s3\stools/ })
    .waitFor();
  await screenshot(page, `${name}-running`);
}
