/**
 * Everything of the panel, as a person uses it: every tab (nothing that axe calls serious in any), other methods side by
 * side, weights tried, written and taken back, the ways out through the save dialog, a reload. In both languages, in a
 * light, a dark and a high contrast theme.
 */
import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { EditorLocale } from './codeServer.ts';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import { openFile, runCommand, screenshot, startCommand, webview } from './workbench.ts';

const file = 'dgsc-2024.indicators.yaml';
const tabs = ['ranking', 'moves', 'indicators', 'heat', 'tiers', 'publications', 'expectations'];
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const texts = {
  en: {
    preview: 'Indicators: Preview Ranking',
    trial: 'Geometric mean',
    addTrial: 'Try another method…',
    whatIf: 'What if…',
    write: 'Write into the file',
    first: 'Governance',
    export: 'Export…',
  },
  'zh-cn': {
    preview: '指标体系: 预览排名',
    trial: '加权几何平均',
    addTrial: '试算其他方法…',
    whatIf: '试算权重…',
    write: '写回文件',
    first: '管理保障度',
    export: '导出…',
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
  await page.locator('#indicator-systems\\.indicators\\.indicators\\.score').filter({ hasText: '64' }).waitFor();
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

  // The ways out, through VS Code's own save dialog.
  const ways = panel.locator(`select[aria-label="${text.export}"]`);
  for (const [format, name, start] of [
    ['csv', 'dgsc-2024.csv', '\uFEFF'],
    ['html', 'dgsc-2024.html', '<!doctype html>'],
    ['xlsx', 'dgsc-2024.xlsx', 'PK'],
  ] as const) {
    await ways.selectOption(format);
    await saveAs(page, join(folder, name), start);
  }
  await panel.locator('#tab-moves').click();
  for (const [kind, name, start] of [
    ['SVG', 'dgsc-2024-moves.svg', '<svg '],
    ['PNG', 'dgsc-2024-moves.png', '\uFFFDPNG'],
  ] as const) {
    await panel.getByRole('button', { name: kind }).click();
    await saveAs(page, join(folder, name), start);
  }

  // A reload finds the panel as it was.
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

/** The frame of the panel's own page, inside VS Code's frames. */
async function pageFrame(page: Page): Promise<Frame> {
  return until('the frame of the panel', async () => {
    for (const frame of page.frames()) {
      if (await frame.evaluate(() => document.getElementById('page') !== null).catch(() => false)) return frame;
    }
    return undefined;
  });
}

/** VS Code proposes a name beside the definition: it is taken. */
async function saveAs(page: Page, path: string, start: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type=text]');
  await until('the save dialog proposes the file', async () => (await input.inputValue()).endsWith(path));
  await input.press('Enter');
  await until(`${path} is there`, async () => ((await stat(path).catch(() => undefined))?.size ?? 0) > 0);
  const content = await readFile(path, 'utf8');
  assert.ok(content.startsWith(start), `${path} begins with ${JSON.stringify(content.slice(0, 20))}`);
}
