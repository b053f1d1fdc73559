/** The lines of the items of a block list: each item with the comments above it. Knows nothing of what the items are. */
import type { TextRange } from '../../base/text.ts';
import type { SequenceNode, Tree } from '../../syntax/tree.ts';

export interface ItemLines {
  /** Of each item whole lines, the last line end included. */
  readonly ranges: readonly TextRange[];
  /** The column of the dashes. */
  readonly column: number;
}

/** `undefined` for a flow list, and where an item does not begin with its own dash on its own line. */
export function itemLines(tree: Tree, list: SequenceNode): ItemLines | undefined {
  const { text } = tree;
  const lineStart = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = (offset: number) => {
    const end = text.indexOf('\n', offset);
    return end < 0 ? text.length : end + 1;
  };
  if (list.style !== 'block' || list.items.length === 0) return undefined;
  const leads = list.items.map(item => {
    const { start } = tree.rangeOf(item);
    return /^( *)- +$/.exec(text.slice(lineStart(start), start))?.[1]?.length;
  });
  const [column] = leads;
  if (column === undefined || leads.some(lead => lead !== column)) return undefined;
  const ends = list.items.map(item => {
    const { start, end } = tree.rangeOf(item);
    return lineEnd(start + text.slice(start, end).trimEnd().length);
  });
  if (ends.at(-1) === text.length && !text.endsWith('\n')) return undefined;
  const first = commentsAbove(text, lineStart(tree.rangeOf(list.items[0]!).start));
  const ranges = ends.map((end, index) => ({ start: index === 0 ? first : ends[index - 1]!, end }));
  return { ranges, column };
}

/** Where the comments begin that stand right above a line. */
function commentsAbove(text: string, line: number): number {
  let start = line;
  for (;;) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !/^[ \t]*#/.test(text.slice(above, start))) return start;
    start = above;
  }
}
