/**
 * Applies the safe fixes of a definition until none is left: those that a rule prefers, none that overlaps another.
 * Where a finding has several cures, choosing one is a decision (which weight gives way?) and is left to a person.
 */
import type { Finding, Fix } from '../base/finding.ts';
import { applyEdits } from '../base/text.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A fix may uncover the next one; more rounds than this means that two fixes undo each other. */
const mostRounds = 10;

/** `findings` gives those of the file as it stands then; they may be fewer than all. */
export function withSafeFixes(
  workspace: Workspace,
  file: string,
  findings: () => readonly Finding[],
): { readonly text: string; readonly number: number } {
  let number = 0;
  for (let round = 0; round < mostRounds; round++) {
    const fixes = safeFixes(findings().filter(finding => finding.file === file));
    if (fixes.length === 0) break;
    number += fixes.length;
    workspace.openDefinition(
      file,
      applyEdits(
        workspace.text(file),
        fixes.flatMap(({ edits }) => edits),
      ),
    );
  }
  return { text: workspace.text(file), number };
}

function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  const taken: { start: number; end: number }[] = [];
  const preferred = findings.flatMap(({ fixes: [only, ...others] }) =>
    only?.preferred === true && others.length === 0 ? [only] : [],
  );
  return preferred.filter(({ edits }) => {
    const isFree = edits.every(({ range }) => taken.every(({ start, end }) => range.end < start || range.start > end));
    if (isFree) taken.push(...edits.map(({ range }) => range));
    return isFree && edits.length > 0;
  });
}
