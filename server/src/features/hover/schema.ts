/** What the format says of a key or a value, as Markdown. */
import type { Locale } from '../../base/locale.ts';
import type { SchemaPlace, SchemaValue } from '../../schema/schema.ts';
import { bullets, code, escaped, paragraphs } from '../markdown.ts';
import { flowYaml } from '../yamlValue.ts';

/** A key: titles in both languages, description, types, values with their meanings, an example. */
export function keyText(key: string, subject: SchemaPlace, locale: Locale): string | undefined {
  const { title, description, values, types, examples } = subject;
  if (title === undefined || description === undefined) return undefined;
  const other = locale === 'en' ? title['zh-CN'] : title.en;
  const [example] = examples;
  const shown = example === undefined || description[locale].includes('`') ? undefined : flowYaml(example);
  return paragraphs([
    `**${escaped(title[locale])}** (${escaped(other)}) ${code(key)}`,
    subject.isSupported ? undefined : notYet(locale),
    // Ours, and Markdown already.
    description[locale],
    types.length === 0 || values.length > 0 ? undefined : typesText(types, locale),
    bullets(values.map(value => valueLine(value, locale))),
    shown && `${locale === 'en' ? 'Example' : '例如'} ${code(shown)}`,
  ]);
}

/** A value of a closed list. */
export function valueText(place: SchemaPlace, written: string, locale: Locale): string | undefined {
  const value = place.values.find(each => String(each.value) === written);
  return value?.meaning === undefined ? undefined : valueLine(value, locale);
}

function valueLine({ value, meaning, isSupported }: SchemaValue, locale: Locale): string {
  const text = meaning === undefined ? '' : ` ${escaped(meaning[locale])}`;
  return `${code(String(value))}${text}${isSupported ? '' : ` (${notYet(locale)})`}`;
}

function notYet(locale: Locale): string {
  return locale === 'en' ? '*not supported yet*' : '*尚不支持*';
}

/** A name may also be a number: only the first of the scalar types is spoken of. */
function typesText(types: readonly string[], locale: Locale): string {
  const isScalar = (type: string) => !['object', 'array', 'null'].includes(type);
  const spoken = types.filter(type => !isScalar(type) || type === types.find(isScalar));
  const names = spoken.map(type => typeNames[type]?.[locale] ?? type);
  return locale === 'en' ? `Takes ${names.join(' or ')}.` : `可填${names.join('或')}。`;
}

const typeNames: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  string: { en: 'a text', 'zh-CN': '文本' },
  number: { en: 'a number', 'zh-CN': '数字' },
  integer: { en: 'a whole number', 'zh-CN': '整数' },
  boolean: { en: 'true or false', 'zh-CN': ' true 或 false ' },
  object: { en: 'a map of keys', 'zh-CN': '键值映射' },
  array: { en: 'a list', 'zh-CN': '列表' },
  null: { en: 'nothing', 'zh-CN': '空值' },
};
