/** Scores a definition as it is, or as it was at a git revision, for comparison. */
import { realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { readerAt } from '../git/git.ts';
import type { Scoring } from '../scoring/score.ts';
import { comparableScoring } from '../workspace/comparable.ts';
import type { FileContent } from '../workspace/facts.ts';
import { isConfiguration } from '../workspace/files.ts';
import { Workspace } from '../workspace/workspace.ts';
import { type OpeningOptions, openBytes, openFile } from './openDefinition.ts';

export interface Compared {
  readonly scoring: Scoring;
  /** How many errors are found in it: what it gives may not be what was meant. */
  readonly nErrors: number;
}

export function scoringOf(path: string, options: OpeningOptions): Compared {
  const workspace = new Workspace();
  return compared(workspace, openFile(workspace, path, options));
}

/** `undefined` where the definition is not in the revision. */
export function scoringAt(revision: string, path: string, options: OpeningOptions): Compared | undefined {
  const real = resolve(realpathSync(dirname(path)), basename(path));
  const read = readerAt(revision, dirname(real));
  const content = read(real);
  if (content.kind !== 'bytes') return undefined;
  const workspace = new Workspace();
  const readFile = (file: string): FileContent =>
    isConfiguration(file) ? { kind: 'missing' } : read(URI.parse(file).fsPath);
  return compared(workspace, openBytes(workspace, real, content.bytes, { ...options, readFile }));
}

function compared(workspace: Workspace, file: string): Compared {
  const nErrors = workspace.findings(file).filter(({ severity }) => severity === 'error').length;
  return { scoring: comparableScoring(workspace, file), nErrors };
}
