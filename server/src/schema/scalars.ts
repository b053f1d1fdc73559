/**
 * Every key and value of a definition with what the format takes it for: a key, a word of a closed list, the name of
 * something. Piece by piece, so that an edit costs its piece. Knows nothing of what the names lead to.
 */
import { itemsOf, type MapEntry, type Node, resolved, type ScalarNode, type Tree, valueAt } from '../syntax/tree.ts';
import {
  type DocumentKind,
  indicatorSchema,
  partsFor,
  type Reference,
  rootSchemas,
  type Schema,
  schemasOfItems,
  schemasOfKey,
} from './document.ts';

export interface WrittenScalar {
  readonly node: ScalarNode;
  /** A key of the format, a key of the author's own, a value. */
  readonly role: 'key' | 'own-key' | 'value';
  /** What it is the name of. */
  readonly refersTo: Reference | undefined;
  /** Whether it is one word of a closed list. */
  readonly isWord: boolean;
  /** The keys that lead to it, its own not among them; every indicator's begin with one `indicators`. */
  readonly keys: readonly string[];
}

type Remembered = WeakMap<Node, readonly WrittenScalar[]>;

/** The scalars of each piece, by its node: of the system and of each indicator. Read when they are asked for. */
export class Scalars {
  private readonly tree: Tree;
  private readonly root: DocumentKind;
  private readonly remembered: Remembered;
  private foundPieces: ReadonlySet<Node> | undefined;

  /** What is known of nodes that stand in `previous` too is taken from there. */
  constructor(tree: Tree, root: DocumentKind, previous?: Scalars) {
    this.tree = tree;
    this.root = root;
    this.remembered = previous?.remembered ?? new WeakMap();
  }

  /** In the order of the text. */
  of(piece: Node): readonly WrittenScalar[] {
    const known = this.remembered.get(piece);
    if (known !== undefined) return known;
    const isRoot = piece === (resolved(this.tree.root) ?? this.tree.root);
    const scalars = isRoot
      ? scalarsOf(piece, rootSchemas[this.root], [])
      : scalarsOf(piece, indicatorSchema, ['indicators']);
    this.remembered.set(piece, scalars);
    return scalars;
  }

  /** All, in the order of the text. */
  get pieces(): ReadonlySet<Node> {
    this.foundPieces ??= piecesOf(this.tree);
    return this.foundPieces;
  }

  /** The innermost piece on a path of the tree. */
  pieceOn(path: readonly (Node | MapEntry)[]): Node | undefined {
    // What an alias names is a piece that may stand anywhere.
    if (this.tree.aliasExpansion > 0)
      return path.findLast((part): part is Node => part.kind !== 'entry' && this.pieces.has(part));
    let piece = this.tree.root;
    for (const part of path) {
      if (part.kind !== 'entry' && itemsOf(valueAt(piece, 'indicators')).includes(part)) piece = part;
    }
    return piece;
  }
}

function piecesOf(tree: Tree): ReadonlySet<Node> {
  const pieces = new Set<Node>();
  const visit = (node: Node, depth: number) => {
    const piece = resolved(node) ?? node;
    if (pieces.has(piece) || depth > deepestLevel) return;
    pieces.add(piece);
    for (const item of itemsOf(valueAt(piece, 'indicators'))) visit(item, depth + 1);
  };
  if (tree.root !== undefined) visit(tree.root, 0);
  return pieces;
}

/** As deep as the model reads. */
const deepestLevel = 100;

function scalarsOf(piece: Node, schema: Schema, keys: readonly string[]): readonly WrittenScalar[] {
  const found: WrittenScalar[] = [];
  visitNode(piece, [schema], { keys, found, depth: 0 });
  return found;
}

interface Visit {
  readonly keys: readonly string[];
  readonly found: WrittenScalar[];
  readonly depth: number;
}

function visitNode(node: Node, schemas: readonly Schema[], visit: Visit): void {
  const { keys, found, depth } = visit;
  if (node.kind === 'alias' || depth > deepestLevel) return;
  const parts = partsFor(schemas, node);
  if (node.kind === 'scalar') {
    const refersTo = parts.find(part => part['x-refers-to'] !== undefined)?.['x-refers-to'];
    const isWord = parts.some(part => part.enum?.includes(node.value) || part.const === node.value);
    found.push({ node, role: 'value', refersTo, isWord, keys });
  } else if (node.kind === 'sequence') {
    for (const item of node.items) visitNode(item, schemasOfItems(parts), { ...visit, depth: depth + 1 });
  } else {
    for (const entry of node.entries) visitEntry(entry, parts, visit);
  }
}

function visitEntry(entry: MapEntry, parts: readonly Schema[], visit: Visit): void {
  const { keys, found, depth } = visit;
  const key = entry.name;
  const isKnown = parts.some(({ properties = {} }) => Object.hasOwn(properties, key));
  const names = isKnown ? undefined : parts.find(part => part.propertyNames?.['x-refers-to'] !== undefined);
  found.push({
    node: entry.key,
    role: isKnown ? 'key' : 'own-key',
    refersTo: names?.propertyNames?.['x-refers-to'],
    isWord: false,
    keys,
  });
  if (entry.value === undefined || (key === 'indicators' && isPieceList(keys, entry.value))) return;
  visitNode(entry.value, schemasOfKey(parts, key), { keys: [...keys, key], found, depth: depth + 1 });
}

/** Items of `indicators` are pieces of their own. */
function isPieceList(keys: readonly string[], value: Node): boolean {
  return keys.length <= 1 && (keys[0] ?? 'indicators') === 'indicators' && value.kind === 'sequence';
}
