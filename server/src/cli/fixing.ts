/** Applies the safe fixes of a definition until none is left: those that a rule prefers, none that overlaps another. */
import type { Fix } from '../base/finding.ts';
import { applyEdits } from '../base/text.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A fix may uncover the next one; more rounds than this means that two fixes undo each other. */
const mostRounds = 10;

export function withSafeFixes(workspace: Workspace, file: string): { readonly text: string; readonly number: number } {
  let number = 0;
  for (let round = 0; round < mostRounds; round++) {
    const fixes = safeFixes(workspace, file);
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

function safeFixes(workspace: Workspace, file: string): readonly Fix[] {
  const taken: { start: number; end: number }[] = [];
  const preferred = workspace.findings(file).flatMap(({ fixes }) => fixes.find(each => each.preferred === true) ?? []);
  return preferred.filter(({ edits }) => {
    const isFree = edits.every(({ range }) => taken.every(({ start, end }) => range.end < start || range.start > end));
    if (isFree) taken.push(...edits.map(({ range }) => range));
    return isFree && edits.length > 0;
  });
}
