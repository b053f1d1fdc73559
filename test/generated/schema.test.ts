/** The schema says all of the format, in both languages, and what it calls supported is what the engine computes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newAjv } from '../../schemas/compile.mjs';
import { checkFormats } from '../../server/src/cli/formats/index.ts';
import { aggregateMethods } from '../../server/src/engine/aggregate/index.ts';
import { normaliseMethods } from '../../server/src/engine/normalise/index.ts';
import { standardiseMethods } from '../../server/src/engine/standardise/index.ts';
import { weightMethods } from '../../server/src/engine/weight/index.ts';
import { indicatorSchema, rootSchemas, type Schema, systemSchema } from '../../server/src/schema/document.ts';
import { checkStructure } from '../../server/src/schema/structure.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { formatExamples } from './formatExamples.ts';

const text = readFileSync(new URL('../../schemas/indicator-system.schema.json', import.meta.url), 'utf8');
const document = JSON.parse(text) as Schema & { $id: string; definitions: Record<string, Schema> };

interface Key {
  readonly at: string;
  readonly key: string;
  readonly schema: Schema;
}

const keys = keysIn(document, '#');

test('it is valid draft-07, and our own keywords are well formed', () => {
  const ajv = newAjv();
  expect(ajv.validateSchema(document), JSON.stringify(ajv.errors)).toBe(true);
  ajv.compile(document);
  expect(systemSchema.title).toBe(document.title);
  expect(indicatorSchema.title).toBe(document.definitions.indicator?.title);
});

test('every key has a title, a description and examples in English, and both texts in Chinese', () => {
  const bare = keys.filter(({ schema }) => {
    const chinese = schema['x-zh-CN'];
    const hasChinese = /\p{sc=Han}/u.test(chinese?.title ?? '') && /\p{sc=Han}/u.test(chinese?.description ?? '');
    return !schema.title || !/[.)…]$/.test(schema.description ?? '') || !hasChinese || !schema.examples?.length;
  });
  expect(keys.length).toBeGreaterThan(200);
  expect(bare.map(({ at }) => at).filter(at => !/properties\/id$/.test(at))).toEqual([]);
});

test('every example is accepted where it stands', () => {
  const ajv = newAjv({ strict: false });
  ajv.addSchema(document);
  const refused = keys.flatMap(({ at, schema }) => {
    const validate = ajv.compile({
      $ref: `${document.$id}${at.split('/').map(encodeURIComponent).join('/').replace('%23', '#')}`,
    });
    return (schema.examples ?? []).flatMap(example => {
      validate(example);
      const errors = (validate.errors ?? []).filter(
        ({ keyword }) => !['x-supported', 'x-enum', 'if'].includes(keyword),
      );
      return errors.length === 0 ? [] : [`${at}: ${JSON.stringify(example)} ${errors[0]?.message}`];
    });
  });
  expect(refused).toEqual([]);
});

test('every value of a closed list says what it means, in both languages', () => {
  for (const part of partsIn(document)) {
    const meanings = part['x-enum'];
    if (meanings === undefined) continue;
    expect(Object.keys(meanings)).toEqual(part.enum);
    for (const { en, 'zh-CN': chinese } of Object.values(meanings)) {
      expect(en).toMatch(/\S/);
      expect(chinese).toMatch(/\p{sc=Han}|\d/u);
    }
  }
});

test('maps are closed: a key is known, or the map is for keys of the author', () => {
  const open = [...partsIn(document)].filter(part => part.properties !== undefined && part.type === 'object');
  const unguarded = open.filter(part => part.additionalProperties === undefined && !hasBranches(part));
  expect(unguarded.map(part => Object.keys(part.properties ?? {}).join())).toEqual([]);
});

test('the normalisations that it calls supported are those of the engine, with the same parameters', () => {
  expect(supported(document.definitions.normaliseMethod!)).toEqual(Object.keys(normaliseMethods).sort());
  for (const record of Object.values(normaliseMethods)) {
    const branch = branchOf(document.definitions.normaliseParameters!, 'method', record.id);
    const parameters = Object.entries(branch.properties ?? {}).filter(
      ([key, schema]) => key !== 'method' && schema !== true && dereferenced(schema)['x-supported'] !== false,
    );
    expect(parameters.map(([key]) => key).sort(), record.id).toEqual(record.parameters.map(({ id }) => id).sort());
    const needed = record.parameters.filter(parameter => parameter.default === undefined && parameter.id !== 'range');
    expect([...(branch.required ?? [])].sort(), record.id).toEqual(needed.map(({ id }) => id).sort());
  }
});

test('the aggregations that it calls supported are those of the engine', () => {
  const { then: withParameter, else: names } = document.definitions.aggregation!;
  const methods = [...supported(names!), ...Object.keys(withParameter!.properties ?? {})];
  expect(methods.sort()).toEqual(Object.keys(aggregateMethods).sort());
  const normalisations = Object.keys(normaliseMethods).filter(id => id !== 'none');
  expect(supported(document.definitions.standardiseMethod!)).toEqual(
    [...normalisations, ...Object.keys(standardiseMethods)].sort(),
  );
});

test('the weightings that it calls supported are those of the engine, with the same parameters', () => {
  const { weighting } = document.definitions as { weighting: Schema };
  expect(supported(weighting.properties!.method as Schema)).toEqual(Object.keys(weightMethods).sort());
  for (const record of Object.values(weightMethods)) {
    const branch = branchOf(weighting, 'method', record.id);
    const shared = ['method', 'over', 'combine', 'with'];
    const parameters = Object.keys(branch.properties ?? {}).filter(key => !shared.includes(key));
    expect(parameters.sort(), record.id).toEqual(record.parameters.map(({ id }) => id).sort());
  }
});

describe('the configuration of a project', () => {
  const configuration = rootSchemas.configuration;
  const own = keysIn(configuration, '#');

  test('is valid draft-07, every key told in both languages, every example accepted', () => {
    const ajv = newAjv();
    expect(ajv.validateSchema(configuration), JSON.stringify(ajv.errors)).toBe(true);
    for (const { at, schema } of own) {
      const { title, description } = schema['x-zh-CN'] ?? {};
      expect([schema.title, schema.description, title, description, schema.examples?.[0]], at).not.toContain(undefined);
      for (const example of schema.examples ?? []) expect(newAjv().validate(schema, example), at).toBe(true);
    }
    expect(own.length).toBeGreaterThan(8);
  });

  test('names the formats that there are', () => {
    const items = (configuration.properties?.formats as Schema | undefined)?.items;
    const [, names = ''] = /\(\?:([^)]*)\)/.exec(items?.pattern ?? '') ?? [];
    expect(names.split('|')).toEqual(Object.keys(checkFormats));
    for (const format of names.split('|')) expect(items?.['x-expects']?.en).toContain(format);
  });
});

describe('every example of the format is accepted', () => {
  test.each(formatExamples.map((example, index) => [index + 1, example] as const))('example %i', (_, example) => {
    const tree = parse(example);
    expect(tree.errors.map(({ message }) => message.en)).toEqual([]);
    const problems = checkStructure(tree).filter(({ code }) => code !== 'not-supported');
    expect(problems.map(({ message }) => message.en)).toEqual([]);
  });
});

function keysIn(schema: Schema, at: string): readonly Key[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
    value === true ? [] : [{ at: `${at}/properties/${key}`, key, schema: dereferenced(value) }],
  );
  return [...own, ...subschemas(schema).flatMap(([step, inner]) => keysIn(inner, `${at}/${step}`))];
}

function* partsIn(schema: Schema): Generator<Schema> {
  yield schema;
  for (const [, inner] of subschemas(schema)) yield* partsIn(inner);
}

/** With their JSON pointers; conditions are left out. */
function subschemas(schema: Schema): readonly (readonly [string, Schema])[] {
  const { definitions = {} } = schema as { definitions?: Record<string, Schema> };
  const inMap = (name: string, map: Readonly<Record<string, Schema | true>>) =>
    Object.entries(map).flatMap(([key, value]) => (value === true ? [] : [[`${name}/${key}`, value] as const]));
  const single = (['then', 'else', 'items', 'additionalProperties', 'propertyNames'] as const).flatMap(name => {
    const value = schema[name];
    return typeof value === 'object' ? [[name, value] as const] : [];
  });
  const all = (schema.allOf ?? []).map((value, index) => [`allOf/${index}`, value] as const);
  return [...inMap('properties', schema.properties ?? {}), ...inMap('definitions', definitions), ...single, ...all];
}

function dereferenced(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : document.definitions[schema.$ref.replace('#/definitions/', '')]!;
}

function hasBranches(part: Schema): boolean {
  return part.allOf !== undefined || part.if !== undefined;
}

function supported(schema: Schema): readonly string[] {
  const meanings = Object.entries(schema['x-enum'] ?? {});
  return meanings.flatMap(([value, meaning]) => (meaning['x-supported'] === false ? [] : [value])).sort();
}

function branchOf(schema: Schema, key: string, value: string): Schema {
  const branch = (schema.allOf ?? []).find(({ if: condition }) => {
    const wanted = condition?.properties?.[key];
    return typeof wanted === 'object' && (wanted.const === value || wanted.enum?.includes(value) === true);
  });
  if (branch?.then === undefined) throw new Error(`no branch for ${key}: ${value}`);
  return branch.then;
}
