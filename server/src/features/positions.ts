/** Between offsets and the lines and characters of editors. */
import type { Range } from 'vscode-languageserver-types';
import type { Location } from '../base/finding.ts';
import type { LongText } from '../base/longText.ts';
import { lineStarts, positionAt, type TextRange } from '../base/text.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Turns places of a definition, or of the data files that it reads, into ranges. */
export type Locator = (location: Location) => Range;

export function locator(workspace: Workspace, definition: string): Locator {
  const startsByFile = new Map<string, readonly number[]>();
  const { source } = workspace.tree(definition);
  return ({ file, range }) => {
    if (file === definition) return rangeOf(source, range);
    const starts = startsByFile.get(file) ?? lineStarts(workspace.textOf(file, definition) ?? '');
    startsByFile.set(file, starts);
    return rangeIn(starts, range);
  };
}

export function rangeOf(source: LongText, { start, end }: TextRange): Range {
  return { start: source.positionAt(start), end: source.positionAt(end) };
}

export function rangeIn(starts: readonly number[], { start, end }: TextRange): Range {
  return { start: positionAt(starts, start), end: positionAt(starts, end) };
}
