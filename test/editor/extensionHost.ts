/**
 * Runs `suite/index.cjs` inside the extension host of a code-server: the contract of VS Code's own integration tests and of
 * `@vscode/test-electron` (`electron.mjs` runs the same suite in desktop VS Code).
 */
import type { Browser } from 'playwright-core';
import type { CodeServer } from './codeServer.ts';
import { within } from './processes.ts';
import { newWindow } from './workbench.ts';

export interface SuiteRun {
  readonly origin: CodeServer['origin'];
  /** Absolute folder to open. */
  readonly folder: string;
  /** Absolute folder of the extension, built. */
  readonly extension: string;
  /** Absolute path of a module that exports `run()`. */
  readonly suite: string;
  readonly locale: 'en' | 'zh-cn';
}

/** Prints the suite's lines. Resolves when all its tests have passed; throws otherwise, with the end of VS Code's log if the suite said nothing. */
export async function runInExtensionHost(
  browser: Browser,
  { origin, folder, extension, suite, locale }: SuiteRun,
): Promise<void> {
  const page = await newWindow(browser, locale);
  const { host } = new URL(origin);
  const payload = [
    ['extensionDevelopmentPath', `vscode-remote://${host}${extension}`],
    ['extensionTestsPath', `vscode-remote://${host}${suite}`],
    ['skipWelcome', 'true'],
  ];
  // VS Code's own log comes this way too.
  const log: string[] = [];
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    const text = args.join(' ');
    log.push(text);
    if (text.startsWith(suiteMark)) console.log(text.slice(suiteMark.length));
  });
  const exit = new Promise<number>(resolve => {
    void page
      .exposeFunction('codeAutomationExit', resolve)
      .then(() =>
        page.goto(
          `${origin}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
        ),
      );
  });
  const code = await Promise.race([exit, within(suiteDeadline)]);
  await page.context().close();
  if (code === 0) return;
  const why = code === false ? `did not end within ${suiteDeadline / 1000} s` : `ended with ${code}`;
  const hasSpoken = log.some(text => text.startsWith(suiteMark));
  throw new Error(`the suite ${why}${hasSpoken ? '' : `\n${log.slice(-30).join('\n')}`}`);
}

const suiteDeadline = 180_000;
const suiteMark = '[suite] '; // begins every line of `suite/index.cjs`
