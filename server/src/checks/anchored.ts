/** Which texts may be rewritten without changing others. */
import type { Node } from '../syntax/tree.ts';

/** Whether an anchor stands before the node: aliases may repeat it, so that rewriting it changes more than this place. */
export function isAnchored({ piece, start }: Node): boolean {
  return /&[^\s,[\]{}]+\s+$/.test(piece.text.slice(Math.max(0, start - 100), start));
}
