/** What the editor loads stays small: the extension and the preview's page as they are published, in bytes after minifying. */
import { type BuildOptions, build } from 'esbuild';
import { expect, test } from 'vitest';
import { leanLanguageClient } from '../../client/languageClient.mjs';

test('the extension with its language client is under 300 KB, on the desktop and in the browser', async () => {
  const client: BuildOptions = { format: 'cjs', external: ['vscode'], plugins: [leanLanguageClient()] };
  const desktop = await sizeOf('client/src/extension.ts', { ...client, platform: 'node', target: 'node20' });
  const web = await sizeOf('client/src/webExtension.ts', { ...client, platform: 'browser', target: 'es2022' });
  for (const size of [desktop, web]) {
    expect(size).toBeGreaterThan(200_000);
    expect(size).toBeLessThan(300_000);
  }
});

test('the page of the preview is under 150 KB', async () => {
  const page = { format: 'iife', jsx: 'automatic', jsxImportSource: 'preact', target: 'es2022' } as const;
  const size = await sizeOf('client/src/preview/webview/main.tsx', page);
  expect(size).toBeGreaterThan(40_000);
  expect(size).toBeLessThan(150_000);
});

async function sizeOf(entry: string, options: BuildOptions): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outdir: 'size',
    ...{ bundle: true, minify: true, write: false, logLevel: 'silent' },
    ...options,
  });
  return outputFiles!.find(({ path }) => path.endsWith('.js'))!.contents.byteLength;
}
