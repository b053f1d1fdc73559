/** Builds `dist/`: the command line, the language server, the extension and its web page. `--production` minifies. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { leanLanguageClient } from './client/languageClient.mjs';
import { thirdPartyNotices } from './client/thirdParty.mjs';
import { compileValidators } from './schemas/compile.mjs';

const isProduction = process.argv.includes('--production');

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const common = {
  bundle: true,
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  logLevel: 'warning',
  metafile: true,
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
// A module that is not found, or a name that it does not have, fails the build.
const client = {
  external: ['vscode'],
  plugins: [leanLanguageClient()],
  logOverride: { 'import-is-undefined': 'error', 'call-import-namespace': 'error' },
};
const page = { ...browser, jsx: 'automatic', jsxImportSource: 'preact' };
const bundleUrl = "const __bundleUrl = require('node:url').pathToFileURL(__filename).href;";

// What the command line does without as long as it knows from earlier runs what it is asked: a program of its own.
const libraryFiles = [
  ...['score', 'explain', 'diff', 'rules', 'init', 'lsp', 'mcp'].map(name => `server/src/cli/commands/${name}.ts`),
  'server/src/cli/checkDefinition.ts',
  'server/src/cli/commandConfiguration.ts',
  'server/src/cli/formats/sarif.ts',
  'server/src/checks/rules/index.ts',
].map(file => resolve(file));

// What checking a text without a mistake does without, and starting the server.
const rarePackages = /^((node:)?(child_process|crypto|readline|worker_threads)|tinyglobby|yaml)$/;
const rareFiles = /server\/src\/schema\/(document\.ts|generated\/validators\.js)$/;

// What starts with kept compiled code is always small: a short check is mostly reading the program, and an editor waits for it.
// `dist/library.js` is what stands apart of the command line.
const programs = [
  {
    ...node,
    minify: true,
    stdin: {
      contents: libraryFiles.map((file, index) => `exports.m${index} = () => require('${file}');`).join('\n'),
      resolveDir: '.',
    },
    outfile: 'dist/library.js',
    external: ['./server.js'],
    banner: { js: bundleUrl },
    plugins: [loadedWhenUsed({ packages: rarePackages, files: rareFiles })],
  },
  {
    ...node,
    minify: true,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/commands.js',
    plugins: [loadedWhenUsed({ packages: rarePackages, files: rareFiles, apart: libraryFiles })],
  },
  {
    ...node,
    minify: true,
    entryPoints: ['server/src/lsp/node.ts'],
    outfile: 'dist/languageServer.js',
    plugins: [loadedWhenUsed({ packages: rarePackages, files: rareFiles })],
  },
];

const dataWorker = {
  ...node,
  entryPoints: ['server/src/lsp/dataWorker.ts'],
  outfile: 'dist/dataWorker.js',
  banner: { js: bundleUrl },
};

const starts = [
  {
    ...node,
    entryPoints: ['server/src/start/commandLine.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: ['server/src/start/languageServer.ts'], outfile: 'dist/server.js' },
];

const targets = [
  {
    ...node,
    minify: true,
    entryPoints: ['server/src/cli/action.ts'],
    outfile: 'dist/action.js',
    banner: { js: bundleUrl },
  },
  { ...node, entryPoints: ['server/src/lsp/gitWorker.ts'], outfile: 'dist/gitWorker.js' },
  { ...browser, entryPoints: ['server/src/lsp/browser.ts'], outfile: 'dist/web/server.js' },
  {
    ...node,
    ...client,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.js',
    plugins: [standsApart(/\/desktopClient\.ts$/, './languageClient.js')],
  },
  { ...node, ...client, entryPoints: ['client/src/desktopClient.ts'], outfile: 'dist/languageClient.js' },
  {
    ...browser,
    ...client,
    entryPoints: ['client/src/webExtension.ts'],
    outfile: 'dist/web/extension.js',
    format: 'cjs',
  },
  { ...page, entryPoints: ['client/src/preview/webview/main.tsx'], outfile: 'dist/webview.js' },
  { ...page, entryPoints: ['client/src/compare/webview/main.tsx'], outfile: 'dist/compare.js' },
];

compileValidators();
mkdirSync('dist', { recursive: true });
const metafiles = [(await build(dataWorker)).metafile];
const programHashes = {};
// What is kept of a check is of this build alone.
let hashes = sha256(readFileSync(dataWorker.outfile));
for (const program of programs) {
  const define = { ...program.define, __BUILD__: JSON.stringify(sha256(hashes)) };
  const { outputFiles, metafile } = await build({ ...program, define, write: false });
  for (const { path, text } of outputFiles) {
    const content = path.endsWith('.js') ? inAscii(text) : text;
    writeFileSync(path, content);
    if (path.endsWith('.js')) programHashes[basename(path)] = sha256(content).slice(0, 16);
  }
  hashes += programHashes[basename(program.outfile)];
  metafiles.push(metafile);
}
for (const start of starts) {
  const define = { ...start.define, __PROGRAM_HASHES__: JSON.stringify(programHashes) };
  await build({ ...start, define });
}
for (const target of targets) {
  const [entry] = target.entryPoints;
  if (existsSync(entry)) metafiles.push((await build(target)).metafile);
  else console.error(`${entry} is not there: ${target.outfile} is not built`);
}

writeFileSync('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(metafiles));

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** V8 reads ASCII in half the time. esbuild leaves other characters in regular expressions only, where the escape is the same. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What an editor reads when the extension has started. */
function standsApart(filter, path) {
  return { name: 'stands-apart', setup: building => building.onResolve({ filter }, () => ({ path, external: true })) };
}

/**
 * Modules that most runs do not need: each is loaded when one of its exports is first used from outside. Those that stand
 * apart are in the library.
 */
function loadedWhenUsed({ packages, files, apart = [] }) {
  const namespace = 'loaded-when-used';
  const getter = name => `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => load().${name} });`;
  const forwarding = (source, names) => ({
    resolveDir: process.cwd(),
    contents: [`let loaded; const load = () => (loaded ??= ${source});`, ...names.map(getter)].join('\n'),
  });
  return {
    name: namespace,
    setup(building) {
      building.onResolve({ filter: packages }, ({ path, namespace: from }) =>
        from === namespace ? undefined : { path, namespace },
      );
      building.onResolve({ filter: /^\.\/library\.js$/ }, ({ path }) => ({ path, external: true }));
      building.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, importer, namespace: from }) => {
        const file = resolve(resolveDir, path);
        const isForwarded = apart.includes(file) || (files.test(file) && !files.test(importer));
        return isForwarded && from !== namespace ? { path: file, namespace } : undefined;
      });
      building.onLoad({ filter: packages, namespace }, async ({ path }) =>
        forwarding(
          `require('${path}')`,
          Object.keys(await import(path)).filter(name => name !== 'default'),
        ),
      );
      building.onLoad({ filter: /\.[jt]s$/, namespace }, async ({ path }) => {
        const { metafile } = await build({
          entryPoints: [path],
          format: 'esm',
          write: false,
          metafile: true,
          logLevel: 'error',
        });
        const source = apart.includes(path)
          ? `require('./library.js').m${apart.indexOf(path)}()`
          : `require('${path}')`;
        return forwarding(source, Object.values(metafile.outputs)[0].exports);
      });
    },
  };
}
