/**
 * What the columns of a data file probably are, from their names and cells. Guesses only, for a person to look through:
 * nothing is scored from them before the author has a definition. Knows no YAML.
 */
import { readNumber } from '../data/number.ts';
import type { Table } from '../data/table.ts';

export interface ColumnGuesses {
  /** Which units there are: values that are all there, all different. */
  readonly key: string | undefined;
  readonly name: string | undefined;
  /** Few texts that many units share. */
  readonly groups: readonly GroupGuess[];
  readonly indicators: readonly IndicatorGuess[];
  /** Neither of these; left to the author. */
  readonly others: readonly string[];
  /** Texts in place of numbers that are not missing values by default. */
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
}

export interface GroupGuess {
  readonly column: string;
  /** In order of appearance. */
  readonly values: readonly string[];
  /** Where cells hold several. */
  readonly separator: string | undefined;
}

export interface IndicatorGuess {
  readonly column: string;
  /** The column's name without the measure in brackets. */
  readonly name: string;
  readonly measure: string | undefined;
  readonly direction: 'positive' | 'negative';
  /** Plausible values, where the name or the cells say so. */
  readonly range: readonly [number, number] | undefined;
  /** Already a score from 0 to 100. */
  readonly isScore: boolean;
  /** Points by grade, where the cells are grades. */
  readonly grades: Readonly<Record<string, number>> | undefined;
}

export function guessColumns(table: Table): ColumnGuesses {
  const columns = columnsOf(table);
  const key = keyOf(columns);
  const name = nameOf(columns.filter(column => column !== key));
  const rest = columns.filter(column => column !== key && column !== name);
  const indicators = rest.filter(column => isIndicator(column));
  const groups = rest.filter(column => !indicators.includes(column) && isGroup(column));
  const texts = new Set(indicators.filter(column => gradesOf(column) === undefined).flatMap(({ texts }) => texts));
  const notApplicable = [...texts].filter(
    text => /^(不适用|n\/?a\.?|not applicable)$/i.test(text) && !isDefaultMissing(text),
  );
  return {
    key: key?.name,
    name: name?.name,
    groups: groups.map(groupOf),
    indicators: indicators.map(indicatorOf),
    others: rest.filter(column => !indicators.includes(column) && !groups.includes(column)).map(each => each.name),
    missing: [...texts].filter(text => !notApplicable.includes(text) && !isDefaultMissing(text)),
    notApplicable,
  };
}

interface Cells {
  readonly name: string;
  readonly nRows: number;
  /** Cells that are not empty. */
  readonly cells: readonly string[];
  readonly distinct: readonly string[];
  readonly numbers: readonly number[];
  /** What is no number in any notation, each once. */
  readonly texts: readonly string[];
}

/** Without unnamed columns; of two with one name the first. Rows that are empty throughout do not count. */
function columnsOf(table: Table): readonly Cells[] {
  const rows = Array.from({ length: table.nRows }, (_, row) => row).filter(row =>
    table.columns.some((_, column) => table.cell(row, column) !== ''),
  );
  return table.columns.flatMap(({ name }, index) => {
    if (name === '' || table.columnIndex(name) !== index) return [];
    const cells = rows.map(row => table.cell(row, index)).filter(cell => cell !== '');
    const readings = cells.map(cell => ({ cell, reading: readNumber(cell) }));
    const numbers = readings.flatMap(({ reading }) => ('number' in reading ? reading.number : []));
    // `1,234` and `12 %` are numbers that someone wrote for people: they are reported at their cells, not taken for missing.
    const texts = readings.flatMap(({ cell, reading }) =>
      'reason' in reading && (reading.reason === 'text' || reading.reason === 'error-value') ? cell : [],
    );
    return [{ name, nRows: rows.length, cells, distinct: [...new Set(cells)], numbers, texts: [...new Set(texts)] }];
  });
}

/** By its name, else the first column of different texts. */
function keyOf(columns: readonly Cells[]): Cells | undefined {
  const unique = columns.filter(({ distinct, nRows }) => nRows > 0 && distinct.length === nRows);
  const byName = unique.find(({ name }) => keyName.test(name));
  return byName ?? unique.find(({ numbers }) => numbers.length === 0);
}

/** By its name, else the first column of texts of which most are different. */
function nameOf(columns: readonly Cells[]): Cells | undefined {
  const texts = columns.filter(({ cells, numbers }) => cells.length > 0 && numbers.length === 0);
  const differing = texts.filter(({ distinct, cells }) => distinct.length > 0.9 * cells.length && cells.length > 1);
  return differing.find(({ name }) => unitName.test(name)) ?? differing[0];
}

const keyName = /^(id|key|code|iso_?3?|.*[-_ ]?code|.*(编码|代码|编号|区划码))$/i;
const unitName = /(name|unit|country|region|city|province|state|名称|单位|地区|城市|省|国家|部门|机构|对象)/i;

function isIndicator(column: Cells): boolean {
  const { name, cells, distinct, numbers, texts } = column;
  // Where all are the same there is nothing to compare.
  if (distinct.length < 2 || serial.test(name)) return false;
  if (gradesOf(column) !== undefined) return true;
  const isYear =
    /年|year/i.test(name) && numbers.every(value => Number.isInteger(value) && value > 1900 && value < 2100);
  const nTexts = cells.filter(cell => texts.includes(cell)).length;
  return !isYear && new Set(numbers).size > 1 && nTexts <= 0.4 * cells.length;
}

const serial = /^(no\.?|order|index|rank|row|序号|排序|名次|排名|顺序)$/i;

/** Two to twenty texts, each of which two units share on average. */
function isGroup(column: Cells): boolean {
  const { values } = groupOf(column);
  return column.numbers.length === 0 && values.length >= 2 && values.length <= Math.min(20, column.cells.length / 2);
}

function groupOf({ name, cells }: Cells): GroupGuess {
  const separator = [';', '；', '|', '、'].find(each => cells.some(cell => cell.includes(each)));
  const parts = separator === undefined ? cells : cells.flatMap(cell => cell.split(separator).map(part => part.trim()));
  return { column: name, values: [...new Set(parts.filter(part => part !== ''))], separator };
}

function indicatorOf(column: Cells): IndicatorGuess {
  const { numbers } = column;
  const [, bare = column.name, measured] = /^(.*?)\s*[（([](.+)[)）\]]\s*$/.exec(column.name) ?? [];
  const grades = gradesOf(column);
  const isWithin = (low: number, high: number) => numbers.every(value => value >= low && value <= high);
  const isShare = /率|占比|比例|比重|percent|share|\bratio|%|\brate/i.test(column.name);
  const isScore = grades === undefined && /得分|分值|评分|指数|score|index/i.test(column.name) && isWithin(0, 100);
  const isPercent = isShare && isWithin(0, 100) && numbers.some(value => value > 1);
  const isFraction = isShare && isWithin(0, 1);
  return {
    column: column.name,
    name: bare === '' ? column.name : bare,
    measure: measured ?? (isPercent ? '%' : undefined),
    // Grades and scores say themselves what is better.
    direction: grades === undefined && !isScore && negative.test(column.name) ? 'negative' : 'positive',
    range: grades !== undefined ? undefined : isScore || isPercent ? [0, 100] : isFraction ? [0, 1] : undefined,
    isScore: isScore && numbers.some(value => value > 1),
    grades,
  };
}

/** Words of what is better when there is less of it. */
const negative = new RegExp(
  [
    '投诉|差评|失业|死亡|伤亡|事故|排放|能耗|污染|逾期|超时|违法|违规|犯罪|负债|债务|贫困|不合格|不满意|故障|中断|成本|等待|延误|流失|辍学|漏洞',
    'complaint|unemploy|mortal|death|accident|emission|pollut|PM ?2\\.5|PM ?10|overdue|late\\b|delay|crime|debt|poverty|fail|error|defect|outage|cost|wait|dropout|injur|inequal|corrupt|vulnerab',
  ].join('|'),
  'i',
);

/** The points of a known scale of grades that has all the column's texts; full marks for the best. */
function gradesOf({ distinct, numbers }: Cells): Readonly<Record<string, number>> | undefined {
  if (numbers.length > 0 || distinct.length === 0) return undefined;
  const scale = scales.find(grades => distinct.every(text => grades.includes(text.toLowerCase())));
  if (scale === undefined) return undefined;
  const used = scale.length === 2 ? scale : scale.slice(0, scale.findLastIndex(grade => isUsed(distinct, grade)) + 1);
  const steps = Math.max(1, used.length - 1);
  const lowest = used.length === 2 && scale.length === 2 ? 0 : 100 / (steps + 1);
  const points = (place: number) => Math.round(100 - (place * (100 - lowest)) / steps);
  const written = (grade: string) => distinct.find(text => text.toLowerCase() === grade) ?? grade;
  return Object.fromEntries(used.map((grade, place) => [written(grade), points(place)]));
}

function isUsed(distinct: readonly string[], grade: string): boolean {
  return distinct.some(text => text.toLowerCase() === grade);
}

/** From the best. */
const scales: readonly (readonly string[])[] = [
  ['是', '否'],
  ['有', '无'],
  ['已建成', '未建成'],
  ['yes', 'no'],
  ['y', 'n'],
  ['true', 'false'],
  ['优秀', '良好', '中等', '及格', '不及格'],
  ['优', '良', '中', '差'],
  ['高', '中', '低'],
  ['high', 'medium', 'low'],
  ['a', 'b', 'c', 'd', 'e'],
];

/** What a data source takes for missing where it does not say (format: `data.missing`). */
function isDefaultMissing(text: string): boolean {
  return ['', 'NA', 'N/A', '-', '—', '缺'].includes(text);
}
