/** Applies the safe fixes of a definition until none is left. */
import type { Finding } from '../base/finding.ts';
import { applyEdits } from '../base/text.ts';
import { safeFixes } from '../checks/safeFixes.ts';
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
