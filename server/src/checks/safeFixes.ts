/**
 * The fixes that may be applied without looking, for "fix all" in an editor and `--fix` on the command line. Where a
 * finding has several cures, choosing one is a decision (which weight gives way?) and is left to a person.
 */
import type { Finding, Fix } from '../base/finding.ts';
import type { TextRange } from '../base/text.ts';

/** The only and preferred fix of each finding, as long as it touches no place that an earlier one changes. */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  const taken: TextRange[] = [];
  return findings.flatMap(({ fixes: [only, ...others] }) => {
    if (only?.preferred !== true || others.length > 0 || only.edits.length === 0) return [];
    if (only.edits.some(({ range }) => taken.some(other => touches(range, other)))) return [];
    taken.push(...only.edits.map(({ range }) => range));
    return [only];
  });
}

function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
