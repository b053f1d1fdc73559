/** What the editor loads stays small: the preview's page as it is published, in bytes after minifying. */
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the page of the preview is under 150 KB', async () => {
  const { outputFiles } = await build({
    entryPoints: ['client/src/preview/webview/main.tsx'],
    outdir: 'size',
    ...{ bundle: true, minify: true, write: false, logLevel: 'silent', target: 'es2022' },
    ...{ platform: 'browser', format: 'iife', jsx: 'automatic', jsxImportSource: 'preact' },
  });
  const size = outputFiles!.find(({ path }) => path.endsWith('.js'))!.contents.byteLength;
  expect(size).toBeGreaterThan(40_000);
  expect(size).toBeLessThan(150_000);
});
