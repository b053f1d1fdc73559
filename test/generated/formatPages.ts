/**
 * The reference of the definition format as Markdown, made from the JSON Schema: a table of keys for each map that a file
 * may hold, with what the schema says of each key and value in the page's language.
 */
import type { Locale } from '../../server/src/base/locale.ts';

interface Words {
  readonly title?: string;
  readonly description?: string;
}

export interface Schema extends Words {
  readonly 'x-zh-CN'?: Words;
  readonly 'x-enum'?: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema | true>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly then?: Schema;
  readonly else?: Schema;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

const words = {
  en: {
    title: 'The definition format, version 1',
    about: 'What may stand in a `*.indicators.yaml` file. Made from the JSON Schema in `schemas/`.',
    other: '[简体中文](zh-CN/format.md)',
    head: '| key | | what it says |',
    needed: 'Must be given.',
  },
  'zh-CN': {
    title: '定义格式，第 1 版',
    about: '`*.indicators.yaml` 文件中可以写的内容。由 `schemas/` 中的 JSON Schema 生成。',
    other: '[English](../format.md)',
    head: '| 键 | | 含义 |',
    needed: '必须给出。',
  },
};

interface Section {
  /** From the top of the file: `ranking.round`, `tiers[]`; of what stands in many places, what it is called. */
  readonly path: string;
  readonly schema: Schema;
}

export function formatPage(root: Schema, locale: Locale): string {
  const { title, about, other, head, needed } = words[locale];
  const sections = sectionsOf(root);
  const parts = sections.map(({ path, schema }) => {
    const keys = keysOf(schema, root);
    const rows = [...keys].map(([key, each]) => {
      const told = toldOf(each, root);
      const isNeeded = requiredIn(schema, root).includes(key);
      const below = sections.find(section => section.path === pathBelow(path, key, each, root));
      const texts = [
        told[locale]?.description ?? '',
        isNeeded ? needed : '',
        ...valuesOf(each, root, locale),
        below && `→ [${below.path}](#${anchorOf(below.path)})`,
      ];
      return `| \`${key}\` | ${told[locale]?.title ?? ''} | ${cell(texts.filter(text => text).join(' '))} |`;
    });
    const heading = path === '' ? [] : [`## ${path}`, toldOf(schema, root)[locale]?.description].filter(text => text);
    return [...heading, [head, '|---|---|---|', ...rows].join('\n')].join('\n\n');
  });
  return [`# ${title}`, other, about, ...parts].join('\n\n').concat('\n');
}

/** Each map once, in the order in which it is met; the top level first. */
function sectionsOf(root: Schema): readonly Section[] {
  const found: Section[] = [{ path: '', schema: root }];
  for (const { path, schema } of found) {
    for (const [key, each] of keysOf(schema, root)) {
      const at = pathBelow(path, key, each, root);
      const below = at === undefined ? undefined : mapIn(each, root);
      if (below !== undefined && !found.some(section => section.path === at)) found.push({ path: at!, schema: below });
    }
  }
  return found;
}

/** What has a name among the definitions and keys of its own goes by that name, wherever it stands. */
function pathBelow(path: string, key: string, schema: Schema, root: Schema): string | undefined {
  if (mapIn(schema, root) === undefined) return undefined;
  const name = definitionIn(schema, root);
  if (name !== undefined) return name;
  const isList = expanded(schema, root).some(({ items }) => items !== undefined);
  const isNamed = !isList && expanded(schema, root).every(each => each.properties === undefined);
  return `${path === '' ? '' : `${path}.`}${key}${isList ? '[]' : isNamed ? '.…' : ''}`;
}

function definitionIn(schema: Schema, root: Schema): string | undefined {
  const references = [schema, ...(schema.allOf ?? []), schema.items].flatMap(each => each?.$ref ?? []);
  const names = references.map(reference => reference.replace('#/definitions/', ''));
  return names.find(name => keysOf(root.definitions![name]!, root).size > 0);
}

/** The map that a key takes: itself, the items of its list, or what stands under names of the author's own. */
function mapIn(schema: Schema, root: Schema): Schema | undefined {
  const all = expanded(schema, root);
  const ways = [schema, ...all.flatMap(({ items, additionalProperties: under }) => [items, under])];
  return ways.filter(way => typeof way === 'object').find(way => keysOf(way, root).size > 0);
}

function keysOf(schema: Schema, root: Schema): ReadonlyMap<string, Schema> {
  const keys = new Map<string, Schema>();
  for (const { properties } of expanded(schema, root)) {
    for (const [key, value] of Object.entries(properties ?? {})) {
      if (value !== true && !keys.has(key)) keys.set(key, value);
    }
  }
  return keys;
}

function requiredIn(schema: Schema, root: Schema): readonly string[] {
  const own = [schema, schema.$ref && root.definitions?.[schema.$ref.replace('#/definitions/', '')]];
  return own.flatMap(each => (each ? [...(each.required ?? []), ...(each.then?.required ?? [])] : []));
}

/** A schema with all that it refers to and all its alternatives. */
function expanded(schema: Schema, root: Schema): readonly Schema[] {
  const referred =
    schema.$ref === undefined ? undefined : root.definitions?.[schema.$ref.replace('#/definitions/', '')];
  const parts = [referred, ...(schema.allOf ?? []), ...(schema.anyOf ?? []), schema.then, schema.else];
  return [schema, ...parts.flatMap(part => (part === undefined ? [] : expanded(part, root)))];
}

function toldOf(schema: Schema, root: Schema): Readonly<Partial<Record<Locale, Words | undefined>>> {
  const said = expanded(schema, root).find(({ description }) => description !== undefined);
  return said === undefined ? {} : { en: said, 'zh-CN': said['x-zh-CN'] };
}

function valuesOf(schema: Schema, root: Schema, locale: Locale): readonly string[] {
  const all = expanded(schema, root).flatMap(each => [each, ...(each.items ? expanded(each.items, root) : [])]);
  const values = all.find(each => each['x-enum'] !== undefined)?.['x-enum'] ?? {};
  return Object.entries(values).map(([value, meaning]) => `<br>\`${value}\` ${meaning[locale]}`);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** As GitHub makes it from a heading. */
export function anchorOf(path: string): string {
  return path.toLowerCase().replaceAll(/[^\p{L}\p{N}\- ]/gu, '');
}
