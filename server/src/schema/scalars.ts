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

/** The scalars of each piece, under its node: of the system and of each indicator, in the order of the text. */
export type ScalarsByNode = ReadonlyMap<Node, readonly WrittenScalar[]>;

/** Pieces whose nodes stand in `previous` are taken from there. */
export function scalarsByNode(tree: Tree, previous?: ScalarsByNode, root: DocumentKind = 'system'): ScalarsByNode {
  const byNode = new Map<Node, readonly WrittenScalar[]>();
  const visit = (node: Node, schema: Schema, keys: readonly string[], depth: number) => {
    const piece = resolved(node) ?? node;
    if (byNode.has(piece) || depth > deepestLevel) return;
    byNode.set(piece, previous?.get(piece) ?? scalarsOf(piece, schema, keys));
    for (const item of itemsOf(valueAt(piece, 'indicators'))) visit(item, indicatorSchema, ['indicators'], depth + 1);
  };
  if (tree.root !== undefined) visit(tree.root, rootSchemas[root], [], 0);
  return byNode;
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
