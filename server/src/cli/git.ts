/** What git knows of the files; no other part of the command line runs a program. */
import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { localText } from '../base/locale.ts';
import { CannotRun } from './terminal.ts';

/**
 * Tells of a path whether it differs from its state where the revision and the present one part, or is not tracked.
 * What lies in a submodule that differs counts as changed: git tells of the submodule as a whole.
 */
export function changedSince(revision: string, folder: string): (path: string) => boolean {
  const top = git(['rev-parse', '--show-toplevel'], folder).trim();
  const base = forkPoint(revision, folder);
  const changed = git(['diff', '--name-only', '-z', base, '--'], top);
  const untracked = git(['ls-files', '--others', '--exclude-standard', '-z'], top);
  const paths = new Set(
    [...changed.split('\0'), ...untracked.split('\0')].filter(name => name !== '').map(name => resolve(top, name)),
  );
  const isChanged = (path: string): boolean => paths.has(path) || (dirname(path) !== path && isChanged(dirname(path)));
  return path => isChanged(realPath(path));
}

/** Git names files by their real paths. Of a file that is gone, the folder's. */
function realPath(path: string): string {
  return existsSync(path) || dirname(path) === path
    ? realpathSync(path)
    : join(realPath(dirname(path)), basename(path));
}

/** In a shallow clone the fork may be out of sight: then the revision itself. */
function forkPoint(revision: string, folder: string): string {
  const commit = commitOf(revision, folder);
  try {
    return run(['merge-base', commit, 'HEAD'], folder).trim();
  } catch {
    return commit;
  }
}

/** The full name of a commit. A revision is never taken for an option. */
function commitOf(revision: string, folder: string): string {
  try {
    return run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], folder).trim();
  } catch {
    throw new CannotRun(
      localText(
        `git knows no revision ${revision} (in a shallow clone, fetch it first)`,
        `git 中没有版本 ${revision}（浅克隆请先 fetch 该版本）`,
      ),
    );
  }
}

function git(words: readonly string[], folder: string): string {
  try {
    return run(words, folder);
  } catch (error) {
    const reason = reasonOf(error);
    throw new CannotRun(localText(`git could not tell: ${reason}`, `git 无法执行：${reason}`));
  }
}

function run(words: readonly string[], folder: string): string {
  return execFileSync('git', ['-c', 'core.quotePath=false', ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function reasonOf(error: unknown): string {
  const { stderr, code } = error as { stderr?: string; code?: string };
  if (code === 'ENOENT') return 'git is not installed';
  const [first = ''] = (stderr ?? '').trim().split('\n');
  return first === '' ? String(error) : first;
}
