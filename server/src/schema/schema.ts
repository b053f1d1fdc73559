/**
 * What may stand at a place of a definition, and what it means: for completion and hover. The branch is picked by what is
 * written (`method`, `kind`…); where nothing is written yet, all of them are offered. Knows nothing of editors.
 */
import { type LocalText, localText } from '../base/locale.ts';
import { entryOf, itemsOf, type MapNode, type Node, resolved, type Tree } from '../syntax/tree.ts';
import {
  type DocumentKind,
  keysOf,
  partsFor,
  type Reference,
  rootSchemas,
  type Schema,
  schemasOfItems,
  schemasOfKey,
} from './document.ts';

export type { DocumentKind, Reference } from './document.ts';

/** Keys and positions in lists, from the root: `['indicators', 0, 'normalise', 'method']`. */
export type SchemaPath = readonly (string | number)[];

/** What may stand at a place. */
export interface SchemaPlace {
  readonly path: SchemaPath;
  /** What is written there; `undefined` where nothing is. */
  readonly node: Node | undefined;
  /** Of the key that the value stands under; a list's items and free keys may have none. */
  readonly title: LocalText | undefined;
  readonly description: LocalText | undefined;
  /** Values as JSON. */
  readonly examples: readonly unknown[];
  /** `string`, `number`, `integer`, `boolean`, `null`, `object`, `array`. */
  readonly types: readonly string[];
  /** The values of a closed list, with their meanings. */
  readonly values: readonly SchemaValue[];
  /** The keys of a map, in the order of the reference. */
  readonly keys: readonly SchemaKey[];
  /** Whether the map may have keys of the author's own (group names, grades, columns). */
  readonly hasFreeKeys: boolean;
  /** What the value is the name of, and what free keys are the names of. */
  readonly refersTo: Reference | undefined;
  readonly keysReferTo: Reference | undefined;
  readonly isSupported: boolean;
}

export interface SchemaValue {
  readonly value: string | number | boolean;
  readonly meaning: LocalText | undefined;
  readonly isSupported: boolean;
}

export interface SchemaKey {
  readonly key: string;
  readonly title: LocalText | undefined;
  readonly description: LocalText | undefined;
  readonly examples: readonly unknown[];
  /** What its value may be: `object` and `array` go on the next line. */
  readonly types: readonly string[];
  readonly values: readonly SchemaValue[];
  readonly isRequired: boolean;
  readonly isPresent: boolean;
  readonly isSupported: boolean;
}

/** `undefined` where the format knows no such place. The path may lead beyond what is written. */
export function schemaOf(tree: Tree, path: SchemaPath, kind: DocumentKind = 'system'): SchemaPlace | undefined {
  let node = tree.root;
  let schemas: readonly Schema[] = [rootSchemas[kind]];
  for (const step of path) {
    const parts = partsFor(schemas, node);
    schemas = typeof step === 'number' ? schemasOfItems(parts) : schemasOfKey(parts, step);
    node = typeof step === 'number' ? itemsOf(node)[step] : entryOf(node, step)?.value;
    if (schemas.length === 0) return undefined;
  }
  return placeFor(path, node, schemas);
}

function placeFor(path: SchemaPath, node: Node | undefined, schemas: readonly Schema[]): SchemaPlace {
  const parts = partsFor(schemas, node);
  const map = resolved(node);
  return {
    path,
    node,
    ...textsOf(parts),
    types: typesOf(parts),
    values: valuesOf(parts),
    keys: keysOf(parts).map(key => keyFor(key, parts, map?.kind === 'map' ? map : undefined)),
    hasFreeKeys: parts.some(isOpen),
    refersTo: first(parts, part => part['x-refers-to']),
    keysReferTo: first(parts, part => part.propertyNames?.['x-refers-to']),
    isSupported: parts.every(part => part['x-supported'] !== false),
  };
}

function keyFor(key: string, owner: readonly Schema[], map: MapNode | undefined): SchemaKey {
  const parts = partsFor(schemasOfKey(owner, key), entryOf(map, key)?.value);
  return {
    key,
    ...textsOf(parts),
    types: typesOf(parts),
    values: valuesOf(parts),
    isRequired: owner.some(part => part.required?.includes(key)),
    isPresent: entryOf(map, key) !== undefined,
    isSupported: parts.every(part => part['x-supported'] !== false),
  };
}

function textsOf(parts: readonly Schema[]): Pick<SchemaPlace, 'title' | 'description' | 'examples'> {
  const titled = parts.find(part => part.title !== undefined);
  const chinese = titled?.['x-zh-CN'];
  return {
    title: titled && localText(titled.title!, chinese!.title),
    description: titled && localText(titled.description!, chinese!.description),
    examples: titled?.examples ?? [],
  };
}

/** The values that every closed list in force allows. */
function valuesOf(parts: readonly Schema[]): readonly SchemaValue[] {
  const lists = parts.flatMap(part => (part.enum === undefined ? [] : [part.enum]));
  const constants = parts.flatMap(part => (part.const === undefined ? [] : [part.const]));
  const meanings = first(parts, part => part['x-enum']);
  const allowed = (lists[0] ?? constants).filter(value => lists.every(list => list.includes(value)));
  return (allowed as readonly SchemaValue['value'][]).map(value => {
    const meaning = meanings?.[String(value)];
    return { value, meaning, isSupported: meaning?.['x-supported'] !== false };
  });
}

function typesOf(parts: readonly Schema[]): readonly string[] {
  return [...new Set(parts.flatMap(part => part.type ?? []))];
}

function isOpen(part: Schema): boolean {
  return part.additionalProperties !== undefined && part.additionalProperties !== false;
}

function first<T>(parts: readonly Schema[], pick: (part: Schema) => T | undefined): T | undefined {
  for (const part of parts) {
    const picked = pick(part);
    if (picked !== undefined) return picked;
  }
  return undefined;
}
