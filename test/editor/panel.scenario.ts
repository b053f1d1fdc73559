/**
 * Everything of the panel, as a person uses it: every tab (nothing that axe calls serious in any), other methods side by
 * side, weights tried, written and taken back, a reload. In both languages, in a
 * light, a dark and a high contrast theme.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { EditorLocale } from './codeServer.ts';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import { openFile, pageFrame, runCommand, scoreStatus, screenshot, startCommand, webview } from './workbench.ts';

const file = 'dgsc-2024.indicators.yaml';
const tabs = ['ranking', 'moves', 'indicators', 'heat', 'tiers', 'publications', 'expectations'];
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const texts = {
  en: {
    preview: 'Indicators: Preview Ranking',
    trial: 'Geometric mean',
    addTrial: 'Try another method…',
    whatIf: 'What if…',
    explain: 'Explain Unit',
    write: 'Write into the file',
    first: 'Governance',
  },
  'zh-cn': {
    preview: '指标体系: 预览排名',
    trial: '加权几何平均',
    addTrial: '试算其他方法…',
    whatIf: '试算权重…',
    explain: '解释评估对象的得分',
    write: '写回文件',
    first: '管理保障度',
  },
};

export default [
  scenario('en', 'Default Light Modern', 'light'),
  scenario('zh-cn', 'Default Dark Modern', 'dark'),
  scenario('en', 'Default High Contrast', 'contrast'),
];

function scenario(locale: EditorLocale, theme: string, name: string): Scenario {
  return {
    name: `panel ${locale} ${name}`,
    locale,
    folder: 'samples/digital-government-2024',
    settings: { 'workbench.colorTheme': theme },
    play: stage => play(stage, name),
  };
}

async function play({ page, folder, locale }: Stage, theme: string): Promise<void> {
  const text = texts[locale];
  const path = join(folder, file);
  const written = await readFile(path, 'utf8');
  const picture = (name: string) => screenshot(page, `panel-${locale}-${theme}-${name}`);

  await openFile(page, file);
  await scoreStatus(page).filter({ hasText: '64' }).waitFor();
  await runCommand(page, text.preview);
  const panel = webview(page);
  await panel.locator('[data-unit]').first().waitFor();

  const serious: string[] = [];
  for (const tab of tabs) {
    await panel.locator(`#tab-${tab}`).click();
    await panel.locator(`#part-${tab}`).waitFor();
    if (tab === 'moves') {
      await panel.locator(`select[aria-label="${text.addTrial}"]`).selectOption({ label: text.trial });
      await panel.locator('.picture .is-circle').first().waitFor();
    }
    if (tab === 'indicators') await panel.locator('.rings .is-area').first().waitFor();
    if (tab === 'heat') {
      const facts = panel.locator('.heat-part .facts strong');
      await panel.locator('.heat-field').focus();
      await until('a cell tells its facts', async () => {
        await page.keyboard.press('ArrowDown'); // does nothing before the first cells have come
        return facts.isVisible();
      });
    }
    await picture(tab);
    serious.push(...(await faultsFor(page, tab)));
  }
  assert.deepEqual(serious, []);

  // The title of the panel asks which of its units to explain.
  await page.locator(`.editor-actions a[aria-label^="${text.explain}"]`).first().click();
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '杭州市' }).waitFor();
  await page.keyboard.press('Escape');

  // Weights are tried, written as one edit that keeps the comments, and taken back.
  await panel.locator('#tab-ranking').click();
  await panel.getByRole('button', { name: text.whatIf }).click();
  const slider = panel.getByRole('slider', { name: text.first });
  await slider.fill('30');
  await panel.locator('.row .tried-rank').first().waitFor();
  await picture('what-if');
  await panel.locator('.what-if').getByRole('button', { name: text.write }).click();
  await page.locator('.tab.dirty').click();
  await page.keyboard.press('Control+s');
  const changed = await until('the weights are in the file', async () => {
    const now = await readFile(path, 'utf8');
    return now !== written && now;
  });
  assert.match(changed, /^ {4}weight: 30$/m);
  assert.equal(changed.replaceAll(/weight: [\d.]+/g, ''), written.replaceAll(/weight: [\d.]+/g, ''));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
  await until('one undo takes all of it back', async () => (await readFile(path, 'utf8')) === written);

  // A reload finds the panel as it was.
  await panel.locator('#tab-moves').click();
  await Promise.all([page.waitForEvent('load'), startCommand(page, 'Developer: Reload Window')]);
  await page.locator('.statusbar').waitFor();
  await webview(page).locator('#tab-moves[aria-selected=true]').waitFor();
  await webview(page).locator('.picture .is-circle').first().waitFor();
  await picture('reloaded');
}

/** What axe calls serious or critical in the panel's page. */
async function faultsFor(page: Page, tab: string): Promise<readonly string[]> {
  const frame = await pageFrame(page);
  await frame.evaluate(await readFile(axe, 'utf8'));
  const violations = await frame.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; impact: string; nodes: { html: string; any: { message: string }[] }[] }[];
        }>;
      };
    };
    return (await tool.run()).violations.map(({ id, impact, nodes }) => {
      const [first] = nodes;
      return {
        impact,
        text: `${id} (${impact}, ${nodes.length}): ${first?.html.slice(0, 160)} ${first?.any[0]?.message ?? ''}`,
      };
    });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ text }) => `${tab}: ${text}`);
}
