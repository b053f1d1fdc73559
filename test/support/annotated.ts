/**
 * Annotated texts: the definition with a line of squiggles and a message under each place where a finding is expected.
 *
 *     weight: 60
 *             ^^ error weight-sum: weights under level 1 sum to 99, not 100 (-1)
 *
 * Annotation lines are not part of the definition. Two findings at one line: two annotation lines, in order of place.
 */

import { expect } from 'vitest';
import type { Finding } from '../../server/src/base/finding.ts';
import type { Locale } from '../../server/src/base/locale.ts';
import { applyEdits, lineStarts, positionAt } from '../../server/src/base/text.ts';
import { inMemory, uriOf } from './memory.ts';

const annotation = /^\s*\^+ (error|warning|information|hint) [a-z-]+: /;

type Files = Readonly<Record<string, string | Uint8Array>>;

interface Options {
  readonly codes: readonly string[];
  /** Data files, which are annotated in the same way (those given as bytes are not). */
  readonly files?: Files;
  readonly locale?: Locale;
}

/**
 * Checks the definition and expects exactly the annotated findings of the given codes (the rest is not looked at), in the
 * definition and in its data files. A range over several lines is drawn to the end of its first line; an empty range as
 * one `^`.
 */
export function expectFindings(annotated: string, { codes, files = {}, locale = 'en' }: Options): void {
  const all: Files = { 'demo.indicators.yaml': annotated, ...files };
  const texts = Object.fromEntries(
    Object.entries(all).map(([name, content]) => [
      name,
      typeof content === 'string' ? withoutAnnotations(content) : content,
    ]),
  );
  const { workspace, file } = inMemory(texts);
  const findings = workspace.findings(file).filter(({ code }) => codes.includes(code));
  const names = Object.keys(all).filter(name => typeof all[name] === 'string');
  const known = names.map(uriOf);
  expect(findings.filter(finding => !known.includes(finding.file))).toEqual([]);
  const found = Object.fromEntries(
    names.map((name, index) => [
      name,
      annotate(
        texts[name] as string,
        findings.filter(finding => finding.file === known[index]),
        locale,
      ),
    ]),
  );
  expect(found).toEqual(Object.fromEntries(names.map(name => [name, all[name]])));
}

export function withoutAnnotations(annotated: string): string {
  return annotated
    .split('\n')
    .filter(line => !annotation.test(line))
    .join('\n');
}

/** The text after applying the n-th fix of the only finding of a code. */
export function fixed(
  text: string,
  code: string,
  choice = 0,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): string {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text, ...files });
  const findings = workspace.findings(file).filter(finding => finding.code === code);
  const fix = findings[0]?.fixes[choice];
  if (findings.length === 0 || fix === undefined) throw new Error(`no fix ${choice} of ${code}`);
  return applyEdits(text, fix.edits);
}

function annotate(text: string, findings: readonly Finding[], locale: Locale): string {
  const starts = lineStarts(text);
  const notes = new Map<number, string[]>();
  for (const finding of findings) {
    const start = positionAt(starts, finding.range.start);
    const end = positionAt(starts, finding.range.end);
    const lineLength = (text.split('\n')[start.line] ?? '').length;
    const width = Math.max(1, (end.line === start.line ? end.character : lineLength) - start.character);
    const note = `${' '.repeat(start.character)}${'^'.repeat(width)} ${finding.severity} ${finding.code}: ${finding.message[locale]}`;
    notes.set(start.line, [...(notes.get(start.line) ?? []), note]);
  }
  return text
    .split('\n')
    .flatMap((line, index) => [line, ...(notes.get(index) ?? [])])
    .join('\n');
}
