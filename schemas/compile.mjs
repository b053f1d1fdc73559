/**
 * Compiles the JSON Schemas to plain validator functions at build time, so that nothing compiles code at run time and
 * the core runs in a browser worker. Knows nothing of syntax trees and of messages.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _, Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { soundCode } from './sound.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'server', 'src', 'schema', 'generated');

/** Writes the validators and what they follow, with types, for the schema layer; files that would not change are left alone. */
export function compileValidators() {
  const { system: schema, configuration } = pieceSchemas();
  const ajv = newAjv({ code: { source: true, esm: true, lines: true }, messages: false, inlineRefs: false });
  ajv.addSchema([schema, configuration]);
  const code = standaloneCode.default(ajv, {
    validateSystem: schema.$id,
    validateIndicator: `${schema.$id}#/definitions/indicator`,
    validateConfiguration: configuration.$id,
  });
  if (code.includes('require(')) throw new Error('the validators need a part of ajv at run time');
  mkdirSync(target, { recursive: true });
  writeIfChanged(join(target, 'validators.js'), code);
  writeIfChanged(join(target, 'validators.d.ts'), declarations);
  const { indicator } = schema.definitions;
  const roots = { isSystem: schema, isIndicator: indicator, isConfiguration: configuration };
  writeIfChanged(join(target, 'sound.js'), soundCode(roots, schema.definitions));
  writeIfChanged(join(target, 'sound.d.ts'), soundDeclarations);
}

/** The schemas without their texts, of single pieces: nested indicators are any list. */
export function pieceSchemas() {
  return {
    system: withoutTexts(pieceSchema(readSchema())),
    configuration: withoutTexts(readSchema('indicators-config')),
  };
}

export function readSchema(name = 'indicator-system') {
  return JSON.parse(readFileSync(join(here, `${name}.schema.json`), 'utf8'));
}

/** An ajv that knows our vocabulary; see `$comment` in the schema. */
export function newAjv(options = {}) {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    ...options,
  });
  const texts = {
    type: 'object',
    properties: { title: { type: 'string' }, description: { type: 'string' } },
    required: ['title', 'description'],
    additionalProperties: false,
  };
  const things = ['indicator', 'column', 'group', 'group-value', 'unit', 'tier', 'level', 'data', 'file'];
  ajv.addKeyword({ keyword: 'x-zh-CN', metaSchema: texts });
  ajv.addKeyword({ keyword: 'x-refers-to', metaSchema: { enum: things } });
  ajv.addKeyword({ keyword: 'x-expects', metaSchema: meaning });
  ajv.addKeyword({ keyword: 'x-supported', metaSchema: { const: false }, code: context => context.error() });
  ajv.addKeyword({ keyword: 'x-enum', metaSchema: meanings, code: reportUnsupportedValue });
  return ajv;
}

const meaning = {
  type: 'object',
  properties: { en: { type: 'string' }, 'zh-CN': { type: 'string' }, 'x-supported': { const: false } },
  required: ['en', 'zh-CN'],
  additionalProperties: false,
};

const meanings = { type: 'object', additionalProperties: meaning };

function reportUnsupportedValue(context) {
  const unsupported = Object.keys(context.schema).filter(value => context.schema[value]['x-supported'] === false);
  if (unsupported.length === 0) return;
  context.fail(unsupported.map(value => _`${context.data} === ${value}`).reduce((some, each) => _`${some} || ${each}`));
}

/** The schema of one piece: of the system without its indicators, of an indicator without the ones under it. */
function pieceSchema(schema) {
  const withoutItems = properties => ({ ...properties, indicators: { type: 'array' } });
  const { indicator } = schema.definitions;
  return {
    ...schema,
    properties: withoutItems(schema.properties),
    definitions: {
      ...schema.definitions,
      indicator: { ...indicator, properties: withoutItems(indicator.properties) },
    },
  };
}

/** What validation needs: the validators would carry every title and description with them. */
function withoutTexts(schema) {
  if (Array.isArray(schema)) return schema.map(withoutTexts);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword, value]) => !isText(keyword, value));
  return Object.fromEntries(
    kept.map(([keyword, value]) => [keyword, keyword === 'x-enum' ? unsupportedOnly(value) : withoutTexts(value)]),
  );
}

/** A keyword, not a property that is called `title` or `description`: the value of a property is a schema. */
function isText(keyword, value) {
  if (keyword === 'title' || keyword === 'description') return typeof value === 'string';
  return ['examples', '$comment', 'x-zh-CN', 'x-refers-to', 'x-expects'].includes(keyword);
}

function unsupportedOnly(meaningOf) {
  return Object.fromEntries(Object.entries(meaningOf).filter(([, meaning]) => meaning['x-supported'] === false));
}

function writeIfChanged(file, text) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

const soundDeclarations = `import type { Written } from '../nodeValues.ts';

export function isSystem(written: Written): boolean;
export function isIndicator(written: Written): boolean;
export function isConfiguration(written: Written): boolean;
`;

const declarations = `export interface SchemaError {
  /** JSON pointer to the value at fault. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** There where the error is about a key. */
  readonly propertyName?: string;
}

export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

export const validateSystem: Validator;
export const validateIndicator: Validator;
export const validateConfiguration: Validator;
`;
