/**
 * Formatting that keeps comments and every blank line: indentation by two, one blank where one belongs, none at the ends
 * of lines. Small edits; none where the text has errors or where they would change what it says.
 */
import type { TextEdit as EditorEdit } from 'vscode-languageserver-types';
import { applyEdits, lineStarts, type TextEdit } from '../base/text.ts';
import { parse } from '../syntax/parse.ts';
import { says } from '../syntax/says.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { indentation } from './indentation.ts';
import { rangeIn } from './positions.ts';
import { spacing } from './spacing.ts';

export function formatting(workspace: Workspace, file: string): EditorEdit[] {
  const tree = workspace.tree(file);
  if (tree.errors.length > 0) return [];
  const starts = lineStarts(tree.text);
  const isSafe = (edits: readonly TextEdit[]) => {
    const formatted = parse(applyEdits(tree.text, edits));
    return formatted.errors.length === 0 && says(formatted) === says(tree);
  };
  const spaces = spacing(tree);
  const choices = [[...indentation(tree), ...spaces], spaces];
  const edits = choices.find(isSafe) ?? [];
  return edits.map(({ range, newText }) => ({ range: rangeIn(starts, range), newText }));
}
