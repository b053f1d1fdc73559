/** What may stand at a place, in words, and what stands there instead. Knows nothing of validation. */
import { type LocalText, localText } from '../base/locale.ts';
import { nearest } from '../base/nearest.ts';
import { type Node, resolved } from '../syntax/tree.ts';
import { everyPart, keysOf, type Schema, schemasOfItems, schemasOfKey, shapesOf } from './document.ts';

/** `positive` or `negative`; a number from 0 to 1; a map with `power`; a list of two numbers, such as `[0, 100]`. */
export function expected(schemas: readonly Schema[]): LocalText {
  const alternatives = shapesOf(schemas).flatMap(part => [...valuesIn(part), ...kindsIn(part)]);
  const distinct = alternatives.filter(({ en }, index) => alternatives.findIndex(other => other.en === en) === index);
  return oneOf(distinct.length > 0 ? distinct : [localText('something else', '其他内容')]);
}

/** The value as it is named in a message: its text, or what it is. `undefined` where nothing is written. */
export function written(node: Node | undefined): LocalText | undefined {
  const value = resolved(node);
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      if (value.value === null) return undefined;
      if (value.source.trim() === '') return localText('an empty text', '空文本');
      return same(
        code(shortened(value.style === 'block' ? value.source : value.piece.text.slice(value.start, value.end))),
      );
    case 'map':
      return value.entries.length === 0 ? localText('an empty map', '空的映射') : localText('a map', '映射（键: 值）');
    case 'sequence':
      return value.items.length === 0 ? localText('an empty list', '空列表') : localText('a list', '列表');
  }
}

/** The text that was probably meant: the nearest allowed value, the method as a map, the only item as a list. */
export function meant(node: Node | undefined, schemas: readonly Schema[]): string | undefined {
  const value = resolved(node);
  if (value?.kind !== 'scalar' || value.value === null) return undefined;
  const parts = everyPart(schemas);
  const near = nearest(value.source, namesIn(shapesOf(schemas)));
  if (near !== undefined) return near;
  for (const discriminator of ['method', 'kind']) {
    const names = namesIn(everyPart(schemasOfKey(parts, discriminator)));
    const name = names.includes(value.source) ? value.source : nearest(value.source, names);
    if (name !== undefined) return `{${discriminator}: ${name}}`;
  }
  const items = everyPart(schemasOfItems(parts));
  const isPlainList = items.some(({ type }) => typesOf(type).includes('string')) && value.style === 'plain';
  return isPlainList && /^[\p{L}\p{N}_-]+$/u.test(value.source) ? `[${value.source}]` : undefined;
}

export function code(text: string): string {
  return `\`${text === '' ? '""' : text}\``;
}

/** `a`, `b` and `c`, cut off after `most`. */
export function codes(names: readonly string[], most = 10): LocalText {
  const shown = names.slice(0, most).map(code);
  const rest = names.length - shown.length;
  if (rest > 0) return localText(`${shown.join(', ')} and ${rest} more`, `${shown.join('、')} 等 ${names.length} 个`);
  return localText(joined(shown, ', ', ' and '), joined(shown, '、', ' 和 '));
}

export function oneOf(alternatives: readonly LocalText[]): LocalText {
  return localText(
    joined(
      alternatives.map(({ en }) => en),
      ', ',
      ' or ',
    ),
    joined(
      alternatives.map(alternative => alternative['zh-CN']),
      '、',
      ' 或 ',
    ),
  );
}

/** A message: in Chinese a space stands between words and code, and none between two Chinese words. */
export function message(en: string, zh: string): LocalText {
  const parts = zh.split(/(`[^`]*`)/);
  return localText(en, parts.map(part => (part.startsWith('`') ? part : withoutSpaces(part))).join(''));
}

export function same(text: string): LocalText {
  return localText(text, text);
}

/** Between Chinese. The pattern stands here so that only a message takes the time that it takes to make. */
function withoutSpaces(text: string): string {
  return text.replace(/(?<=[\p{sc=Han}，；。？、（）：]) (?=[\p{sc=Han}，；。？、（）：])/gu, '');
}

function joined(words: readonly string[], comma: string, last: string): string {
  return words.length < 2 ? words.join('') : words.slice(0, -1).join(comma) + last + words.at(-1);
}

function valuesIn({ enum: values, const: only }: Schema): readonly LocalText[] {
  if (only !== undefined) return [same(code(String(only)))];
  return (values ?? []).map(value => same(code(String(value))));
}

function namesIn(parts: readonly Schema[]): readonly string[] {
  return parts.flatMap(part => part.enum ?? []).filter(value => typeof value === 'string');
}

/** A name may also be a number: only the first of the scalar types is spoken of. */
function kindsIn(part: Schema): readonly LocalText[] {
  const types = typesOf(part.type);
  const scalar = types.find(type => type !== 'object' && type !== 'array' && type !== 'null');
  const kinds = [scalar, ...types.filter(type => type === 'object' || type === 'array')];
  return kinds.flatMap(kind => (kind === undefined ? [] : kindInWords(kind, part)));
}

function kindInWords(kind: string, part: Schema): LocalText {
  switch (kind) {
    case 'object':
      return mapInWords(part);
    case 'array':
      return listInWords(part);
    case 'boolean':
      return localText('`true` or `false`', '`true` 或 `false`');
    case 'integer':
      return numberInWords(part, 'a whole number', '整数');
    case 'number':
      return part['x-expects'] ?? numberInWords(part, 'a number', '数');
    default:
      return part['x-expects'] ?? localText('a text', '文本');
  }
}

function numberInWords({ minimum, maximum, exclusiveMinimum }: Schema, en: string, zh: string): LocalText {
  if (minimum !== undefined && maximum !== undefined)
    return localText(`${en} from ${minimum} to ${maximum}`, `${minimum} 到 ${maximum} 的${zh}`);
  if (exclusiveMinimum !== undefined && maximum !== undefined)
    return localText(
      `${en} above ${exclusiveMinimum}, up to ${maximum}`,
      `大于 ${exclusiveMinimum}、不超过 ${maximum} 的${zh}`,
    );
  if (exclusiveMinimum !== undefined)
    return localText(`${en} above ${exclusiveMinimum}`, `大于 ${exclusiveMinimum} 的${zh}`);
  if (minimum !== undefined) return localText(`${en}, ${minimum} or more`, `不小于 ${minimum} 的${zh}`);
  return localText(en, zh);
}

function mapInWords(part: Schema): LocalText {
  const keys = codes(part.required ?? keysOf([part]).slice(0, 4));
  if (keys.en === '') return localText('a map (`key: value`)', '映射（`键: 值`）');
  return localText(`a map with ${keys.en}`, `含 ${keys['zh-CN']} 的映射`);
}

function listInWords({ minItems, maxItems }: Schema): LocalText {
  if (minItems === 2 && maxItems === 2) return localText('two numbers, such as `[0, 100]`', '两个数，如 `[0, 100]`');
  if (minItems === 1) return localText('a list of at least one item', '至少一项的列表');
  return localText('a list', '列表');
}

function typesOf(type: Schema['type']): readonly string[] {
  return typeof type === 'string' ? [type] : (type ?? []);
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
