/**
 * A piece as it was read, with the readings of its nested items: what a tree is made of. A value; where it stands in the
 * file is for the tree to know.
 */
import type { Columns } from './cut.ts';
import { PlainEntry, withValue } from './plainNodes.ts';
import type { PieceReading } from './read.ts';
import type { MapEntry, MapNode, Node, Piece, ScalarNode, SequenceNode, SyntaxProblem } from './tree.ts';

/** Items that are pieces, and the sequence of their nodes where they were cut out. */
export interface Nested {
  readonly items: readonly Reading[];
  readonly sequence: SequenceNode;
}

export class Reading implements Columns {
  readonly piece: Piece;
  /** What the piece says with its nested items. */
  readonly node: Node | undefined;
  readonly dash: number;
  readonly keys: number | undefined;
  private readonly own: Pick<PieceReading, 'problems' | 'aliasExpansion'> | undefined;
  private readonly nested: NestedItems | undefined;

  /** `node`: with the sequence of the nested items in it. */
  constructor(own: PieceReading, { dash, keys }: Columns, nested?: Nested) {
    this.piece = own.piece;
    this.node = own.node;
    this.dash = dash;
    this.keys = keys;
    this.own = own.problems.length + own.aliasExpansion === 0 ? undefined : own;
    this.nested = nested && new NestedItems(nested);
  }

  get items(): readonly Reading[] {
    return this.nested?.items ?? nothing;
  }

  /** Length of the text, that of the nested items included. */
  get length(): number {
    return this.piece.text.length + (this.nested?.length ?? 0);
  }

  /** Of the piece and of all nested ones. */
  get problems(): readonly SyntaxProblem[] {
    const own = this.own?.problems ?? nothing;
    const nested = this.nested?.problems ?? nothing;
    return nested.length === 0 ? own : [...own, ...nested];
  }

  get aliasExpansion(): number {
    return (this.own?.aliasExpansion ?? 0) + (this.nested?.aliasExpansion ?? 0);
  }

  /** The same piece with other nested items; it must have some. */
  withItems(items: readonly Reading[]): Reading {
    const { piece, node, own } = this;
    const before = this.nested!.sequence;
    const sequence = holeSequence(piece, nodesOf(items));
    const { style, start, end, entries } = node as MapNode;
    const now = entries.map(entry => (entry.value === before ? withValue(entry, sequence) : entry));
    const map: MapNode = { kind: 'map', style, entries: now, piece, start, end };
    return new Reading({ ...(own ?? sound), piece, node: map }, this, { items, sequence });
  }

  /** Offset of a nested item in the text of this piece with its nested items; of the one after the last: where they end. */
  startOf(nth: number): number {
    return (this.piece.hole ?? 0) + this.nested!.startOf(nth);
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

  /** Whether the text holds a word; of the word last asked for it is remembered where items are nested. */
  includes(word: string): boolean {
    return this.piece.text.includes(word) || this.nested?.includes(word) === true;
  }
}

const nothing: readonly never[] = [];
export const sound = { problems: nothing, aliasExpansion: 0 } as const;

class NestedItems implements Nested {
  readonly items: readonly Reading[];
  readonly sequence: SequenceNode;
  readonly length: number;
  readonly problems: readonly SyntaxProblem[];
  readonly aliasExpansion: number;
  private starts: readonly number[] | undefined;
  private lastSought: { readonly word: string; readonly isThere: boolean } | undefined;

  constructor({ items, sequence }: Nested) {
    let length = 0;
    let aliasExpansion = 0;
    let isBroken = false;
    for (let nth = 0; nth < items.length; nth++) {
      const item = items[nth]!;
      length += item.length;
      aliasExpansion += item.aliasExpansion;
      isBroken ||= item.problems.length > 0;
    }
    this.items = items;
    this.sequence = sequence;
    this.length = length;
    this.aliasExpansion = aliasExpansion;
    this.problems = isBroken ? items.flatMap(({ problems }) => problems) : nothing;
  }

  /** Offset of an item from where the items start. */
  startOf(nth: number): number {
    this.starts ??= startsOf(this.items);
    return this.starts[nth]!;
  }

  includes(word: string): boolean {
    if (this.lastSought?.word !== word) {
      this.lastSought = { word, isThere: this.items.some(item => item.includes(word)) };
    }
    return this.lastSought!.isThere;
  }
}

function startsOf(items: readonly Reading[]): readonly number[] {
  const starts = [0];
  for (const { length } of items) starts.push(starts.at(-1)! + length);
  return starts;
}

/** The reading of a piece with its items, whose key stands at `keyAt`. `undefined` where the piece has no problem, and yet no such key. */
export function readingWithItems(
  own: PieceReading,
  columns: Columns,
  keyAt: number,
  items: readonly Reading[],
): Reading | undefined {
  const { piece, node, problems } = own;
  const entries = node?.kind === 'map' ? node.entries : [];
  const index = entries.findIndex(({ start, value }) => start === keyAt && value === undefined);
  if (index < 0 && problems.length === 0) return undefined;
  const sequence = holeSequence(piece, nodesOf(items));
  const end = sequence.end;
  const map: MapNode = {
    kind: 'map',
    style: 'block',
    entries:
      index < 0
        ? insertEntry(entries, piece, keyAt, sequence)
        : entries.with(index, withValue(entries[index]!, sequence)),
    piece,
    start: Math.min(node?.start ?? keyAt, keyAt),
    end: Math.max(node?.end ?? end, end),
  };
  return new Reading({ ...own, node: map }, columns, { items, sequence });
}

/** Stands for items that are cut out. */
export function holeSequence(piece: Piece, items: readonly Node[]): SequenceNode {
  const hole = piece.hole!;
  return { kind: 'sequence', style: 'block', items, piece, start: hole, end: hole };
}

function nodesOf(items: readonly Reading[]): readonly Node[] {
  return items.map(({ node, piece }) => node ?? nothingAt(piece));
}

/** Where the map is too broken for YAML to see the key, the items are not lost. */
function insertEntry(
  entries: readonly MapEntry[],
  piece: Piece,
  start: number,
  items: SequenceNode,
): readonly MapEntry[] {
  const entry = new PlainEntry(piece, start, 'indicators', items);
  const after = entries.findIndex(other => other.start > start);
  return entries.toSpliced(after < 0 ? entries.length : after, 0, entry);
}

function nothingAt(piece: Piece): ScalarNode {
  const at = piece.text.length - piece.text.trimStart().length + 1; // after the dash
  return { kind: 'scalar', value: null, source: '', style: 'plain', piece, start: at, end: at };
}
