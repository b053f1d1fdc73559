/** Builds `dist/`: the command line, the language server, the extension and its web page. `--production` minifies. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { compileValidators } from './schemas/compile.mjs';

const isProduction = process.argv.includes('--production');

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const common = {
  bundle: true,
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  logLevel: 'warning',
  define: { __VERSION__: JSON.stringify(version) },
};
// A library asks for its own address to load a neighbour; in a CommonJS bundle that is the bundle's.
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { ...common.define, 'import.meta.url': '__bundleUrl' },
  // The build for Node reads the environment at every token.
  alias: { yaml: resolve('node_modules/yaml/browser/index.js') },
};
const browser = { ...common, platform: 'browser', target: 'es2022', format: 'iife' };
const page = { ...browser, jsx: 'automatic', jsxImportSource: 'preact' };
const bundleUrl = "const __bundleUrl = require('node:url').pathToFileURL(__filename).href;";

const targets = [
  {
    ...node,
    entryPoints: ['server/src/cli/start.ts'],
    outfile: 'dist/cli.js',
    external: ['./commands.js'],
    banner: { js: '#!/usr/bin/env node' },
  },
  // Always small: a short check is mostly reading the program.
  {
    ...node,
    minify: true,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/commands.js',
    external: ['./server.js'],
    banner: { js: bundleUrl },
  },
  {
    ...node,
    minify: true,
    entryPoints: ['server/src/cli/action.ts'],
    outfile: 'dist/action.js',
    banner: { js: bundleUrl },
  },
  { ...node, entryPoints: ['server/src/lsp/node.ts'], outfile: 'dist/server.js' },
  {
    ...node,
    entryPoints: ['server/src/lsp/dataWorker.ts'],
    outfile: 'dist/dataWorker.js',
    banner: { js: bundleUrl },
  },
  { ...node, entryPoints: ['server/src/lsp/gitWorker.ts'], outfile: 'dist/gitWorker.js' },
  { ...browser, entryPoints: ['server/src/lsp/browser.ts'], outfile: 'dist/web/server.js' },
  { ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['client/src/webExtension.ts'],
    outfile: 'dist/web/extension.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...page, entryPoints: ['client/src/preview/webview/main.tsx'], outfile: 'dist/webview.js' },
  { ...page, entryPoints: ['client/src/compare/webview/main.tsx'], outfile: 'dist/compare.js' },
];

compileValidators();
for (const target of targets) {
  const [entry] = target.entryPoints;
  if (existsSync(entry)) await build(target);
  else console.error(`${entry} is not there: ${target.outfile} is not built`);
}
