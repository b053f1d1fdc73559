/** One scenario from an empty profile to its verdict: server, window, a copy of the folder; and what is kept for people when it fails. */
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type CodeServer, startCodeServer } from './codeServer.ts';
import type { Host } from './host.ts';
import { makeFolder, removeFolder, within } from './processes.ts';
import type { Scenario } from './scenario.ts';
import { newWindow, openFolder, screenshot, screenshotFolder } from './workbench.ts';

const deadline = 240_000;

export interface Bench {
  readonly host: Host;
  readonly browser: Browser;
  /** VSIX files that every scenario finds installed. */
  readonly extensions: readonly string[];
  /** The repository: where the scenarios' folders are. */
  readonly root: string;
}

/** Resolves when the scenario has passed; throws what failed. */
export async function play(bench: Bench, scenario: Scenario): Promise<void> {
  const { locale, settings = {} } = scenario;
  const place = makeFolder('scenario');
  const folder = join(place, basename(scenario.folder));
  await cp(join(bench.root, scenario.folder), folder, { recursive: true });
  const server = await startCodeServer(bench.host, { locale, settings, extensions: bench.extensions });
  const page = await newWindow(bench.browser, locale);
  try {
    await openFolder(page, server.origin, folder);
    const inTime = await Promise.race([scenario.play({ page, folder, locale }).then(() => true), within(deadline)]);
    if (!inTime) throw new Error(`the scenario did not end within ${deadline / 1000} s`);
  } catch (error) {
    await keepEvidence(page, server, `failed-${scenario.name}`.replaceAll(/[^\p{L}\d]+/gu, '-'));
    throw error;
  } finally {
    await page.context().close();
    await server.stop();
    await removeFolder(place);
  }
}

/** The picture of the moment and VS Code's logs, beside the other screenshots. */
async function keepEvidence(page: Page, server: CodeServer, name: string): Promise<void> {
  try {
    await screenshot(page, name);
    await cp(server.logs, join(screenshotFolder, `${name}-logs`), { recursive: true });
    console.log(`  picture and logs: test/editor/screenshots/${name}*`);
  } catch (error) {
    console.log(`  no picture or logs could be kept: ${error}`);
  }
}
