/** A first definition for a data file: complete, scorable, with every guess said to be one. The author goes on from there. */
import { type Locale, type LocalText, localText } from '../base/locale.ts';
import { formatOf, isTextFormat } from '../data/format.ts';
import { readTable } from '../data/read.ts';
import type { Table } from '../data/table.ts';
import { quoteScalar } from '../syntax/quote.ts';
import { type ColumnGuesses, guessColumns, type IndicatorGuess } from './guessColumns.ts';
import { flowYaml } from './yamlValue.ts';

/** `name` is the data file's, without folders. `undefined`: it is not a table of text with units and a column of values. */
export function newDefinition(name: string, bytes: Uint8Array, locale: Locale): string | undefined {
  const format = formatOf(name);
  if (format === undefined || !isTextFormat(format)) return undefined;
  const table = readTable(bytes, { format, encoding: 'auto' });
  const guesses = guessColumns(table);
  const key = guesses.key ?? guesses.name;
  if (key === undefined || guesses.indicators.length === 0) return undefined;
  return written({ name, table, guesses, key, say: text => text[locale] });
}

interface Draft {
  readonly name: string;
  readonly table: Table;
  readonly guesses: ColumnGuesses;
  readonly key: string;
  readonly say: (text: LocalText) => string;
}

function written(draft: Draft): string {
  const { guesses, say } = draft;
  const title = draft.name.replace(/\.[^.]+$/, '');
  const leftOut =
    guesses.others.length === 0 ? [] : [`# ${say(words.others)}${guesses.others.map(oneLine).join(', ')}`];
  const lines = [
    `# ${say(words.head)}`,
    'indicatorSystem: 1',
    `id: ${quoteScalar(idOf(title, 'system'))}`,
    `title: ${quoteScalar(title)}`,
    `levels: [{name: ${quoteScalar(say(words.level))}, count: ${guesses.indicators.length}}]`,
    '',
    ...unitLines(draft),
    ...dataLines(draft),
    `defaults: {normalise: {method: min-max}}   # ${say(words.normalise)}`,
    '',
    ...leftOut,
    `# ${say(words.weights)}`,
    'indicators:',
    ...indicatorLines(draft),
    '',
    'ranking: {ties: dense, round: {decimals: 2}}',
  ];
  return `${lines.join('\n')}\n`;
}

function unitLines({ guesses, key, table, say }: Draft): readonly string[] {
  const ids = uniqueIds(guesses.groups.map(({ column }) => idOf(column, 'group')));
  const groups = guesses.groups.map(({ column, values, separator }, index) => {
    const parts = separator === undefined ? { column, values } : { column, separator, values };
    return `    ${quoteScalar(ids[index]!)}: ${flowYaml(parts)}`;
  });
  return [
    'units:',
    `  id: ${quoteScalar(key)}`,
    `  name: ${quoteScalar(guesses.name ?? key)}`,
    `  count: ${countUnits(table, key)}`,
    ...(groups.length === 0 ? [] : [`  groups:   # ${say(words.groups)}`, ...groups]),
    '',
  ];
}

function countUnits(table: Table, key: string): number {
  const column = table.columnIndex(key);
  return new Set(Array.from({ length: table.nRows }, (_, row) => table.cell(row, column)).filter(Boolean)).size;
}

function dataLines({ name, table, guesses, say }: Draft): readonly string[] {
  const { missing, notApplicable } = guesses;
  const isUtf8 = table.encoding === 'utf-8' || table.encoding === 'utf-8-bom';
  const all = ['', 'NA', 'N/A', '-', '—', '缺', ...missing].filter(text => !notApplicable.includes(text));
  return [
    'data:',
    `  - path: ${quoteScalar(name)}`,
    ...(isUtf8 ? [] : [`    encoding: ${table.encoding}`]),
    ...(missing.length === 0 ? [] : [`    missing: ${flowYaml(all)}   # ${say(words.missing)}`]),
    ...(notApplicable.length === 0 ? [] : [`    notApplicable: ${flowYaml(notApplicable)}`]),
    '',
  ];
}

function indicatorLines({ guesses, say }: Draft): readonly string[] {
  const ids = uniqueIds(guesses.indicators.map(({ column }) => idOf(column, 'indicator')));
  return guesses.indicators.flatMap((indicator, index) => indicatorText(indicator, ids[index]!, say));
}

function indicatorText(indicator: IndicatorGuess, id: string, say: Draft['say']): readonly string[] {
  const { column, name, measure, direction, range, isScore, grades } = indicator;
  return [
    `  - id: ${quoteScalar(id)}`,
    `    name: ${quoteScalar(name)}`,
    ...(column === id ? [] : [`    column: ${quoteScalar(column)}`]),
    ...(measure === undefined ? [] : [`    measure: ${quoteScalar(measure)}`]),
    ...(range === undefined ? [] : [`    range: ${flowYaml(range)}`]),
    ...(grades === undefined ? [] : [`    categories: ${flowYaml(grades)}   # ${say(words.grades)}`]),
    ...(isScore || grades !== undefined ? ['    normalise: {method: none}'] : []),
    ...(direction === 'positive' ? [] : [`    direction: negative   # ${say(words.negative)}`]),
  ];
}

/** Letters, digits, `-`, `_` and `.` of a column's name; the measure in brackets left out. */
function idOf(text: string, fallback: string): string {
  const bare = text.replace(/[（([].*$/, '');
  const id = (bare || text)
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  return id === '' ? fallback : id;
}

function uniqueIds(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map(id => {
    let free = id;
    for (let nth = 2; taken.has(free); nth++) free = `${id}-${nth}`;
    taken.add(free);
    return free;
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

const words = {
  head: localText(
    'Guessed from the data: look through the directions, ranges and groups before you rely on any result.',
    '根据数据推测生成：请核对指标方向、取值范围和分组后再使用结果。',
  ),
  level: localText('Indicators', '指标'),
  groups: localText('guessed: few texts that many units share', '推测：取值少而多个对象共有的列'),
  missing: localText('guessed: texts in place of numbers', '推测：出现在数值列中的文字'),
  normalise: localText('the lowest value scores 0, the highest 100', '最低值得 0 分，最高值得 100 分'),
  others: localText('Not used: ', '未使用的列：'),
  weights: localText('No weights yet: all indicators count the same.', '尚未设定权重：各指标等权。'),
  grades: localText('guessed points', '分值为推测'),
  negative: localText('guessed: less is better', '推测：越低越好'),
};
