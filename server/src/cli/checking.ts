/** Checks definitions one by one, as far as nothing is known of them, and puts what was found together. */
import { URI } from 'vscode-uri';
import { countBySeverity, type PrintableFinding } from '../workspace/printable.ts';
import { checkDefinition, checkStdin, filesBehind, fixAndCheck } from './checkDefinition.ts';
import { findDefinitions, projectRoot, readBytes, readerFor } from './files.ts';
import { keptOrFound, type Read } from './kept.ts';
import type { OpeningOptions } from './openDefinition.ts';
import type { CheckedDefinition, CheckResult } from './printable.ts';
import type { Terminal } from './terminal.ts';

export interface CheckingOptions extends OpeningOptions {
  /** Whether the safe fixes are written into the files first, and of which rules; none named: of all. */
  readonly fixes: 'none' | 'safe';
  readonly codes: readonly string[];
  /** Whether a file (absolute path) is among those to look at; a definition also counts when a file that it refers to does. */
  readonly isChanged?: (path: string) => boolean;
}

export function checkPaths(paths: readonly string[], options: CheckingOptions, terminal: Terminal): CheckResult {
  return together(findDefinitions(paths, terminal.folder).flatMap(path => checked(path, options, terminal)));
}

export function checkInput(name: string | undefined, options: OpeningOptions, terminal: Terminal): CheckResult {
  return together([checkStdin(name, options, terminal)]);
}

/** None where it is not among those to look at. */
function checked(path: string, options: CheckingOptions, terminal: Terminal): readonly CheckedDefinition[] {
  const { withData, allowOutside, isChanged, fixes, codes } = options;
  const { folder, locale, keeping } = terminal;
  const own = URI.file(path).toString();
  const readOther = readerFor(path, options);
  const read: Read = file => (file === own ? { kind: 'bytes', bytes: readBytes(path) } : readOther(file));
  const question = [path, projectRoot(path), { withData, allowOutside }];
  if (isChanged !== undefined) {
    const find = (remembering: Read) => filesBehind(path, options, remembering);
    if (!keptOrFound(['files behind', ...question], read, find, keeping).some(isChanged)) return [];
  }
  if (fixes === 'safe') return [fixAndCheck(path, codes, options, terminal)];
  const find = (remembering: Read) => checkDefinition(path, options, terminal, remembering);
  return [keptOrFound(['check', folder, locale, ...question], read, find, keeping)];
}

/** A finding in a data file that two definitions read is told once. */
function together(all: readonly CheckedDefinition[]): CheckResult {
  const findings = new Map<string, PrintableFinding>();
  const lines = new Map<string, string>();
  for (const each of all) {
    for (const finding of each.findings) findings.set(JSON.stringify(finding), finding);
    for (const [file, line, text] of each.lines) lines.set(`${line} ${file}`, text);
  }
  return {
    files: all.flatMap(({ file }) => file ?? []),
    findings: [...findings.values()],
    counts: countBySeverity([...findings.values()]),
    lineOf: (file, line) => lines.get(`${line} ${file}`) ?? '',
  };
}
