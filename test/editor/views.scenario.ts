/** An author finds the way in the framework, sees what an edit does in tree, status bar and tests, and comes back: in both languages. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import { goTo, openFile, replaceAt, runCommand, scoreStatus, screenshot } from './workbench.ts';

const file = 'dgsc-2024.indicators.yaml';
const texts = {
  en: {
    view: 'Framework',
    first: 'Governance',
    percent: ' %',
    scored: '64 scored',
    stale: 'Last good ranking',
    tests: 'Testing: Focus on Test Explorer View',
    claim: 'Developing',
    errors: '5 errors',
  },
  'zh-cn': {
    view: '指标体系',
    first: '管理保障度',
    percent: '%',
    scored: '64 个已计分',
    stale: '上次有效排名',
    tests: 'Testing: Focus on Test Explorer View',
    claim: '发展级',
    errors: '5 个错误',
  },
};

const sample = 'samples/digital-government-2024';

export default [
  { name: 'views en', locale: 'en', folder: sample, play },
  { name: 'views zh-cn', locale: 'zh-cn', folder: sample, play },
  { name: 'views in the browser', locale: 'en', editor: 'browser', folder: sample, play },
  { name: 'views in the browser zh-cn', locale: 'zh-cn', editor: 'browser', folder: sample, play },
] satisfies readonly Scenario[];

async function play({ page, folder, locale, name }: Stage): Promise<void> {
  const text = texts[locale];
  const definition = await readFile(join(folder, file), 'utf8');
  const status = scoreStatus(page);

  await openFile(page, file);
  await status.filter({ hasText: text.scored }).waitFor();
  // The browser's VS Code reads the manifest of an extension that is not from a gallery in English only.
  const view = name.includes('browser') ? texts.en.view : text.view;
  const header = page.locator(`.pane-header[aria-label^="${view}"]`);
  await header.click(); // VS Code shows a new view of the Explorer folded
  const tree = page.locator('.pane').filter({ has: page.locator(`.pane-header[aria-label^="${view}"]`) });
  const rows = tree.locator('.monaco-list-row');
  const first = rows.filter({ hasText: text.first }).first();
  await first.filter({ hasText: `12${text.percent}` }).waitFor();

  // The cursor in an indicator unfolds the tree down to it.
  const leader = placeOf(definition, 'id: leading-group');
  await goTo(page, leader.line, leader.column);
  const selected = tree.locator('.monaco-list-row.selected');
  await selected.filter({ hasText: `35 · 2.1${text.percent}` }).waitFor();
  await screenshot(page, `${name}-1-cursor`);

  // A click goes to the line.
  await rows
    .filter({ hasText: `12${text.percent}` })
    .first()
    .click();
  const management = placeOf(definition, 'management\n');
  await page
    .locator('#status\\.editor\\.selection')
    .filter({ hasText: new RegExp(`\\b${management.line}\\b`) })
    .waitFor();

  // An edit that breaks the sum is marked where it stands, and counted below.
  const weight = placeOf(definition, /^ {4}weight: (?=12$)/m);
  await replaceAt(page, weight.line, weight.column, 2, '13');
  await rows.filter({ hasText: text.first }).first().filter({ hasText: '13' }).waitFor();
  await until('the error is marked in the tree', async () => (await tree.locator('.codicon-error').count()) > 0);
  await until('the status bar counts it, and the expectations that no longer come out', async () =>
    /\b5\b/.test(await marksOf(status)),
  );
  assert.match((await status.locator('a').getAttribute('aria-label')) ?? '', new RegExp(text.errors));
  await status.locator('a').click();
  await page.locator('.markers-panel').waitFor();
  await screenshot(page, `${name}-2-error`);
  await page.keyboard.press('Control+Shift+m');

  // What no longer comes out fails as a test.
  await runCommand(page, text.tests);
  const tests = page.locator('.test-explorer .monaco-list-row');
  if ((await tests.first().getAttribute('aria-expanded')) === 'false')
    await tests.first().locator('.monaco-tl-twistie').click();
  const failed = tests.filter({ hasText: text.claim });
  await failed.first().waitFor();
  await page.getByText('40/44').first().waitFor(); // of 44 expectations the four on the lower tiers fail
  await screenshot(page, `${name}-3-tests`);
  await page.keyboard.press('Control+Shift+e');
  await replaceAt(page, weight.line, weight.column, 2, '12');
  await until('no error is left', async () => (await marksOf(status)) === '');

  // A text that cannot be scored keeps the last good ranking, and says so.
  const levels = placeOf(definition, 'levels:');
  await goTo(page, levels.line, levels.column);
  await page.keyboard.type('{');
  await status.filter({ hasText: text.stale }).waitFor();
  await screenshot(page, `${name}-4-stale`);
}

/** The counts of findings beside the words. */
async function marksOf(status: Locator): Promise<string> {
  const text = (await status.textContent()) ?? '';
  return text
    .replaceAll('\u00a0', ' ')
    .trim()
    .replace(/^\D*64\D*/, '');
}

/** Where a text begins, or where a pattern ends; line and column from 1. */
function placeOf(definition: string, what: string | RegExp): { readonly line: number; readonly column: number } {
  const match = typeof what === 'string' ? undefined : what.exec(definition);
  const offset = typeof what === 'string' ? definition.indexOf(what) : match ? match.index + match[0].length : -1;
  assert.ok(offset >= 0, `${file} has ${what}`);
  const lines = definition.slice(0, offset).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
