/** What the rules' fixes share: which texts may be rewritten without changing others, and how a key gets its value. */
import type { TextEdit } from '../base/text.ts';
import { type InsertOptions, insertEntry, replaceValue } from '../syntax/edit.ts';
import { entryOf, type MapNode, type Node, type Tree } from '../syntax/tree.ts';

/** Whether an anchor stands before the node: aliases may repeat it, so that rewriting it changes more than this place. */
export function isAnchored({ piece, start }: Node): boolean {
  return /&[^\s,[\]{}]+\s+$/.test(piece.text.slice(Math.max(0, start - 100), start));
}

/** Gives a key its value: the key may stand there already, as yet without one. */
export function writeEntry(
  tree: Tree,
  map: MapNode,
  key: string,
  source: string,
  options?: InsertOptions,
): readonly TextEdit[] {
  const entry = entryOf(map, key);
  return entry === undefined ? insertEntry(tree, map, key, source, options) : replaceValue(tree, entry, source);
}
