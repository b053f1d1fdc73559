/** What git knows of the files, for the command line and the server on a desktop; nothing else of ours runs a program. */
import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { CannotRun, isCannotRun } from '../base/cannotRun.ts';
import { localText } from '../base/locale.ts';
import type { FileContent } from '../workspace/facts.ts';

/**
 * Tells of a path whether it differs from its state where the revision and the present one part, or is not tracked.
 * What lies in a submodule that differs counts as changed: git tells of the submodule as a whole. Before the first commit
 * everything is new.
 */
export function changedSince(revision: string, folder: string): (path: string) => boolean {
  const top = git(['rev-parse', '--show-toplevel'], folder).trim();
  if (revision === 'HEAD' && isBeforeFirstCommit(folder)) return () => true;
  const base = forkPoint(revision, folder);
  const changed = git(['diff', '--name-only', '-z', base, '--'], top);
  const untracked = git(['ls-files', '--others', '--exclude-standard', '-z'], top);
  const paths = new Set(
    [...changed.split('\0'), ...untracked.split('\0')].filter(name => name !== '').map(name => resolve(top, name)),
  );
  const isChanged = (path: string): boolean => paths.has(path) || (dirname(path) !== path && isChanged(dirname(path)));
  return path => isChanged(realPath(path));
}

/**
 * Reads files as they were at a revision, named by their present paths (absolute); the work tree is not touched. A file
 * that has another name since is read under its old one. What lies outside the repository is not read.
 */
export function readerAt(revision: string, folder: string): (path: string) => FileContent {
  const top = git(['rev-parse', '--show-toplevel'], folder).trim();
  const commit = commitOf(revision, folder);
  let oldNames: ReadonlyMap<string, string> | undefined; // looked for when first needed: it takes its time
  const oldNameOf = (name: string) => {
    oldNames ??= renamesSince(commit, top);
    return oldNames.get(name);
  };
  return path => {
    const name = relative(top, realPath(path)).replaceAll(sep, '/');
    if (name.startsWith('../') || isAbsolute(name)) return { kind: 'outside' };
    const [mode] = git(['ls-tree', '-z', '--full-tree', commit, '--', `:(literal)${name}`], top).split(' ');
    const stored = mode === '' ? oldNameOf(name) : name;
    if (stored === undefined) return { kind: 'missing' };
    if (mode === '120000' || mode === '160000') return { kind: 'unreadable', reason: 'a link' };
    // As a checkout would write it: line ends, encodings, large files kept elsewhere.
    return { kind: 'bytes', bytes: runForBytes(['cat-file', '--filters', `${commit}:${stored}`], top) };
  };
}

/** New name → old name. */
function renamesSince(commit: string, top: string): ReadonlyMap<string, string> {
  const words = git(['diff', '--name-status', '-z', '--find-renames', '--diff-filter=R', commit, '--'], top).split(
    '\0',
  );
  const names = new Map<string, string>();
  for (let at = 0; at + 2 < words.length; at += 3) names.set(words[at + 2]!, words[at + 1]!);
  return names;
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

/** The first of the revisions that git knows here, as the point where it and the present one part. */
export function knownBase(revisions: readonly string[], folder: string): string | undefined {
  for (const revision of revisions) {
    try {
      return forkPoint(revision, folder);
    } catch (error) {
      if (!isCannotRun(error)) throw error;
    }
  }
  return undefined;
}

/** Files that were there at the commit and are not now, as absolute paths. */
export function deletedSince(commit: string, folder: string): readonly string[] {
  const top = git(['rev-parse', '--show-toplevel'], folder).trim();
  const names = git(['diff', '--name-only', '-z', '--find-renames', '--diff-filter=D', commit, '--'], top).split('\0');
  return names.filter(name => name !== '').map(name => resolve(top, name));
}

/** The branch has a name, but no commit yet. */
function isBeforeFirstCommit(folder: string): boolean {
  try {
    commitOf('HEAD', folder);
    return false;
  } catch {
    return git(['rev-list', '--all', '--max-count=1'], folder) === '';
  }
}

/** The full name of a commit. A revision is never taken for an option. */
export function commitOf(revision: string, folder: string): string {
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
  return runForBytes(words, folder).toString('utf8');
}

function runForBytes(words: readonly string[], folder: string): Buffer {
  return execFileSync('git', ['-c', 'core.quotePath=false', ...words], {
    cwd: folder,
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function reasonOf(error: unknown): string {
  const { stderr, code } = error as { stderr?: Buffer; code?: string };
  if (code === 'ENOENT') return 'git is not installed';
  const [first = ''] = String(stderr ?? '')
    .trim()
    .split('\n');
  return first === '' ? String(error) : first;
}
