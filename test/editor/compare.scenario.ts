/**
 * A reviewer compares the text under the cursor with the last commit, with the previous edition and with a file, and reads what the
 * command line prints: in both languages, in a dark and a light theme.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import type { EditorLocale } from './codeServer.ts';
import { commandLine } from './commandLine.ts';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import { openFile, pick, replaceAt, runCommand, scoreStatus, screenshot, startCommand, webview } from './workbench.ts';

const file = 'dgsc-2024.indicators.yaml';
const earlier = 'dgsc-2023.indicators.yaml';
const first = /^ {4}weight: (?=12$)/m; // of 管理保障度, the first level-1 indicator
const texts = {
  en: {
    commit: 'Indicators: Compare with Last Commit',
    previous: 'Indicators: Compare with Previous Edition',
    file: 'Indicators: Compare with a File…',
    nothing: 'Nothing changed that concerns',
    stale: 'The text cannot be read now',
  },
  'zh-cn': {
    commit: '指标体系: 与最近一次提交比较',
    previous: '指标体系: 与上一版比较',
    file: '指标体系: 与文件比较…',
    nothing: '指标框架、权重、方法和数据均无变化',
    stale: '当前文本无法读取',
  },
};

export default [scenario('en', 'Default Dark Modern'), scenario('zh-cn', 'Default Light Modern')];

function scenario(locale: EditorLocale, theme: string): Scenario {
  const settings = { 'workbench.colorTheme': theme };
  return { name: `compare ${locale}`, locale, folder: 'samples/digital-government-2024', settings, play };
}

async function play({ page, folder, locale }: Stage): Promise<void> {
  const text = texts[locale];
  const path = join(folder, file);
  const written = await readFile(path, 'utf8');
  await writeFile(
    join(folder, earlier),
    written.replace('edition: 2024', 'edition: 2023').replace('atLeast: 75', 'atLeast: 72'),
  );
  const definition = written.replace('edition: 2024\n', `edition: 2024\nprevious: ${earlier}\n`);
  await writeFile(path, definition);
  commitAll(folder);

  // An edit that is not saved yet, against the commit.
  await openFile(page, file);
  await scoreStatus(page).waitFor();
  await runCommand(page, text.commit);
  const panel = webview(page);
  await panel.locator('.summary li').filter({ hasText: text.nothing }).waitFor();
  const weight = placeOfWeight(definition);
  await replaceAt(page, weight.line, weight.column, 2, '20');
  await panel.locator('.changes li').first().waitFor();
  const edited = definition.replace(/^( {4}weight: )12$/m, '$120');
  assert.notEqual(edited, definition);
  await save(page);
  await until('the edit is saved', async () => (await readFile(path, 'utf8')) === edited);
  await untilTold(panel, printed(['diff', '--git', 'HEAD', path], locale));
  await screenshot(page, `compare-${locale}-1-commit`);

  // A row leads to where it is written.
  await panel.locator('.changes li button').first().click();
  await page
    .locator('#status\\.editor\\.selection')
    .filter({ hasText: new RegExp(`\\b${weight.line - 2}\\b`) })
    .waitFor();
  const moved = panel.locator('tbody th button').first();
  const unit = (await moved.textContent()) ?? '';
  await moved.click();
  await page.locator('.tab.active').filter({ hasText: '2024.csv' }).waitFor();
  await page.locator('.view-line').filter({ hasText: unit }).first().waitFor();

  // What cannot be read keeps what was shown, and says so.
  await openFile(page, file);
  await replaceAt(page, 1, 1, 0, '{');
  await panel.locator('.notice').filter({ hasText: text.stale }).waitFor();
  assert.ok((await panel.locator('.changes li').count()) > 0);
  await page.keyboard.press('Backspace');
  await panel.locator('.notice').waitFor({ state: 'detached' });

  // A commit is seen when asked for.
  commitAll(folder);
  await panel.locator('.against button').last().click();
  await panel.locator('.summary li').filter({ hasText: text.nothing }).waitFor();

  await runCommand(page, text.previous);
  await untilTold(panel, printed(['diff', join(folder, earlier), path], locale));
  await screenshot(page, `compare-${locale}-2-previous`);

  // The keyboard alone chooses a file.
  await startCommand(page, text.file);
  await pick(page, earlier);
  await untilTold(panel, printed(['diff', join(folder, earlier), path], locale));
}

function commitAll(folder: string): void {
  const git = (...words: readonly string[]) => {
    const { status, stderr } = spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'step');
}

interface Told {
  readonly title: string;
  readonly summary: readonly string[];
  /** Each change and what it does, one after the other. */
  readonly changes: readonly string[];
}

/** What the command line prints of it. */
function printed(words: readonly string[], locale: EditorLocale): Told {
  const text = commandLine([...words, '--locale', locale === 'en' ? 'en' : 'zh-CN']);
  const [head = '', changes = ''] = text.split('\n\n');
  const [title = '', ...summary] = head.split('\n');
  return {
    title,
    summary,
    changes: changes
      .split('\n')
      .slice(1)
      .map(line => line.trim()),
  };
}

async function untilTold(panel: FrameLocator, expected: Told): Promise<void> {
  let told: Told | undefined;
  try {
    await until('the panel tells what the command line prints', async () => {
      told = {
        title: (await panel.locator('h1').textContent()) ?? '',
        summary: await panel.locator('.summary li').allInnerTexts(),
        changes: (await panel.locator('.changes li > *').allInnerTexts()).map(line => line.trim()),
      };
      return JSON.stringify(told) === JSON.stringify(expected);
    });
  } catch {
    assert.deepEqual(told, expected);
  }
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
}

/** Line and column from 1. */
function placeOfWeight(definition: string): { readonly line: number; readonly column: number } {
  const match = first.exec(definition);
  assert.ok(match);
  const lines = definition.slice(0, match.index + match[0].length).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
