/** A node of a tree written anew on one line, aliases replaced by what they stand for. Knows nothing of its meaning. */

import { quoteScalar } from '../syntax/quote.ts';
import { type MapEntry, type Node, resolved, type ScalarNode } from '../syntax/tree.ts';

/** What stands in a map beside what is written there: keys with their YAML. */
export type Additions = readonly (readonly [key: string, yaml: string])[];

/** Numbers are as written. */
export function nodeYaml(node: Node | undefined): string {
  const target = resolved(node);
  if (target === undefined) return 'null';
  if (target.kind === 'scalar') return scalarYaml(target);
  if (target.kind === 'sequence') return `[${target.items.map(nodeYaml).join(', ')}]`;
  return mapYaml(entriesYaml(target));
}

/** A map, and what is added where it does not say so itself; any other node as it is. */
export function completedYaml(node: Node | undefined, additions: Additions): string {
  const target = resolved(node);
  return target?.kind === 'map' ? mapYaml(completed(entriesYaml(target), additions)) : nodeYaml(target);
}

/** The keys of a map with the YAML of their values; of equal keys the first, which counts. */
export function entriesYaml(node: Node | undefined): Additions {
  return entriesOnce(node).map(({ key, value }) => [scalarYaml(key), nodeYaml(value)] as const);
}

export function entriesOnce(node: Node | undefined): readonly MapEntry[] {
  const target = resolved(node);
  if (target?.kind !== 'map') return [];
  return [...new Map(target.entries.toReversed().map(entry => [entry.name, entry])).values()].reverse();
}

export function completed(entries: Additions, additions: Additions): Additions {
  const said = new Set(entries.map(([key]) => key));
  return [...entries, ...additions.filter(([key]) => !said.has(key))];
}

export function mapYaml(entries: Additions): string {
  return `{${entries.map(([key, yaml]) => `${key}: ${yaml}`).join(', ')}}`;
}

function scalarYaml({ value, source }: ScalarNode): string {
  if (typeof value === 'string') return quoteScalar(value);
  return value === null ? 'null' : source;
}
