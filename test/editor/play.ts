/** One scenario from an empty profile to its verdict: editor, window, a copy of the folder; and what is kept for people when it fails. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { extensionIn, folderSettings, install, startCodeServer } from './codeServer.ts';
import { packEmptyExtension } from './emptyExtension.ts';
import type { Host } from './host.ts';
import { makeFolder, removeFolder, within } from './processes.ts';
import type { Scenario } from './scenario.ts';
import { startWebServer } from './webServer.ts';
import { newWindow, newWindowWithProfile, openFolder, screenshot, screenshotFolder } from './workbench.ts';

const deadline = 240_000;

export interface Bench {
  readonly host: Host;
  readonly browser: Browser;
  readonly vsix: string;
  /** Folder where it is installed, as every scenario finds it. */
  readonly extensions: string;
  /** The repository: where the scenarios' folders are. */
  readonly root: string;
}

/** A VS Code that runs, and a window that does not show it yet. */
interface Editor {
  readonly page: Page;
  /** Shows the folder in the window. */
  readonly address: string;
  /** Folder of VS Code's logs. */
  readonly logs?: string;
  readonly stop: () => Promise<void>;
}

/** Resolves when the scenario has passed; throws what failed. */
export async function play(bench: Bench, scenario: Scenario): Promise<void> {
  const { locale, editor: kind = 'server' } = scenario;
  const place = makeFolder('scenario');
  const folder = join(place, basename(scenario.folder));
  await cp(join(bench.root, scenario.folder), folder, { recursive: true });
  for (const [file, text] of Object.entries(scenario.files ?? {})) await writeFile(join(folder, file), text);
  const editor = await editors[kind](bench, scenario, folder);
  const { page } = editor;
  const name = scenario.name.replaceAll(/[^\p{L}\d]+/gu, '-');
  try {
    await openFolder(page, editor.address);
    const inTime = await Promise.race([
      scenario.play({ name, page, folder, locale }).then(() => true),
      within(deadline),
    ]);
    if (!inTime) throw new Error(`the scenario did not end within ${deadline / 1000} s`);
  } catch (error) {
    await keepEvidence(editor, `failed-${name}`);
    throw error;
  } finally {
    await page.context().close();
    await editor.stop();
    await removeFolder(place);
  }
}

const editors = { server: editorOnServer, browser: editorInBrowser };

async function editorOnServer(
  { host, browser, vsix, extensions }: Bench,
  scenario: Scenario,
  folder: string,
): Promise<Editor> {
  const { locale, settings = {}, beside } = scenario;
  const server = await startCodeServer(host, {
    locale,
    settings,
    extensions:
      beside === undefined
        ? extensions
        : await install(host, [vsix, await packEmptyExtension(beside, dirname(folder))]),
  });
  const page = await newWindow(browser, locale);
  return {
    page,
    address: `${server.origin}/?folder=${encodeURIComponent(folder)}`,
    logs: server.logs,
    stop: server.stop,
  };
}

async function editorInBrowser({ host, extensions }: Bench, scenario: Scenario, folder: string): Promise<Editor> {
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify({ ...folderSettings, ...scenario.settings }));
  const server = await startWebServer(await extensionIn(extensions), folder);
  const profile = makeFolder('browser');
  const page = await newWindowWithProfile(host, scenario.locale, profile);
  const stop = async (): Promise<void> => {
    await server.stop();
    await removeFolder(profile);
  };
  return { page, address: server.origin, stop };
}

/** The picture of the moment and VS Code's logs, beside the other screenshots. */
async function keepEvidence({ page, logs }: Editor, name: string): Promise<void> {
  try {
    await screenshot(page, name);
    if (logs !== undefined) await cp(logs, join(screenshotFolder, `${name}-logs`), { recursive: true });
    console.log(`  picture and logs: test/editor/screenshots/${name}*`);
  } catch (error) {
    console.log(`  no picture or logs could be kept: ${error}`);
  }
}
