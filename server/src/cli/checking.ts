/** Checks definitions one by one, each in a workspace of its own, and puts what was found together. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { localText } from '../base/locale.ts';
import { decode } from '../data/encoding.ts';
import { countBySeverity, type PrintableFinding, printable } from '../workspace/printable.ts';
import { Workspace } from '../workspace/workspace.ts';
import { displayPath, findDefinitions, openBytes, openFile, type ReadingOptions, wordingOf } from './files.ts';
import { withSafeFixes } from './fixing.ts';
import type { CheckResult } from './printable.ts';
import { say, type Terminal } from './terminal.ts';

export interface CheckingOptions extends ReadingOptions {
  /** Whether the safe fixes are written into the files first, and of which rules; none named: of all. */
  readonly fixes: 'none' | 'safe';
  readonly codes: readonly string[];
  /** Whether a file (absolute path) is among those to look at; a definition also counts when a file that it refers to does. */
  readonly isChanged?: (path: string) => boolean;
}

export function checkPaths(paths: readonly string[], options: CheckingOptions, terminal: Terminal): CheckResult {
  const collected = collect(terminal);
  for (const path of findDefinitions(paths, terminal.folder)) {
    const workspace = new Workspace();
    const file = openFile(workspace, path, options);
    const behind = workspace.filesBehind(file).map(each => URI.parse(each).fsPath);
    if (options.isChanged !== undefined && !behind.some(options.isChanged)) continue;
    if (options.fixes === 'safe') fix(workspace, path, options, terminal);
    collected.add(workspace, file, options.withData);
  }
  return collected.result();
}

export function checkStdin(name: string | undefined, options: ReadingOptions, terminal: Terminal): CheckResult {
  const collected = collect(terminal);
  const workspace = new Workspace();
  const path = resolve(terminal.folder, name ?? 'stdin.indicators.yaml');
  const file = openBytes(workspace, path, readFileSync(0), options);
  collected.add(workspace, file, options.withData);
  return collected.result();
}

/** A finding in a data file that two definitions read is told once. */
function collect(terminal: Terminal) {
  const files: string[] = [];
  const findings = new Map<string, PrintableFinding>();
  const texts = new Map<string, readonly string[]>();
  return {
    add: (workspace: Workspace, file: string, withData: boolean) => {
      if (!workspace.isIgnored(file)) files.push(displayPath(file, terminal.folder));
      const found = withData ? workspace.findings(file) : workspace.textFindings(file);
      for (const each of new Set(found.map(finding => finding.file))) {
        texts.set(displayPath(each, terminal.folder), (workspace.textOf(each, file) ?? '').split(/\r\n|\n|\r/));
      }
      for (const finding of printable(found, workspace, file, wordingOf(terminal))) {
        findings.set(JSON.stringify(finding), finding);
      }
    },
    result: (): CheckResult => {
      const all = [...findings.values()];
      return {
        files,
        findings: all,
        counts: countBySeverity(all),
        lineOf: (file, line) => texts.get(file)?.[line] ?? '',
      };
    },
  };
}

function fix(workspace: Workspace, path: string, { withData, codes }: CheckingOptions, terminal: Terminal): void {
  const file = URI.file(path).toString();
  const shown = displayPath(file, terminal.folder);
  const { encoding } = decode(readFileSync(path), 'auto');
  const before = workspace.text(file);
  const { text, number } = withSafeFixes(workspace, file, () => {
    const found = withData ? workspace.findings(file) : workspace.textFindings(file);
    return codes.length === 0 ? found : found.filter(({ code }) => codes.includes(code));
  });
  if (text === before) return;
  if (encoding !== 'utf-8' && encoding !== 'utf-8-bom') {
    workspace.openDefinition(file, before);
    const words = localText(
      `${shown}: not fixed, for it is written in ${encoding}: save it as UTF-8 first`,
      `${shown}：未修复，文件编码为 ${encoding}，请先另存为 UTF-8`,
    );
    terminal.err(`${say(terminal, words)}\n`);
    return;
  }
  writeFileSync(path, encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
  terminal.err(`${say(terminal, localText(`${shown}: ${number} fixed`, `${shown}：已修复 ${number} 处`))}\n`);
}
