/**
 * The JSON Schemas of definitions and of project configurations as typed data, and which of its parts hold for a node: references are followed, and
 * conditions are decided by what the node says (`method`, `kind`…). Knows nothing of messages and of validation.
 */
import document from '../../../schemas/indicator-system.schema.json';
import configuration from '../../../schemas/indicators-config.schema.json';
import type { LocalText } from '../base/locale.ts';
import { entryOf, type Node, resolved } from '../syntax/tree.ts';

/** What a value or key is the name of. */
export type Reference = 'indicator' | 'column' | 'group' | 'group-value' | 'unit' | 'tier' | 'level' | 'data' | 'file';

/** The keywords of draft-07 that the format's schema uses, and our own (`x-…`; see `$comment` in the schema). */
export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly properties?: Readonly<Record<string, Schema | true>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly pattern?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly 'x-zh-CN'?: { readonly title: string; readonly description: string };
  readonly 'x-enum'?: Readonly<Record<string, LocalText & { readonly 'x-supported'?: false }>>;
  readonly 'x-supported'?: false;
  readonly 'x-refers-to'?: Reference;
  readonly 'x-expects'?: LocalText;
}

type Document = Schema & { readonly definitions: Readonly<Record<string, Schema>> };

const { definitions, ...system } = document as unknown as Document;

export const systemSchema: Schema = system;
export const indicatorSchema: Schema = definitions.indicator!;

/** What a file is: a definition, or the configuration of a project (`indicators.config.yaml`). */
export type DocumentKind = 'system' | 'configuration';

export const rootSchemas: Readonly<Record<DocumentKind, Schema>> = {
  system: systemSchema,
  configuration: configuration as unknown as Schema,
};

/** The parts of some schemas that hold for a node, the outer before the inner. Where nothing is written yet, both branches hold. */
export function partsFor(schemas: readonly Schema[], node: Node | undefined): readonly Schema[] {
  return schemas.flatMap(schema => parts(schema, condition => holds(condition, node)));
}

/** The parts of all branches. */
export function everyPart(schemas: readonly Schema[]): readonly Schema[] {
  return schemas.flatMap(schema => parts(schema, () => undefined));
}

/** On each branch the outermost part that names types or values. */
export function shapesOf(schemas: readonly Schema[]): readonly Schema[] {
  return schemas.flatMap(schema => {
    if (schema.$ref !== undefined) return shapesOf([definition(schema.$ref)]);
    if (schema.type !== undefined || schema.enum !== undefined || schema.const !== undefined) return [schema];
    return shapesOf([schema.allOf ?? [], schema.then ?? [], schema.else ?? []].flat());
  });
}

/** What is said of the value under a key. */
export function schemasOfKey(owner: readonly Schema[], key: string): readonly Schema[] {
  return owner.flatMap(part => {
    const { properties = {} } = part;
    const named = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (named !== undefined) return named === true ? [] : [named];
    return typeof part.additionalProperties === 'object' ? [part.additionalProperties] : [];
  });
}

export function schemasOfItems(owner: readonly Schema[]): readonly Schema[] {
  return owner.flatMap(part => part.items ?? []);
}

/** The keys that are named, in the order of the schema. */
export function keysOf(owner: readonly Schema[]): readonly string[] {
  return [...new Set(owner.flatMap(part => Object.keys(part.properties ?? {})))];
}

function parts(schema: Schema, decide: (condition: Schema) => boolean | undefined): readonly Schema[] {
  if (schema.$ref !== undefined) return parts(definition(schema.$ref), decide);
  const decision = schema.if && decide(schema.if);
  const inner = [
    ...(schema.allOf ?? []),
    ...(schema.then !== undefined && decision !== false ? [schema.then] : []),
    ...(schema.else !== undefined && decision !== true ? [schema.else] : []),
  ];
  return [schema, ...inner.flatMap(part => parts(part, decide))];
}

function definition(reference: string): Schema {
  return definitions[reference.replace('#/definitions/', '')]!;
}

/**
 * Conditions ask for a type, for the presence of keys and for the values of keys. `undefined`: nothing is written yet, and
 * any type may be; the keys are not there.
 */
function holds(condition: Schema, node: Node | undefined): boolean | undefined {
  const written = resolved(node);
  if (written === undefined || (written.kind === 'scalar' && written.value === null))
    return condition.required === undefined ? undefined : false;
  if (condition.type === 'object' && written.kind !== 'map') return false;
  if (condition.type === 'array' && written.kind !== 'sequence') return false;
  return (condition.required ?? []).every(key => {
    const entry = entryOf(written, key);
    const wanted = condition.properties?.[key];
    if (entry === undefined || wanted === undefined || wanted === true) return entry !== undefined;
    const value = resolved(entry.value);
    if (value?.kind !== 'scalar') return false;
    return wanted.enum === undefined ? wanted.const === value.value : wanted.enum.includes(value.value);
  });
}
