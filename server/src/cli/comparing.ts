/** Scores a definition as it is, or as it was at a git revision, for comparison. */
import { realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { readerAt } from '../git/git.ts';
import type { Scoring } from '../scoring/score.ts';
import { comparableScoring } from '../workspace/comparable.ts';
import { Workspace } from '../workspace/workspace.ts';
import { openBytes, openFile, type ReadingOptions } from './files.ts';

export function scoringOf(path: string, options: ReadingOptions): Scoring {
  const workspace = new Workspace();
  return comparableScoring(workspace, openFile(workspace, path, options));
}

/** `undefined` where the definition is not in the revision. */
export function scoringAt(revision: string, path: string, options: ReadingOptions): Scoring | undefined {
  const real = resolve(realpathSync(dirname(path)), basename(path));
  const readFile = readerAt(revision, dirname(real));
  const content = readFile(real);
  if (content.kind !== 'bytes') return undefined;
  const workspace = new Workspace();
  return comparableScoring(workspace, openBytes(workspace, real, content.bytes, { ...options, readFile }));
}
