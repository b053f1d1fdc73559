/**
 * Formatting that keeps comments and every blank line: indentation by two, one blank where one belongs, none at the ends
 * of lines. Small edits; none where the text has errors or where they would change what it says.
 */
import type { TextEdit as EditorEdit, Range } from 'vscode-languageserver-types';
import { applyEdits, lineStarts, type TextEdit } from '../base/text.ts';
import { parse } from '../syntax/parse.ts';
import { says } from '../syntax/says.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { indentation } from './indentation.ts';
import { rangeIn } from './positions.ts';
import { spacing } from './spacing.ts';

/** Of the whole file, or of the lines that a range touches. */
export function formatting(workspace: Workspace, file: string, range?: Range): EditorEdit[] {
  const tree = workspace.tree(file);
  if (tree.errors.length > 0) return [];
  const starts = lineStarts(tree.text);
  const isSafe = (edits: readonly TextEdit[]) => {
    const formatted = parse(applyEdits(tree.text, edits));
    return formatted.errors.length === 0 && says(formatted) === says(tree);
  };
  const spaces = spacing(tree);
  const isMeant = range === undefined ? () => true : isOnLinesOf(range, starts);
  const choices = [[...indentation(tree), ...spaces].filter(isMeant), spaces.filter(isMeant)];
  const edits = choices.find(isSafe) ?? [];
  return edits.map(({ range, newText }) => ({ range: rangeIn(starts, range), newText }));
}

/** A selection that ends where a line begins does not touch that line. */
function isOnLinesOf({ start, end }: Range, starts: readonly number[]): (edit: TextEdit) => boolean {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const from = starts[start.line] ?? Number.POSITIVE_INFINITY;
  const to = starts[last + 1] ?? Number.POSITIVE_INFINITY;
  return ({ range }) => range.start >= from && range.start < to && range.end <= to;
}
