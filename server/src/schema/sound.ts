/**
 * A quick look whether a piece is as the schema says, right at its nodes: nearly all are. It follows the schema itself and
 * never takes for sound what the compiled validators object to; what is wrong with the others is theirs to say.
 */
import {
  type AliasNode,
  entryOf,
  type MapEntry,
  type MapNode,
  type Node,
  resolved,
  type ScalarNode,
} from '../syntax/tree.ts';
import type { Schema } from './document.ts';
import { pieceSchemas } from './generated/pieceSchemas.js';
import type { PieceKind } from './subject.ts';

export function isSound(piece: Node, kind: PieceKind): boolean {
  return tests[kind](resolved(piece));
}

/** `undefined`: nothing is written, which is null. */
type Written = Exclude<Node, AliasNode> | undefined;
type Test = (written: Written) => boolean;

const definitions: Readonly<Record<string, Test>> = Object.fromEntries(
  Object.entries(pieceSchemas.system.definitions).map(([name, schema]) => [name, testOf(schema)]),
);

const tests: Readonly<Record<PieceKind, Test>> = {
  system: testOf(pieceSchemas.system),
  indicator: definitions.indicator!,
  configuration: testOf(pieceSchemas.configuration),
};

/** Made when it is first needed, for most parts of the schema never are. */
function testOf(schema: Schema | boolean): Test {
  let test: Test | undefined;
  return written => {
    test ??= typeof schema === 'boolean' ? () => schema : all(testsOf(schema));
    return test(written);
  };
}

function testsOf(schema: Schema): readonly Test[] {
  return Object.keys(schema).flatMap(keyword => {
    if (saysNothing.has(keyword)) return [];
    const make = makers[keyword];
    return make === undefined ? never : make(schema);
  });
}

const never: Test = () => false;

function all(parts: readonly Test[]): Test {
  if (parts.length === 1) return parts[0]!;
  return written => {
    for (const part of parts) if (!part(written)) return false;
    return true;
  };
}

/** What others read, or what says how to read the rest. */
const saysNothing = new Set(['$schema', '$id', 'definitions', 'then', 'else']);

const makers: Readonly<Record<string, (schema: Schema) => Test>> = {
  $ref: ({ $ref }) => definitions[$ref!.replace('#/definitions/', '')]!,
  type({ type }) {
    const wanted = [type!].flat().reduce((all, each) => all | types[each]!, 0);
    return written => (typesOf(written) & wanted) !== 0;
  },
  const: schema => written => scalarOf(written) === schema.const,
  enum(schema) {
    const values = new Set(schema.enum);
    return written => values.has(scalarOf(written));
  },
  'x-enum'(schema) {
    const unsupported = new Set<unknown>(Object.keys(schema['x-enum']!));
    return written => !unsupported.has(scalarOf(written));
  },
  'x-supported': () => never,
  pattern({ pattern }) {
    // All letters of the world are a large class, made when a text has others than those of ASCII.
    const ofAscii = new RegExp(inAscii(pattern!), 'u');
    let ofAll: RegExp | undefined;
    return ofValue(value => {
      if (typeof value !== 'string' || ofAscii.test(value)) return true;
      ofAll ??= new RegExp(pattern!, 'u');
      return ofAll.test(value);
    });
  },
  minimum: ({ minimum }) => ofValue(value => typeof value !== 'number' || value >= minimum!),
  maximum: ({ maximum }) => ofValue(value => typeof value !== 'number' || value <= maximum!),
  exclusiveMinimum: schema => ofValue(value => typeof value !== 'number' || value > schema.exclusiveMinimum!),
  items({ items }) {
    const test = testOf(items!);
    return written => {
      if (written?.kind !== 'sequence') return true;
      for (const item of written.items) if (!test(resolved(item))) return false;
      return true;
    };
  },
  minItems:
    ({ minItems }) =>
    written =>
      written?.kind !== 'sequence' || written.items.length >= minItems!,
  maxItems:
    ({ maxItems }) =>
    written =>
      written?.kind !== 'sequence' || written.items.length <= maxItems!,
  required: ({ required }) => ofMap(map => hasAll(map, required!)),
  dependencies({ dependencies }) {
    const pairs = Object.entries(dependencies!);
    return ofMap(map => pairs.every(([key, others]) => entryOf(map, key) === undefined || hasAll(map, others)));
  },
  minProperties({ minProperties: least }) {
    const namesOf = (map: MapNode) => new Set(map.entries.map(({ name }) => name));
    return ofMap(map => map.entries.length >= least! && (least === 1 || namesOf(map).size >= least!));
  },
  propertyNames({ propertyNames }) {
    const test = testOf(propertyNames!);
    return ofMap(({ entries }) => {
      for (const entry of entries) if (!test(nameNode(entry))) return false;
      return true;
    });
  },
  /** Of equal keys only the first counts, but more than that is asked here. */
  properties({ properties, additionalProperties = true }) {
    const named = new Map(Object.entries(properties!).map(([key, schema]) => [key, testOf(schema)]));
    const other = testOf(additionalProperties);
    return ofMap(({ entries }) => {
      for (const { name, value } of entries) {
        const test = named.get(name) ?? other;
        if (!test(resolved(value))) return false;
      }
      return true;
    });
  },
  /** Of those that `properties` names are told there. */
  additionalProperties({ properties, additionalProperties }) {
    return properties === undefined
      ? makers.properties!({ properties: {}, additionalProperties: additionalProperties! })
      : () => true;
  },
  allOf({ allOf }) {
    const branches = new Map<Schema, Branch>(allOf!.flatMap(part => (branchOf(part) ? [[part, branchOf(part)!]] : [])));
    const others = allOf!.filter(part => !branches.has(part)).map(testOf);
    return all([...others, ...switches([...branches.values()])]);
  },
  anyOf({ anyOf }) {
    const any = anyOf!.map(testOf);
    return written => any.some(test => test(written));
  },
  if(schema) {
    const [condition, yes, no] = [testOf(schema.if!), testOf(schema.then ?? true), testOf(schema.else ?? true)];
    return written => (condition(written) ? yes(written) : no(written));
  },
};

/** What holds where a map has one of some values under a key. */
interface Branch {
  readonly key: string;
  readonly values: readonly unknown[];
  readonly then: Schema;
}

function branchOf({ if: condition, then, ...more }: Schema): Branch | undefined {
  const [key, ...others] = condition?.required ?? [];
  const asked = key === undefined ? undefined : condition!.properties?.[key];
  if (then === undefined || typeof asked !== 'object' || others.length + Object.keys(more).length > 0) return undefined;
  const isPlain = condition!.type === 'object' && Object.keys(condition!).length === 3;
  const isAboutKey = Object.keys(condition!.properties!).length === 1 && Object.keys(asked).length === 1;
  const values = asked.enum ?? ('const' in asked ? [asked.const] : undefined);
  return isPlain && isAboutKey && values !== undefined ? { key: key!, values, then } : undefined;
}

/** Of many branches on the values of one key one is looked at. */
function switches(branches: readonly Branch[]): readonly Test[] {
  return [...new Set(branches.map(({ key }) => key))].map(key => {
    const byValue = new Map<unknown, Test[]>();
    for (const { values, then } of branches.filter(branch => branch.key === key)) {
      const test = testOf(then);
      for (const value of values) byValue.set(value, [...(byValue.get(value) ?? []), test]);
    }
    return ofMap(map => {
      const entry = entryOf(map, key);
      const tests = entry && byValue.get(scalarOf(resolved(entry.value)));
      return tests === undefined || tests.every(test => test(map));
    });
  });
}

/** The keywords that are followed. */
export const followedKeywords: ReadonlySet<string> = new Set([...saysNothing, ...Object.keys(makers)]);

/** `undefined` of maps and lists, which no keyword compares. */
function scalarOf(written: Written): unknown {
  if (written === undefined) return null;
  return written.kind === 'scalar' ? written.value : undefined;
}

function ofValue(test: (value: unknown) => boolean): Test {
  return written => test(scalarOf(written));
}

function ofMap(test: (map: MapNode) => boolean): Test {
  return written => written?.kind !== 'map' || test(written);
}

/** The name of a key, which is a text whatever the key means. */
function nameNode({ piece, start, name }: MapEntry): ScalarNode {
  return { kind: 'scalar', value: name, source: name, style: 'plain', piece, start, end: start + name.length };
}

function hasAll(map: MapNode, keys: readonly string[]): boolean {
  for (const key of keys) if (entryOf(map, key) === undefined) return false;
  return true;
}

/** A pattern that holds for fewer texts: what stands in brackets for all letters, marks and digits stands for those of ASCII. */
function inAscii(pattern: string): string {
  return pattern.replace(/\[(?!\^)[^\]]*\]/g, set =>
    set.replaceAll('\\p{L}', 'A-Za-z').replaceAll('\\p{M}', '').replaceAll('\\p{N}', '0-9'),
  );
}

/** Bit by bit, the types of JSON Schema. */
const types: Readonly<Record<string, number>> = {
  object: 1,
  array: 2,
  null: 4,
  string: 8,
  boolean: 16,
  number: 32,
  integer: 64,
};

function typesOf(written: Written): number {
  if (written?.kind === 'map') return types.object!;
  if (written?.kind === 'sequence') return types.array!;
  const value = scalarOf(written);
  if (value === null) return types.null!;
  if (typeof value !== 'number') return types[typeof value]!;
  return Number.isInteger(value) ? types.number! | types.integer! : Number.isFinite(value) ? types.number! : 0;
}
