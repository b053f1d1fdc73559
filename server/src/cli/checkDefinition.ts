/** Checks one definition, in a workspace of its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { localText } from '../base/locale.ts';
import { decode } from '../data/encoding.ts';
import { openingGivenUp } from '../workspace/opening.ts';
import { type PrintableFinding, type PrintableLocation, printable } from '../workspace/printable.ts';
import { Workspace } from '../workspace/workspace.ts';
import { displayPath, wordingOf } from './files.ts';
import { withSafeFixes } from './fixing.ts';
import type { Found, Read } from './kept.ts';
import { type OpeningOptions, openBytes, openFile } from './openDefinition.ts';
import { openWaiting } from './openWaiting.ts';
import type { CheckedDefinition } from './printable.ts';
import { say, type Terminal } from './terminal.ts';

/** Depends on nothing but the path, the options, the working folder, the language and what is read. */
export function checkDefinition(
  path: string,
  options: OpeningOptions,
  terminal: Terminal,
  read: Read,
): Found<CheckedDefinition> {
  const { workspace, file, isLasting } = opened(path, options, read);
  return { answer: checkedIn(workspace, file, options, terminal), isLasting };
}

/** Paths of the definition itself and of all that it is checked with. */
export function filesBehind(path: string, options: OpeningOptions, read: Read): Found<readonly string[]> {
  const { workspace, file, isLasting } = opened(path, options, read);
  return { answer: workspace.filesBehind(file).map(each => URI.parse(each).fsPath), isLasting };
}

function opened(path: string, options: OpeningOptions, readFile: Read) {
  const workspace = new Workspace();
  const own = readFile(URI.file(path).toString());
  let isLasting = true;
  const open = (file: string, bytes: Uint8Array) => {
    const content = openWaiting(file, bytes);
    if (content === openingGivenUp) isLasting = false; // another time it may take less
    return content;
  };
  const bytes = own.kind === 'bytes' ? own.bytes : new Uint8Array();
  const file = openBytes(workspace, path, bytes, { ...options, readFile, open });
  return { workspace, file, isLasting };
}

export function checkStdin(name: string | undefined, options: OpeningOptions, terminal: Terminal): CheckedDefinition {
  const workspace = new Workspace();
  const path = resolve(terminal.folder, name ?? 'stdin.indicators.yaml');
  const file = openBytes(workspace, path, readFileSync(0), options);
  return checkedIn(workspace, file, options, terminal);
}

/** Writes the safe fixes into the file first, of the rules that are named; none named: of all. */
export function fixAndCheck(
  path: string,
  codes: readonly string[],
  options: OpeningOptions,
  terminal: Terminal,
): CheckedDefinition {
  const workspace = new Workspace();
  const file = openFile(workspace, path, options);
  fix(workspace, path, codes, options, terminal);
  return checkedIn(workspace, file, options, terminal);
}

function checkedIn(
  workspace: Workspace,
  file: string,
  { withData }: OpeningOptions,
  terminal: Terminal,
): CheckedDefinition {
  const found = withData ? workspace.findings(file) : workspace.textFindings(file);
  const findings = printable(found, workspace, file, wordingOf(terminal));
  const files = new Map(found.flatMap(placesOf).map(place => [displayPath(place.file, terminal.folder), place.file]));
  const texts = new Map([...files].map(([shown, each]) => [shown, workspace.textOf(each, file) ?? '']));
  return {
    ...(!workspace.isIgnored(file) && { file: displayPath(file, terminal.folder) }),
    findings,
    lines: linesOf(findings, texts),
  };
}

function placesOf<Place extends object>(finding: Place & { readonly related: readonly Place[] }): readonly Place[] {
  return [finding, ...finding.related];
}

/** The lines where what was found begins and ends. */
function linesOf(
  findings: readonly PrintableFinding[],
  texts: ReadonlyMap<string, string>,
): CheckedDefinition['lines'] {
  const wanted = new Map<string, Set<number>>();
  for (const { file, range } of findings.flatMap(placesOf<PrintableLocation>)) {
    const lines = wanted.get(file) ?? new Set();
    wanted.set(file, lines.add(range.start.line).add(range.end.line));
  }
  return [...wanted].flatMap(([file, lines]) => {
    const all = (texts.get(file) ?? '').split(/\r\n|\n|\r/);
    return [...lines].map(line => [file, line, all[line] ?? ''] as const);
  });
}

function fix(
  workspace: Workspace,
  path: string,
  codes: readonly string[],
  { withData }: OpeningOptions,
  terminal: Terminal,
): void {
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
