/**
 * VS Code's window as a person uses it: explorer, palette, editor, Problems, panels. Every wait is for something to appear, with a
 * deadline. All knowledge of VS Code's own page (class names, shortcuts) is here; nothing of our extension is.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import type { EditorLocale } from './codeServer.ts';
import type { Host } from './host.ts';
import { until } from './processes.ts';

export const screenshotFolder = join(import.meta.dirname, 'screenshots');

/** One row of the Problems view. Lines and columns count from 1, as VS Code shows them. */
export interface Problem {
  readonly message: string;
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

export interface Problems {
  readonly count: number;
  readonly inView: readonly Problem[];
}

const args = ['--force-color-profile=srgb'];
const viewport = { width: 1600, height: 1000 };

export function startBrowser({ chromium: executablePath }: Host): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}

/** A window that has not opened anything yet. */
export async function newWindow(browser: Browser, locale: EditorLocale): Promise<Page> {
  return pageOf(await browser.newContext({ viewport, locale }));
}

/**
 * As `newWindow`, for a VS Code whose webviews have origins of their own: a browser with a profile, for a window without one denies
 * them their service worker. Closing the window's context ends the browser.
 */
export async function newWindowWithProfile(
  { chromium: executablePath }: Host,
  locale: EditorLocale,
  profile: string,
): Promise<Page> {
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  const page = await pageOf(
    await chromium.launchPersistentContext(profile, { executablePath, args, viewport, locale }),
  );
  // As the server of a translated VS Code says it; VS Code's own texts stay English, as in `codeServer.ts`.
  if (locale !== 'en') await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)}`);
  return page;
}

async function pageOf(context: BrowserContext): Promise<Page> {
  context.setDefaultTimeout(60_000);
  // Only our own server is reachable: no scenario may depend on the network.
  await context.route(
    ({ hostname }) => !/^(127\.0\.0\.1|(.*\.)?localhost)$/.test(hostname),
    route => route.abort(),
  );
  return context.newPage();
}

/** Shows what is at the address and waits for its folder. */
export async function openFolder(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await page.locator('.statusbar').waitFor();
}

/** Opens a file of the folder through the Explorer, as a tab that stays, with the cursor in it. */
export async function openFile(page: Page, path: string): Promise<void> {
  const names = path.split('/');
  for (const [index, name] of names.entries()) {
    const row = page
      .locator(`.explorer-folders-view .monaco-list-row[aria-level="${index + 1}"]`)
      .filter({ has: page.getByText(name, { exact: true }) });
    if (index === names.length - 1) await row.dblclick();
    else if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
  }
  await page
    .locator('.tab.active')
    .filter({ hasText: names.at(-1)! })
    .waitFor();
  await cursorInEditor(page);
}

/** Our item of the status bar: how many units are scored, and what is found. */
export function scoreStatus(page: Page): Locator {
  return page.locator('#indicator-systems\\.indicators\\.indicators\\.score');
}

/** Types the command's title into the palette and picks the row that bears exactly this title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await startCommand(page, title);
  await quickInput(page).waitFor({ state: 'hidden' });
}

/** As `runCommand`, of a command that asks something itself (`pick`). */
export async function startCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await quickInput(page).fill(`>${title}`);
  await quickRow(page, title).click();
}

/** Answers what a command asks: takes the row of this text, whenever the list shows it. */
export async function pick(page: Page, text: string): Promise<void> {
  await quickRow(page, text).click({ timeout: 10_000 });
  await quickInput(page).waitFor({ state: 'hidden' });
}

/** Asks for an export by our command. A list that something takes the focus from closes: then again, as a person does. */
export async function startExport(page: Page, command: string, kind: string, ending: string): Promise<void> {
  await until(`${kind} is picked`, async () => {
    await startCommand(page, command);
    await pickExport(page, kind, ending);
    return true;
  });
}

/** Of the list of exports, by the text of the row and the file's ending. The save dialog may come at once in its place. */
export async function pickExport(page: Page, kind: string, ending: string): Promise<void> {
  const format = ending.split('.').at(-1)!.toUpperCase();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const row = rows.filter({ has: page.getByText(kind, { exact: true }) }).filter({ hasText: format });
  await row.first().click({ timeout: 10_000 });
}

function quickRow(page: Page, text: string): Locator {
  return page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ has: page.getByText(text, { exact: true }) })
    .first();
}

/** Titles that the palette offers for these letters. */
export async function commandsFor(page: Page, letters: string): Promise<readonly string[]> {
  await page.keyboard.press('F1');
  await quickInput(page).fill(`>${letters}`);
  const rows = page.locator('.quick-input-list .monaco-list-row .label-name');
  await rows.first().waitFor();
  const titles = await rows.allInnerTexts();
  await page.keyboard.press('Escape');
  await quickInput(page).waitFor({ state: 'hidden' });
  return titles;
}

/** Line and column from 1. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+g');
  await quickInput(page).fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await quickInput(page).waitFor({ state: 'hidden' });
  await page
    .locator('#status\\.editor\\.selection')
    .filter({ hasText: new RegExp(`\\b${line}\\D+${column}\\b`) })
    .waitFor();
  await cursorInEditor(page);
}

/** Puts `text` in the place of `length` characters from the given position on, by typing. */
export async function replaceAt(page: Page, line: number, column: number, length: number, text: string): Promise<void> {
  await goTo(page, line, column);
  for (let typed = 0; typed < length; typed++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type(text);
}

/** Types and takes the suggestion that bears exactly this label; asks for suggestions where none come by themselves. */
export async function takeSuggestion(page: Page, label: string, typed = ''): Promise<void> {
  await page.keyboard.type(typed);
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  const row = rows.filter({ has: page.locator('.label-name').getByText(label, { exact: true }) }).first();
  await until(`${label} is suggested`, async () => {
    if (await row.isVisible()) return true;
    const areOthers = await rows.first().isVisible();
    await page.keyboard.press(areOthers ? 'ArrowDown' : 'Control+Space');
    await row.waitFor({ timeout: areOthers ? 200 : 2_000 });
    return true;
  });
  await until(`${label} has the focus`, async () => {
    if (/\bfocused\b/.test((await row.getAttribute('class', { timeout: 2_000 })) ?? '')) return true;
    await page.keyboard.press('ArrowDown');
    return false;
  });
  await page.keyboard.press('Enter');
  await row.waitFor({ state: 'hidden' });
}

/** The text of the hover at a position, opened by keyboard. */
export async function hoverAt(page: Page, line: number, column: number): Promise<string> {
  await goTo(page, line, column);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  return until('the hover has its text', async () => {
    const [text = ''] = await page.locator('.monaco-editor .monaco-hover:visible').allInnerTexts();
    return !/^Loading|^$/.test(text.trim()) && text.replaceAll('\u00a0', ' ').trim();
  });
}

/** Opens the light bulb's menu at a position and answers its rows. */
export async function quickFixesAt(page: Page, line: number, column: number): Promise<Locator> {
  await goTo(page, line, column);
  const rows = page.locator('.action-widget .monaco-list-row.action');
  await until('the light bulb has a menu', async () => {
    // VS Code drops the menu when diagnostics arrive while it is being made: ask again, as a person does.
    await page.keyboard.press('Control+.');
    await rows.first().waitFor({ timeout: 3_000 });
    return true;
  });
  return rows;
}

/** Takes a row of the light bulb's menu by keyboard: while it is open, some VS Code keeps the mouse away. */
export async function takeFix(page: Page, fixes: Locator, text: RegExp): Promise<void> {
  const row = fixes.filter({ hasText: text });
  await until('the fix has the focus', async () => {
    if (/\bfocused\b/.test((await row.getAttribute('class')) ?? '')) return true;
    await page.keyboard.press('ArrowDown');
    return false;
  });
  await page.keyboard.press('Enter');
}

/** What the Problems view shows, opened if need be: how many there are, and those in view. */
export async function problems(page: Page): Promise<Problems> {
  const view = page.locator('.markers-panel');
  if (!(await view.isVisible())) {
    await page.keyboard.press('Control+Shift+m');
    await view.waitFor();
  }
  const [count = ''] = await page.locator('.panel .action-item[aria-label^="Problems"] .badge-content').allInnerTexts();
  const texts = await view.locator('.monaco-list-row[aria-level="2"]').allInnerTexts();
  return { count: Number(count), inView: texts.map(problemOf).filter(problem => problem !== undefined) };
}

/** Reads a row: message, source and code, each on a line of its own, then the place. */
function problemOf(text: string): Problem | undefined {
  const [all, lines, line, column] = /^(.*)\[Ln (\d+), Col (\d+)\]/s.exec(text.replaceAll('\u00a0', ' ')) ?? [];
  if (all === undefined) return undefined; // not drawn yet
  const [message = '', ...sourceAndCode] = lines!.trim().split('\n');
  const code = (sourceAndCode.at(-1) ?? '').replaceAll(/[()]/g, '').trim();
  return { message: message.trim(), code, line: Number(line), column: Number(column) };
}

/** The page inside the webview that is visible. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
}

/** The frame of the page of our panels, where code may run in it. */
export function pageFrame(page: Page): Promise<Frame> {
  return until('the frame of the panel', async () => {
    for (const frame of page.frames()) {
      if (await frame.evaluate(() => document.getElementById('page') !== null).catch(() => false)) return frame;
    }
    return undefined;
  });
}

/** VS Code proposes a name, which no file has yet: it is taken. Resolves when the file is there. */
export async function saveAs(page: Page, path: string): Promise<void> {
  const input = await proposed(page, path);
  const size = async () => (await stat(path).catch(() => undefined))?.size ?? 0;
  if ((await size()) > 0) throw new Error(`${path} is there already`);
  await input.press('Enter');
  await until(`${path} is there`, async () => (await size()) > 0);
}

/** As `saveAs`, where files stay in the page: resolves when the Explorer shows it. */
export async function saveInPage(page: Page, name: string): Promise<void> {
  await (await proposed(page, name)).press('Enter');
  await explorerRow(page, name).waitFor();
}

async function proposed(page: Page, path: string): Promise<Locator> {
  const input = quickInput(page);
  await until('the save dialog proposes the file', async () => (await input.inputValue()).endsWith(path));
  return input;
}

/** A file that stays in the page, taken out of it as a person does; answers where it is then, until the window closes. */
export async function download(page: Page, name: string): Promise<string> {
  await explorerRow(page, name).click({ button: 'right' });
  const coming = page.waitForEvent('download');
  const entry = page.locator('.monaco-menu .action-label').filter({ hasText: 'Download...' });
  await entry.waitFor();
  // A menu that has just opened takes no click.
  await until('the download is chosen', async () => {
    await entry.click({ timeout: 1000 }).catch(() => undefined);
    return !(await entry.isVisible());
  });
  const target = join(await (await coming).path(), '..', name);
  await (await coming).saveAs(target);
  return target;
}

function explorerRow(page: Page, name: string): Locator {
  return page
    .locator('.explorer-folders-view .monaco-list-row')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
}

/** Keeps a picture for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(screenshotFolder, { recursive: true });
  await page.screenshot({ path: join(screenshotFolder, `${name}.png`) });
}

async function cursorInEditor(page: Page): Promise<void> {
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget input[type=text]');
}
