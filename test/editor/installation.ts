/**
 * Programs of the package registry that the bench needs and the repository does not: each kept in a cache folder outside the
 * repository, under a name that bears its versions. Knows nothing of what they are.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from './processes.ts';

export interface Installation {
  /** Name of its folder, with all versions, and a number that is raised when the steps of `install` change. */
  readonly name: string;
  readonly packages: readonly string[];
  /** What it costs once, in words. */
  readonly cost: string;
  /** What remains to be done in the folder once the packages are there. */
  readonly finish?: (folder: string) => Promise<void>;
}

/** Two runs may install at once: each works in a folder of its own, and the first to finish gives it the name that all look for. */
export async function installed({ name, packages, cost, finish }: Installation): Promise<string> {
  const caches = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const cache = resolve(process.env.INDICATORS_EDITOR_HOST ?? join(caches, 'indicators-editor-host'));
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const partial = await mkdtemp(join(cache, `partial-${process.pid}-`));
  console.log(`installing ${packages.join(' and ')} into ${folder} (once, ${cost})`);
  try {
    await writeFile(join(partial, 'package.json'), '{"private": true}\n');
    await run('npm', ['install', ...quietly, '--no-package-lock', ...packages], { cwd: partial });
    await finish?.(partial);
    await rename(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

export const quietly: readonly string[] = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Unfinished installations of runs that have ended. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const owner = /^partial-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !existsSync(`/proc/${owner}`))
      await rm(join(cache, name), { recursive: true, force: true });
  }
}
