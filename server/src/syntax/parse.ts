/**
 * Text to tree. The cutter finds the pieces, each is read by itself, and here they are put together. The tree before is a
 * hint: pieces whose text is the same are taken from it, with their nodes. Any text gives a tree.
 */
import { type Cut, cutFile, wholeFile } from './cut.ts';
import { FileTree, type Reading } from './fileTree.ts';
import { texts } from './problemTexts.ts';
import { type PieceReading, readPiece } from './read.ts';
import { readPlain } from './readPlain.ts';
import type { MapEntry, MapNode, Node, Piece, ScalarNode, SequenceNode, SyntaxProblem, Tree } from './tree.ts';

/** The result does not depend on `previous`, except in which of its parts are the same objects. */
export function parse(text: string, previous?: Tree): Tree {
  const before = previous instanceof FileTree ? previous : undefined;
  if (before?.text === text) return before;
  const cut = cutFile(text);
  const reading = readCut(text, cut, 'file', before?.reading);
  if (reading !== undefined) return new FileTree(text, cut, reading);
  // Nothing is wrong with the text, and yet the cutter saw items where YAML sees something else.
  const whole = wholeFile(text);
  return new FileTree(text, whole, readCut(text, whole, 'file', before?.reading)!);
}

type Role = 'file' | 'item';

/** `undefined` where a piece without problems is not what the cutter took it for. */
function readCut(text: string, cut: Cut, role: Role, before: Reading | undefined): Reading | undefined {
  const items = readItems(text, cut.items, before?.items ?? []);
  if (items === undefined) return undefined;
  const isSame = before !== undefined && hasOwnText(text, cut, before.own.piece);
  if (isSame && items === before.items) return before;
  const own = isSame ? before.own : readOwn(text, cut, role, before !== undefined);
  if (own === undefined) return undefined;
  const node = role === 'item' && own.node?.kind === 'sequence' ? own.node.items[0] : own.node;
  if (cut.hole === undefined) return { own, node, items };
  const withItems = nodeWithItems(own, node, cut.hole.key - cut.start, items);
  return withItems === undefined ? undefined : { own, node: withItems, items };
}

/** Reuses the readings before by their order, from the front and from the back; what is left over is read. */
function readItems(text: string, cuts: readonly Cut[], before: readonly Reading[]): readonly Reading[] | undefined {
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
    hasOwnText(text, cut, before.own.piece) &&
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

/** Reads the cut's own text. `undefined`: it has no problem, and yet is no item. */
function readOwn(text: string, cut: Cut, role: Role, isEdit: boolean): PieceReading | undefined {
  const { start, end, hole } = cut;
  const ownText =
    hole === undefined ? text.slice(start, end) : text.slice(start, hole.start) + text.slice(hole.end, end);
  // A slice would keep the text of the whole file alive for as long as the piece is reused.
  const piece: Piece = { text: isEdit ? ` ${ownText}`.slice(1) : ownText, hole: hole && hole.start - start };
  const quick = readPlain(piece);
  const own = quick === undefined ? readPiece(piece) : { piece, node: quick, problems: [], aliasExpansion: 0 };
  const content = role === 'item' ? onlyItem(own) : own.node;
  if (role === 'item' && content === undefined && own.problems.length === 0) return undefined;
  const problem = fullWidthColon(content);
  return problem === undefined ? own : { ...own, problems: [...own.problems, problem] };
}

function onlyItem({ node }: PieceReading): Node | undefined {
  return node?.kind === 'sequence' && node.style === 'block' && node.items.length === 1 ? node.items[0] : undefined;
}

/** `id：x`, maybe with more lines like it, is one text to YAML where a map should stand. */
function fullWidthColon(item: Node | undefined): SyntaxProblem | undefined {
  if (item?.kind !== 'scalar' || item.style !== 'plain') return undefined;
  const colon = item.piece.text.slice(item.start, item.end).search(/：/);
  if (colon < 0) return undefined;
  const start = item.start + colon;
  return { ...texts.fullWidthColon, place: { piece: item.piece, start, end: start + 1 } };
}

/** The piece's map with the sequence of its items under `indicators`, whose key stands at `keyAt`. */
function nodeWithItems(
  own: PieceReading,
  node: Node | undefined,
  keyAt: number,
  items: readonly Reading[],
): Node | undefined {
  const { piece } = own;
  const hole = piece.hole!;
  const nodes = items.map(item => item.node ?? nothingAt(item.own.piece));
  const sequence: SequenceNode = { kind: 'sequence', style: 'block', items: nodes, piece, start: hole, end: hole };
  const entries = node?.kind === 'map' ? node.entries : [];
  const index = entries.findIndex(entry => entry.key.start === keyAt && entry.value === undefined);
  if (index < 0 && own.problems.length === 0) return undefined;
  const key = entries[index]?.key ?? writtenKey(piece, keyAt);
  const entry: MapEntry = { kind: 'entry', key, value: sequence, piece, start: key.start, end: hole };
  const start = Math.min(node?.start ?? keyAt, keyAt);
  const end = Math.max(node?.end ?? hole, hole);
  const map: Omit<MapNode, 'entries'> = { kind: 'map', style: 'block', piece, start, end };
  return { ...map, entries: index < 0 ? insertEntry(entries, entry) : entries.with(index, entry) };
}

/** Where the map is too broken for YAML to see the key, the items are not lost. */
function insertEntry(entries: readonly MapEntry[], entry: MapEntry): readonly MapEntry[] {
  const after = entries.findIndex(other => other.start > entry.start);
  return entries.toSpliced(after < 0 ? entries.length : after, 0, entry);
}

function writtenKey(piece: Piece, start: number): ScalarNode {
  const name = 'indicators';
  return { kind: 'scalar', value: name, source: name, style: 'plain', piece, start, end: start + name.length };
}

function nothingAt(piece: Piece): ScalarNode {
  const at = piece.text.length - piece.text.trimStart().length + 1; // after the dash
  return { kind: 'scalar', value: null, source: '', style: 'plain', piece, start: at, end: at };
}
