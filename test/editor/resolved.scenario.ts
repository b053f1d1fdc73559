/** Everything that a definition inherits is seen beside it, read-only, and follows each edit: in both languages. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import { goTo, openFile, replaceAt, runCommand, scoreStatus, screenshot } from './workbench.ts';

const file = 'dgsc-2024.indicators.yaml';
const texts = {
  en: { resolve: 'Indicators: Show Resolved Definition', effective: /effective weight/ },
  'zh-cn': { resolve: '指标体系: 显示完全展开的定义', effective: /综合权重/ },
};

export default (['en', 'zh-cn'] as const).map(
  (locale): Scenario => ({
    name: `resolved ${locale}`,
    locale,
    folder: 'samples/digital-government-2024',
    play,
  }),
);

async function play({ page, name, locale }: Stage): Promise<void> {
  const { resolve, effective } = texts[locale];
  await openFile(page, file);
  await scoreStatus(page).filter({ hasText: '64' }).waitFor();
  await goTo(page, 61, 13);
  await runCommand(page, resolve);
  const editor = page
    .locator('.editor-group-container')
    .filter({ has: page.locator('.tab').filter({ hasText: 'dgsc-2024.resolved.yaml' }) });
  await editor.locator('.view-line').first().waitFor();
  await until('the resolved text is shown', async () => effective.test(await textOf(editor)));
  await screenshot(page, `${name}-1-shown`);

  // It cannot be edited.
  await editor.locator('.view-lines').click();
  const before = await textOf(editor);
  await page.keyboard.type('x');
  await screenshot(page, `${name}-2-read-only`);
  assert.equal(await textOf(editor), before);
  await page.keyboard.press('Escape');

  // It follows the definition.
  await page.locator('.tab').filter({ hasText: file }).first().click();
  await replaceAt(page, 61, 13, 2, '13');
  await until('the weight has reached it', async () => (await textOf(editor)) !== before);
  await screenshot(page, `${name}-3-followed`);
  await isWithoutProblems(page);
}

/** The lines in view. */
async function textOf(editor: Locator): Promise<string> {
  const lines = await editor.locator('.view-line').allTextContents();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

/** What is shown is not itself checked: the sum is wrong in the definition alone. */
async function isWithoutProblems(page: Page): Promise<void> {
  await page.locator('.squiggly-error').first().waitFor();
  assert.equal(
    await page.locator('.tab').filter({ hasText: 'resolved' }).locator('.monaco-decoration-badge').count(),
    0,
  );
}
