/**
 * Who has never seen the extension follows its walkthrough on the sample, then starts a system of their own from a data file: in both
 * languages.
 */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import { pick, replaceAt, screenshot, startCommand, webview } from './workbench.ts';

const texts = {
  en: {
    walkthrough: 'Get started with Indicator Systems',
    buttons: {
      open: 'Open the Sample',
      preview: 'Preview Ranking',
      explain: 'Explain Unit',
      own: 'New Indicator System',
    },
    steps: {
      open: 'Open a sample',
      preview: 'See the ranking',
      change: 'Change a weight',
      explain: 'Explain a unit',
      own: 'Start your own',
    },
    data: [
      'Code,City,Region,GDP per capita (USD),Unemployment rate (%),Data office,Services online (%)',
      'HGH,Hangzhou,East,21000,2.7,yes,98.2',
      'NKG,Nanjing,East,24700,2.3,yes,97.1',
      'CTU,Chengdu,West,14400,3.1,no,96.4',
      "XIY,Xi'an,West,12300,3.6,yes,93.8",
    ],
    guesses: [
      /^ {2}id: Code$/m,
      /^ {4}region: .*East, West/m,
      /unemployment-rate\n(.*\n){4} {4}direction: negative/,
      /yes: 100/,
    ],
    first: 'NKG',
  },
  'zh-cn': {
    walkthrough: '指标体系入门',
    buttons: { open: '打开示例', preview: '预览排名', explain: '解释评估对象', own: '新建指标体系' },
    steps: {
      open: '打开示例',
      preview: '查看排名',
      change: '修改一个权重',
      explain: '解释得分',
      own: '建立自己的指标体系',
    },
    data: [
      '行政区划代码,城市,区域,人均GDP(元),失业率（%）,设立数据局,网办率(%)',
      '330100,杭州市,东部,152588,2.7,是,98.2',
      '320100,南京市,东部,178781,2.3,是,97.1',
      '510100,成都市,西部,104000,3.1,否,96.4',
      '610100,西安市,西部,88806,3.6,是,93.8',
    ],
    guesses: [
      /^ {2}id: 行政区划代码$/m,
      /^ {4}区域: .*东部, 西部/m,
      /name: 失业率\n(.*\n){3} {4}direction: negative/,
      /是: 100/,
    ],
    first: '320100',
  },
} as const;

export default [
  { name: 'start en', locale: 'en', folder: 'samples/egdi/data', play },
  { name: 'start zh-cn', locale: 'zh-cn', folder: 'samples/egdi/data', play },
] satisfies readonly Scenario[];

async function play({ page, name, locale, folder }: Stage): Promise<void> {
  const { walkthrough, steps, buttons, data, guesses, first } = texts[locale];
  await writeFile(join(folder, 'cities.csv'), `${data.join('\n')}\n`);
  await startCommand(page, 'Welcome: Open Walkthrough...');
  await pick(page, walkthrough);
  await takeStep(page, steps.open, buttons.open);
  await page.locator('.tab.active').filter({ hasText: 'dgsc-2024.indicators.yaml' }).waitFor();

  await backToWalkthrough(page);
  await takeStep(page, steps.preview, buttons.preview);
  await webview(page).locator('[role=grid] [data-unit="330100"]').waitFor();
  await screenshot(page, `${name}-1-preview`);

  // The third step is done when the sum is wrong.
  await page.locator('.tab').filter({ hasText: 'dgsc-2024.indicators.yaml' }).first().click();
  await replaceAt(page, 61, 13, 2, '13');
  await page.locator('.squiggly-error').first().waitFor();
  await backToWalkthrough(page);
  await stepOf(page, steps.change).locator('.codicon.complete').waitFor();
  await screenshot(page, `${name}-2-walkthrough`);

  await takeStepAndPick(page, steps.explain, buttons.explain, '杭州市');
  await until('the explanation is shown', () => isShown(page, '.markdown-body h1', '杭州市'));
  await screenshot(page, `${name}-3-explained`);

  await backToWalkthrough(page);
  await takeStepAndPick(page, steps.own, buttons.own, 'cities.csv');
  await page.locator('.tab.active').filter({ hasText: 'cities.indicators.yaml' }).waitFor();
  await webview(page).locator(`[role=grid] [data-unit="${first}"]`).waitFor();
  await screenshot(page, `${name}-4-new`);
  const definition = await readFile(join(folder, 'cities.indicators.yaml'), 'utf8');
  for (const guess of guesses) assert.match(definition, guess);
}

/** Opens a step of the walkthrough and presses its button. */
async function takeStep(page: Page, title: string, button: string): Promise<void> {
  const step = stepOf(page, title);
  if (!(await step.getByRole('button', { name: button }).isVisible())) await step.click();
  await step.getByRole('button', { name: button }).click();
}

/** A step that opens takes the focus a little later, and a list without the focus closes: then the button is pressed again. */
async function takeStepAndPick(page: Page, title: string, button: string, text: string): Promise<void> {
  await until(`${text} is picked`, async () => {
    await takeStep(page, title, button);
    await pick(page, text);
    return true;
  });
}

function stepOf(page: Page, title: string) {
  return page.locator('.getting-started-step').filter({ has: page.getByText(title, { exact: true }) });
}

async function backToWalkthrough(page: Page): Promise<void> {
  await page.locator('.tab').filter({ hasText: 'Welcome' }).first().click();
  await page.locator('.getting-started-step').first().waitFor();
}

/** Whether any of the pages inside the window shows it. */
async function isShown(page: Page, selector: string, text: string): Promise<boolean> {
  for (const frame of page.frames())
    if ((await frame.locator(selector).filter({ hasText: text }).count()) > 0) return true;
  return false;
}
