/**
 * The preview's real page in a real browser, with the editor's side played by the test: the HTML of the panel, the bundle
 * of the page, the content security policy. Everything that goes wrong in the page is collected.
 */
import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { pageHtml } from '../../../client/src/preview/page.ts';
import type { MessageFromPage, MessageToPage } from '../../../server/src/protocol/preview.ts';
import type { Question, QuestionAnswer } from '../../../server/src/protocol/questions.ts';
import { type ThemeName, themes } from './themes.ts';

export const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  path => path !== undefined && existsSync(path),
);

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath!, args: ['--force-color-profile=srgb', '--no-sandbox'] });
}

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

export async function bundlePage(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: ['client/src/preview/webview/main.tsx'],
    outfile: 'webview.js',
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  return { script: textOf('.js'), style: textOf('.css') };
}

export interface PreviewPage {
  readonly page: Page;
  /** What the page sent to the editor. */
  readonly sent: readonly MessageFromPage[];
  /** Violations of the policy, errors, console errors. */
  readonly faults: readonly string[];
  show(message: MessageToPage): Promise<void>;
}

export interface PageOptions {
  readonly theme: ThemeName;
  readonly language: string;
  readonly width: number;
  readonly height: number;
  /** What the editor kept from an earlier page. */
  readonly saved?: unknown;
  /** The server's part. */
  readonly answer?: (question: Question) => QuestionAnswer;
}

const origin = 'https://preview.test';

export async function openPage(browser: Browser, bundle: Bundle, options: PageOptions): Promise<PreviewPage> {
  const viewport = { width: options.width, height: options.height };
  const forcedColors = options.theme === 'forced-colors' ? 'active' : 'none';
  const page = await browser.newPage({ viewport, forcedColors });
  const sent: MessageFromPage[] = [];
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.exposeFunction('sentByPage', async (message: MessageFromPage) => {
    sent.push(message);
    if (message.type !== 'ask' || options.answer === undefined) return;
    const { number, question } = message.payload;
    const answered: MessageToPage = { type: 'answer', payload: { number, answer: options.answer(question) } };
    await page.evaluate(data => window.postMessage(data, '*'), answered).catch(() => undefined);
  });
  await page.exposeFunction('faultOfPage', (fault: string) => faults.push(fault));
  await page.addInitScript(playEditor, { ...themes[options.theme], saved: options.saved });
  const html = pageHtml({
    cspSource: origin,
    nonce: 'abc123',
    script: `${origin}/webview.js`,
    style: `${origin}/webview.css`,
    language: options.language,
    definition: 'file:///demo.indicators.yaml',
    title: 'demo',
  });
  const files: Record<string, [contentType: string, body: string]> = {
    '/': ['text/html; charset=utf-8', html],
    '/webview.js': ['text/javascript; charset=utf-8', bundle.script],
    '/webview.css': ['text/css; charset=utf-8', bundle.style],
  };
  await page.route('**/*', route => {
    const file = files[new URL(route.request().url()).pathname];
    return file ? route.fulfill({ contentType: file[0], body: file[1] }) : route.abort();
  });
  await page.goto(`${origin}/`);
  return {
    page,
    sent,
    faults,
    show: async message => {
      await page.evaluate(data => window.postMessage(data, '*'), message);
      await page.waitForTimeout(0);
    },
  };
}

interface EditorPart {
  readonly bodyClass: string;
  readonly colours: Readonly<Record<string, string>>;
  readonly saved: unknown;
}

/** Runs in the page before its own script: the part of the editor's API that the page uses, and the theme. */
function playEditor({ bodyClass, colours, saved }: EditorPart): void {
  const own = window as unknown as Record<string, unknown> & {
    sentByPage(message: unknown): void;
    faultOfPage(fault: string): void;
  };
  own.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => own.sentByPage(message),
    getState: () => saved,
    setState: (state: unknown) => {
      own.savedState = state;
    },
  });
  document.addEventListener('securitypolicyviolation', event =>
    own.faultOfPage(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
  );
  document.addEventListener('DOMContentLoaded', () => {
    document.body.classList.add(bodyClass);
    for (const [name, colour] of Object.entries(colours)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, colour);
    }
  });
}
