/** What is selected step by step from a word outwards: value, entry, indicator, siblings, section, file. */
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { TextRange } from '../base/text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rangeOf } from './positions.ts';

export function selectionRanges(workspace: Workspace, file: string, positions: readonly Position[]): SelectionRange[] {
  const tree = workspace.tree(file);
  const { source } = tree;
  return positions.map(position => {
    const offset = source.offsetAt(position);
    const ranges: TextRange[] = [{ start: 0, end: source.length }];
    for (const part of tree.pathAt(offset)) {
      const range = tree.rangeOf(part);
      const outer = ranges.at(-1)!;
      const isWithin = outer.start <= range.start && range.end <= outer.end;
      const isSmaller = range.end - range.start < outer.end - outer.start;
      if (isWithin && isSmaller) ranges.push(range);
    }
    return ranges.reduce<SelectionRange | undefined>(
      (parent, range) => ({ range: rangeOf(source, range), ...(parent && { parent }) }),
      undefined,
    )!;
  });
}
