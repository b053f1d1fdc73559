/** Between offsets and the lines and characters of editors. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Location } from '../base/finding.ts';
import { lineStarts, offsetAt, positionAt, type TextRange } from '../base/text.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Turns places of a definition, or of the data files that it reads, into ranges. */
export type Locator = (location: Location) => Range;

export function locator(workspace: Workspace, definition: string): Locator {
  const startsByFile = new Map<string, readonly number[]>();
  const { source } = workspace.tree(definition);
  return ({ file, range }) => {
    if (file === definition) return { start: source.positionAt(range.start), end: source.positionAt(range.end) };
    const starts = startsByFile.get(file) ?? lineStarts(workspace.textOf(file, definition) ?? '');
    startsByFile.set(file, starts);
    return rangeIn(starts, range);
  };
}

export function rangeIn(starts: readonly number[], { start, end }: TextRange): Range {
  return { start: positionAt(starts, start), end: positionAt(starts, end) };
}

export function offsetOf(text: string, position: Position): number {
  return offsetAt(lineStarts(text), text.length, position);
}
