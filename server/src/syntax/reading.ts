/**
 * A piece as it was read, with the readings of its nested items: what a tree is made of. A value; where it stands in the
 * file is for the tree to know.
 */
import type { Columns } from './cut.ts';
import type { PieceReading } from './read.ts';
import type { MapEntry, MapNode, Node, Piece, ScalarNode, SequenceNode, SyntaxProblem } from './tree.ts';

/** The file, or one item. */
export type Role = 'file' | 'item';

export class Reading {
  readonly own: PieceReading;
  /** What the piece says with its nested items. */
  readonly node: Node | undefined;
  readonly items: readonly Reading[];
  readonly columns: Columns;
  /** Where the key of the nested items stands in the piece. */
  readonly keyAt: number | undefined;
  /** Length of the text, that of the nested items included. */
  readonly length: number;
  /** Of the piece and of all nested ones. */
  readonly problems: readonly SyntaxProblem[];
  readonly aliasExpansion: number;
  private starts: readonly number[] | undefined;
  private lastSought: { readonly word: string; readonly isThere: boolean } | undefined;

  constructor(
    own: PieceReading,
    node: Node | undefined,
    columns: Columns,
    nested?: { readonly keyAt: number; readonly items: readonly Reading[] },
  ) {
    const items = nested?.items ?? [];
    this.own = own;
    this.node = node;
    this.columns = columns;
    this.keyAt = nested?.keyAt;
    this.items = items;
    this.length = own.piece.text.length + items.reduce((sum, item) => sum + item.length, 0);
    this.aliasExpansion = own.aliasExpansion + items.reduce((sum, item) => sum + item.aliasExpansion, 0);
    const isBroken = items.some(({ problems }) => problems.length > 0);
    this.problems = isBroken ? [...own.problems, ...items.flatMap(({ problems }) => problems)] : own.problems;
  }

  /** Offset of a nested item in the text of this piece with its nested items; of the one after the last: where they end. */
  startOf(nth: number): number {
    this.starts ??= startsOf(this.own.piece.hole ?? 0, this.items);
    return this.starts[nth]!;
  }

  /** Whether the text holds a word; of the word last asked for it is remembered where items are nested. */
  includes(word: string): boolean {
    const isInOwn = () => this.own.piece.text.includes(word);
    if (this.items.length === 0) return isInOwn();
    if (this.lastSought?.word !== word) {
      const isThere = isInOwn() || this.items.some(item => item.includes(word));
      this.lastSought = { word, isThere };
    }
    return this.lastSought!.isThere;
  }

  /** The nested item at an offset of the text; -1 where none stands there. */
  itemAt(offset: number): number {
    const nItems = this.items.length;
    if (nItems === 0 || offset < this.startOf(0) || offset >= this.startOf(nItems)) return -1;
    let low = 0;
    let high = nItems - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function startsOf(hole: number, items: readonly Reading[]): readonly number[] {
  const starts = [hole];
  for (const { length } of items) starts.push(starts.at(-1)! + length);
  return starts;
}

/** `undefined` where the piece has no problem, and yet its nested items stand under no key. */
export function readingWithItems(
  own: PieceReading,
  role: Role,
  columns: Columns,
  nested: { readonly keyAt: number; readonly items: readonly Reading[] },
): Reading | undefined {
  const node = nodeWithItems(own, contentOf(own, role), nested.keyAt, nested.items);
  return node && new Reading(own, node, columns, nested);
}

/** What stands behind the dash of an item. */
export function contentOf({ node }: PieceReading, role: Role): Node | undefined {
  return role === 'item' && node?.kind === 'sequence' ? node.items[0] : node;
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
