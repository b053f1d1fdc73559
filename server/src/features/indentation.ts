/**
 * Indentation by two: keys of a map one step in from the key above, a list one step in from its key, the keys of an item
 * behind its dash. Comments and further lines of a value move with what they belong to.
 */
import { lineStarts, positionAt, type TextEdit } from '../base/text.ts';
import type { MapNode, Node, SequenceNode, Tree } from '../syntax/tree.ts';

const step = 2;

/** No edit where a line stands in a way that these rules do not know. */
export function indentation(tree: Tree): readonly TextEdit[] {
  const { text } = tree;
  const starts = lineStarts(text);
  const wanted = new Map<number, number>();
  const dashes: TextEdit[] = [];
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  const leadOf = (offset: number) => text.slice(starts[lineOf(offset)]!, offset).replace('\uFEFF', '');
  let isKnown = true;

  const visitMap = (map: MapNode, column: number) => {
    map.entries.forEach((entry, index) => {
      const { start } = tree.rangeOf(entry);
      const lead = leadOf(start);
      if (lead.trim() === '') wanted.set(lineOf(start), column);
      else if (index > 0) isKnown = false;
      if (entry.value !== undefined) visitBlock(entry.value, column + step);
    });
  };
  const visitSequence = (sequence: SequenceNode, column: number) => {
    for (const item of sequence.items) {
      const { start } = tree.rangeOf(item);
      // The dash, maybe with further dashes before it and an anchor behind it.
      const lead = /^([ \t]*)((?:-[ \t]+)*)-([ \t]*)((?:&\S+[ \t]+)?)$/.exec(leadOf(start));
      if (lead === null) {
        isKnown = false;
        return;
      }
      const [, , outer = '', gap = '', anchor = ''] = lead;
      if (outer === '') wanted.set(lineOf(start), column);
      const gapStart = start - anchor.length - gap.length;
      if (gap !== ' ' && item.end > item.start)
        dashes.push({ range: { start: gapStart, end: gapStart + gap.length }, newText: ' ' });
      if (anchor !== '' && isBlock(item) && item.kind === 'map') isKnown = false;
      else visitBlock(item, column + step);
    }
  };
  const visitBlock = (node: Node, column: number) => {
    if (!isBlock(node)) return;
    if (node.kind === 'map') visitMap(node, column);
    else if (node.kind === 'sequence') visitSequence(node, column);
  };

  if (tree.root !== undefined) visitBlock(tree.root, 0);
  return isKnown ? [...leads(text, starts, wanted), ...dashes] : [];
}

function isBlock(node: Node): node is MapNode | SequenceNode {
  return (node.kind === 'map' || node.kind === 'sequence') && node.style === 'block';
}

/** The blanks that lines begin with: of those that start something, and of those that belong to them. */
function leads(text: string, starts: readonly number[], wanted: ReadonlyMap<number, number>): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const lines = starts.map((start, line) => text.slice(start, starts[line + 1] ?? text.length).replace('\uFEFF', ''));
  const columnOf = (line: number) => /^[ \t]*/.exec(lines[line] ?? '')![0].length;
  let moved = 0;
  lines.forEach((content, line) => {
    if (content.trim() === '') return;
    const column = columnOf(line);
    const own = wanted.get(line);
    if (own !== undefined) moved = own - column;
    const isComment = content.trimStart().startsWith('#');
    const target = own ?? column + (isComment ? (movedBelow(line, column) ?? moved) : moved);
    if (target === column) return;
    const start = starts[line]! + (text[starts[line]!] === '\uFEFF' ? 1 : 0);
    edits.push({ range: { start, end: start + column }, newText: ' '.repeat(Math.max(0, target)) });
  });
  return edits;

  /** A comment stands over what it speaks of: it moves with the line below, where that stands in its column. */
  function movedBelow(line: number, column: number): number | undefined {
    for (let below = line + 1; below < lines.length; below++) {
      const content = lines[below]!.trim();
      if (content === '' || content.startsWith('#')) continue;
      const own = wanted.get(below);
      return own !== undefined && columnOf(below) === column ? own - column : undefined;
    }
    return undefined;
  }
}
