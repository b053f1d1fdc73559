/** From what the cutter found to readings: each piece is read by itself, those whose text is the same are reused. */
import type { Cut } from './cut.ts';
import { texts } from './problemTexts.ts';
import { type PieceReading, readPiece } from './read.ts';
import { Reading, readingWithItems, sound } from './reading.ts';
import { readPlain } from './readPlain.ts';
import type { Node, Piece, SyntaxProblem } from './tree.ts';

/** The file, or one item. */
export type Role = 'file' | 'item';

/** `undefined` where a piece without problems is not what the cutter took it for. */
export function readCut(text: string, cut: Cut, role: Role, before: Reading | undefined): Reading | undefined {
  const items = readItems(text, cut.items, before?.items ?? noItems);
  if (items === undefined) return undefined;
  if (before !== undefined && hasOwnText(text, cut, before.piece)) {
    return items === before.items ? before : before.withItems(items);
  }
  const own = readOwn(pieceOf(text, cut, before !== undefined), role);
  if (own === undefined) return undefined;
  return cut.hole === undefined ? new Reading(own, cut) : readingWithItems(own, cut, cut.hole.key - cut.start, items);
}

const noItems: readonly never[] = [];

/** Reuses the readings before by their order, from the front and from the back; what is left over is read. */
export function readItems(
  text: string,
  cuts: readonly Cut[],
  before: readonly Reading[],
): readonly Reading[] | undefined {
  const shared = Math.min(cuts.length, before.length);
  let front = 0;
  while (front < shared && isUnchanged(text, cuts[front]!, before[front]!)) front++;
  if (front === cuts.length && front === before.length) return before;
  let back = 0;
  while (back < shared - front && isUnchanged(text, cuts.at(-1 - back)!, before.at(-1 - back)!)) back++;
  const items = before.slice(0, front);
  for (let index = front; index < cuts.length - back; index++) {
    const hint = index < before.length - back ? before[index] : undefined;
    const item = readCut(text, cuts[index]!, 'item', hint);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items.concat(before.slice(before.length - back));
}

function isUnchanged(text: string, cut: Cut, before: Reading): boolean {
  return (
    cut.items.length === before.items.length &&
    hasOwnText(text, cut, before.piece) &&
    cut.items.every((item, index) => isUnchanged(text, item, before.items[index]!))
  );
}

function hasOwnText(text: string, cut: Cut, piece: Piece): boolean {
  const { start, end, hole } = cut;
  if (hole === undefined) {
    return piece.hole === undefined && end - start === piece.text.length && text.startsWith(piece.text, start);
  }
  const before = hole.start - start;
  return (
    piece.hole === before &&
    end - hole.end === piece.text.length - before &&
    text.startsWith(piece.text.slice(0, before), start) &&
    text.startsWith(piece.text.slice(before), hole.end)
  );
}

function pieceOf(text: string, { start, end, hole }: Cut, isEdit: boolean): Piece {
  const ownText =
    hole === undefined ? text.slice(start, end) : text.slice(start, hole.start) + text.slice(hole.end, end);
  // A slice would keep the text of the whole file alive for as long as the piece is reused.
  return { text: isEdit ? ` ${ownText}`.slice(1) : ownText, hole: hole && hole.start - start };
}

/** Reads the piece's own text; of an item what stands behind its dash. `undefined`: it has no problem, and yet is no item. */
export function readOwn(piece: Piece, role: Role): PieceReading | undefined {
  const quick = readPlain(piece);
  const own = quick !== undefined || piece.text === '' ? { ...sound, piece, node: quick } : readPiece(piece);
  const item = role === 'item' ? onlyItem(own) : own.node;
  if (role === 'item' && item === undefined && own.problems.length === 0) return undefined;
  const problem = fullWidthColon(item);
  const problems = problem === undefined ? own.problems : [...own.problems, problem];
  return { ...own, node: role === 'item' ? contentOf(own.node) : own.node, problems };
}

function onlyItem({ node }: PieceReading): Node | undefined {
  return node?.kind === 'sequence' && node.style === 'block' && node.items.length === 1 ? node.items[0] : undefined;
}

function contentOf(node: Node | undefined): Node | undefined {
  return node?.kind === 'sequence' ? node.items[0] : node;
}

/** `id：x`, maybe with more lines like it, is one text to YAML where a map should stand. */
function fullWidthColon(item: Node | undefined): SyntaxProblem | undefined {
  if (item?.kind !== 'scalar' || item.style !== 'plain') return undefined;
  const colon = item.piece.text.slice(item.start, item.end).search(/：/);
  if (colon < 0) return undefined;
  const start = item.start + colon;
  return { ...texts.fullWidthColon, place: { piece: item.piece, start, end: start + 1 } };
}
