/**
 * The syntax tree of one file: what the text says, and where, with no idea of what it is for. A tree is a value.
 *
 * A file is read in *pieces*: each item of an `indicators:` sequence is one, and the rest of the file is one. A piece
 * owns the text of its item without the items nested in it, and every position in it counts in that text. So an edit in
 * one leaf makes one new piece, and all other nodes of the tree are the same objects as before: anything derived from a
 * node can be remembered under the node. `Tree.rangeOf` turns a place into a range of the file.
 */
import type { LocalText } from '../base/locale.ts';
import type { LongText } from '../base/longText.ts';
import type { TextRange } from '../base/text.ts';

/** The text that was read in one go. Its identity is what counts: two pieces with the same text are two places. */
export interface Piece {
  /** The piece's own text: nested items are cut out. */
  readonly text: string;
  /** Where in `text` the nested items were cut out. */
  readonly hole: number | undefined;
}

/** A range within a piece, in offsets of the piece's own text. Nodes are places. */
export interface Place {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
}

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'block';

export interface ScalarNode extends Place {
  readonly kind: 'scalar';
  /** The value in the YAML 1.2 core schema. A number is also there as written: see `source`. */
  readonly value: string | number | boolean | null;
  /** Plain scalars: the text as written (`12.50`); others: the string value. */
  readonly source: string;
  readonly style: ScalarStyle;
}

export interface MapEntry extends Place {
  readonly kind: 'entry';
  /** The key as text, as it was written where it has no quotes: `2024`, `true` and `是` are all keys. */
  readonly name: string;
  /** A key that is not a scalar is an error and gives no entry. It may be made when asked for: compare places, not nodes. */
  readonly key: ScalarNode;
  /** `undefined`: nothing stands after the colon. */
  readonly value: Node | undefined;
}

export interface MapNode extends Place {
  readonly kind: 'map';
  readonly style: 'block' | 'flow';
  /** As written, duplicates included: the first of two equal keys counts, the second is an error in `Tree.errors`. */
  readonly entries: readonly MapEntry[];
}

export interface SequenceNode extends Place {
  readonly kind: 'sequence';
  readonly style: 'block' | 'flow';
  /** An empty item is a scalar null of zero length. */
  readonly items: readonly Node[];
}

/** `*name`. The target is what the anchor names, or `undefined` where there is none or where it would contain itself. */
export interface AliasNode extends Place {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: Node | undefined;
}

export type Node = ScalarNode | MapNode | SequenceNode | AliasNode;

/** What is wrong with the YAML itself. `code` is ours and stable: `duplicate-key`, `tab-indent`, `bad-indent`… */
export interface SyntaxProblem {
  readonly place: Place;
  readonly code: string;
  readonly message: LocalText;
}

/** A comment from `#` to the end of its line. */
export interface Comment {
  readonly range: TextRange;
  /** The text after `#`, trimmed. */
  readonly text: string;
}

/** Nodes are places, but the node of a key may be made again whenever it is asked for. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.piece === other.piece && one.start === other.start && one.end === other.end;
}

export interface Tree {
  readonly text: string;
  /** The text in parts: where a long text need not be put together for it. */
  readonly source: LongText;
  /** `undefined` for a file without content. */
  readonly root: Node | undefined;
  readonly errors: readonly SyntaxProblem[];
  /** Number of nodes that the aliases stand for in all, `Infinity` where one contains itself. */
  readonly aliasExpansion: number;
  /** The range of a place of this tree in the file's text. */
  rangeOf(place: Place): TextRange;
  /** The comments of the file in order; with `word` only those that hold it. */
  comments(word?: string): readonly Comment[];
  /** The nodes that contain an offset (ends included), outermost first: maps, entries, sequences, scalars. */
  pathAt(offset: number): readonly (Node | MapEntry)[];
}

/** The node itself, or what an alias stands for. */
export function resolved(node: Node | undefined): Exclude<Node, AliasNode> | undefined {
  let target = node;
  for (let depth = 0; target?.kind === 'alias' && depth < 100; depth++) target = target.target;
  return target?.kind === 'alias' ? undefined : target;
}

/** The first entry of a map under a key; `undefined` for other nodes. */
export function entryOf(node: Node | undefined, key: string): MapEntry | undefined {
  const map = resolved(node);
  if (map?.kind !== 'map') return undefined;
  const { entries } = map;
  for (let index = 0; index < entries.length; index++) if (entries[index]!.name === key) return entries[index];
  return undefined;
}

/** The value under a key of a map, as written (an alias stays an alias). */
export function valueAt(node: Node | undefined, key: string): Node | undefined {
  return entryOf(node, key)?.value;
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  const sequence = resolved(node);
  return sequence?.kind === 'sequence' ? sequence.items : [];
}
