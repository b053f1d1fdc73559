/** What the compiled tests of soundness ask of a node (`schemas/sound.mjs`). `undefined`: nothing is written, which is null. */
import { type AliasNode, entryOf, type MapEntry, type MapNode, type Node, resolved } from '../syntax/tree.ts';
import { plainScalar } from './plainValue.ts';

export { resolved };

export type Written = Exclude<Node, AliasNode> | undefined;

/** `undefined` of maps and lists, which no keyword compares. */
export function scalarValue(written: Written): unknown {
  if (written === undefined) return null;
  return written.kind === 'scalar' ? plainScalar(written) : undefined;
}

/** The value of the entry under a key; `undefined` where there is none. */
export function valueUnder(map: MapNode, key: string): unknown {
  const entry = entryOf(map, key);
  return entry && scalarValue(resolved(entry.value));
}

/** The types of JSON Schema that it is of, bit by bit: object, array, null, string, boolean, number, integer. */
export function typesOf(written: Written): number {
  if (written?.kind === 'map') return 1;
  if (written?.kind === 'sequence') return 2;
  const value = scalarValue(written);
  switch (typeof value) {
    case 'string':
      return 8;
    case 'boolean':
      return 16;
    case 'number':
      return Number.isInteger(value) ? 32 | 64 : 32;
    default:
      return 4;
  }
}

export function hasName(map: MapNode, name: string): boolean {
  return entryOf(map, name) !== undefined;
}

export function nameCount({ entries }: MapNode): number {
  return entries.length < 2 ? entries.length : new Set(entries.map(({ name }) => name)).size;
}

/** The name of a key, which is a text whatever the key means. */
export function nameNode({ piece, start, name }: MapEntry): Written {
  return { kind: 'scalar', value: name, source: name, style: 'plain', piece, start, end: start + name.length };
}
