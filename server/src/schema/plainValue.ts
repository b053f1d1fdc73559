/** Nodes as plain JSON values, for the validators, and the way back from a JSON pointer to the nodes. */
import { entryOf, itemsOf, type MapEntry, type Node, resolved, type ScalarNode } from '../syntax/tree.ts';

export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/**
 * The value of one piece: nested indicators are left out (`indicators: [...]` becomes an empty list). Of two equal keys
 * the first counts.
 */
export function plainValueOfPiece(piece: Node): PlainValue {
  const map = resolved(piece);
  if (map?.kind !== 'map') return plainValue(map);
  return mapOf(map.entries, entry =>
    entry.name === 'indicators' && resolved(entry.value)?.kind === 'sequence' ? [] : plainValue(entry.value),
  );
}

/** Where a JSON pointer leads. */
export interface Target {
  /** The keys and positions that lead there. */
  readonly path: readonly (string | number)[];
  /** `undefined`: nothing is written after the colon. */
  readonly node: Node | undefined;
  /** The entry whose value it is, where it stands under a key. */
  readonly entry: MapEntry | undefined;
}

/** Follows a JSON pointer; `enter` is told each step and the node that it leads to. */
export function targetOf(
  root: Node,
  pointer: string,
  enter: (step: string | number, node: Node | undefined) => void = () => {},
): Target {
  let target: Target = { path: [], node: root, entry: undefined };
  for (const step of pointer.split('/').slice(1)) {
    target = stepInto(target, step.replaceAll('~1', '/').replaceAll('~0', '~'));
    enter(target.path.at(-1)!, target.node);
  }
  return target;
}

function stepInto({ path, node }: Target, step: string): Target {
  if (resolved(node)?.kind === 'sequence') {
    const position = Number(step);
    return { path: [...path, position], node: itemsOf(node)[position], entry: undefined };
  }
  const entry = entryOf(node, step);
  return { path: [...path, step], node: entry?.value, entry };
}

function plainValue(node: Node | undefined): PlainValue {
  const written = resolved(node);
  switch (written?.kind) {
    case undefined:
      return null;
    case 'scalar':
      return plainScalar(written);
    case 'sequence':
      return written.items.map(plainValue);
    case 'map':
      return mapOf(written.entries, entry => plainValue(entry.value));
  }
}

/** JSON has no infinity: it is the text that was written. */
export function plainScalar({ value, source }: ScalarNode): string | number | boolean | null {
  return typeof value === 'number' && !Number.isFinite(value) ? source : value;
}

function mapOf(entries: readonly MapEntry[], read: (entry: MapEntry) => PlainValue): PlainValue {
  const values: Record<string, PlainValue> = Object.create(null);
  for (const entry of entries) {
    const key = entry.name;
    if (!(key in values)) values[key] = read(entry);
  }
  return values;
}
