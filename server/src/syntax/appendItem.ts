/** Adds an item at the end of a list, in the layout of the list: comments and line ends stay. */
import type { TextEdit } from '../base/text.ts';
import type { SequenceNode, Tree } from './tree.ts';

/** `source` is the item as it is written in flow style, on one line. No edit where a block list has no item to go by. */
export function appendItem(tree: Tree, list: SequenceNode, source: string): readonly TextEdit[] {
  const { text } = tree;
  const last = list.items.at(-1);
  if (last === undefined) {
    const at = tree.rangeOf(list).start + 1;
    return list.style === 'flow' ? [{ range: { start: at, end: at }, newText: source }] : [];
  }
  const { start, end } = tree.rangeOf(last);
  const lead = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (list.style === 'flow') {
    const separator = lead.trim() === '' && lead !== text.slice(0, start) ? `,${lineBreak}${lead}` : ', ';
    return [{ range: { start: end, end }, newText: separator + source }];
  }
  const dash = /^[\s-]*-\s/.exec(lead)?.[0];
  if (dash === undefined) return [];
  const at = lineEndAfter(text, end);
  return [{ range: { start: at, end: at }, newText: `${lineBreak}${dash}${source}` }];
}

function lineEndAfter(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.length : next;
  return text[end - 1] === '\r' ? end - 1 : end;
}
