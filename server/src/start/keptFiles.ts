/**
 * What a run keeps for later ones: files in a folder for temporary files that belongs to the user and that nobody else may
 * write, for what is found there is trusted. Keeping never fails: what cannot be kept is not.
 */
import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `place` is a folder of the user's choice. `undefined`: there is none that could be trusted. */
export function ownFolder(name: string, place?: string): string | undefined {
  const user = process.getuid?.() ?? 0;
  const folder = place || join(tmpdir(), `${name}-${user}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    const isOwn = process.getuid === undefined || (uid === user && (mode & 0o022) === 0);
    return isOwn ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** In one step, so that other runs find it whole or not at all. */
export function keepFile(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, content, { mode: 0o600 });
    renameSync(unfinished, file);
  } catch {
    remove(unfinished);
  }
}

/** Of the files that are named so, all but those kept last; others may be removing them, too. */
export function removeOldest(folder: string, named: RegExp, mostKept: number): void {
  try {
    const names = readdirSync(folder).filter(name => named.test(name));
    if (names.length <= mostKept) return;
    const files = names.map(name => join(folder, name)).map(path => ({ path, time: timeOf(path) }));
    for (const { path } of files.sort((a, b) => b.time - a.time).slice(mostKept)) remove(path);
  } catch {
    // the next run removes them
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // it stays
  }
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
