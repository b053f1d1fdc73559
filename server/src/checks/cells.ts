/** What the rules on cells share: where a cell stands, how it is named, and not ten thousand findings for one column. */
import { type LocalText, localText } from '../base/locale.ts';
import type { TableProblem } from '../data/table.ts';
import { type Reason, reasons } from '../engine/column.ts';
import type { Indicator } from '../model/indicator.ts';
import { nameNode } from '../model/siblings.ts';
import type { BoundTables } from '../scoring/bind/tables.ts';
import type { BoundUnit } from '../scoring/units.ts';
import type { DataContext, Problem, ProblemPlace } from './rule.ts';
import { nameIn } from './words.ts';

/** `source` and `column` are positions in `data.sources`, `row` counts from 0 below the header. */
export interface CellPosition {
  readonly source: number;
  readonly row: number;
  readonly column: number;
  /** What reads the cell. */
  readonly indicator?: Indicator | undefined;
}

/** More cells of one column are counted in one finding at its header. */
const mostInColumn = 20;

/**
 * A problem at each cell, in the order of columns and rows: its address, and what `say` says of the cell. A cell that
 * comes twice is reported once. `rest` says of the cells beyond the first twenty of a column what they are.
 */
export function* cellProblems<Cell extends CellPosition>(
  context: DataContext,
  cells: Iterable<Cell>,
  say: (cell: Cell) => Pick<Problem, 'message' | 'related'>,
  rest: LocalText,
): Iterable<Problem> {
  for (const ofColumn of byColumn(cells)) {
    const [{ source, column } = { source: -1, column: -1 }] = ofColumn;
    const table = context.data.sources[source]?.table;
    if (table === undefined) continue;
    const name = table.columns[column]?.name ?? '';
    for (const cell of ofColumn.slice(0, mostInColumn)) {
      const { message, related = [] } = say(cell);
      const { en, 'zh-CN': zh } = table.addressOf(cell.row, column);
      yield {
        at: cellPlace(context, cell),
        message: localText(`${en}: ${message.en}`, `${zh}：${message['zh-CN']}`),
        // Of a file that is no text the finding stands where the related places are.
        related: table.isText ? related : [],
      };
    }
    const nMore = ofColumn.length - mostInColumn;
    if (nMore <= 0) continue;
    const line = table.rowNumber(ofColumn[mostInColumn]!.row, column);
    yield {
      at: headerPlace(context, source, column),
      message: localText(
        `column ${name}: from row ${line} on ${nMore} more ${nMore === 1 ? 'cell' : 'cells'}: ${rest.en}`,
        `“${name}”列：自第 ${line} 行起还有 ${nMore} 个单元格：${rest['zh-CN']}`,
      ),
      related: table.isText ? readBy(ofColumn[mostInColumn]!.indicator) : [],
    };
  }
}

function byColumn<Cell extends CellPosition>(cells: Iterable<Cell>): Iterable<readonly Cell[]> {
  const columns = new Map<string, Map<number, Cell>>();
  for (const cell of cells) {
    const key = `${cell.source} ${cell.column}`;
    const rows = columns.get(key) ?? new Map<number, Cell>();
    if (rows.size === 0) columns.set(key, rows);
    if (!rows.has(cell.row)) rows.set(cell.row, cell);
  }
  return [...columns.values()].map(rows => [...rows.values()].sort((a, b) => a.row - b.row));
}

/**
 * The cell's place in its file; where that is no text, where the definition reads it: at the indicator's column, else at
 * the path. Only for a source that was read.
 */
export function cellPlace(context: DataContext, { source, row, column, indicator }: CellPosition): ProblemPlace {
  const table = context.data.sources[source]!.table!;
  if (table.isText) return { file: context.sources[source]!.file, range: table.cellRange(row, column) };
  return indicator === undefined ? pathPlace(context, source) : readingPlace(indicator);
}

export function headerPlace(context: DataContext, source: number, column: number): ProblemPlace {
  const table = context.data.sources[source]!.table!;
  if (!table.isText) return pathPlace(context, source);
  return { file: context.sources[source]!.file, range: table.columns[column]!.header };
}

/** What laying out a long file anew has found in it. */
export function* layoutProblems(context: DataContext, code: TableProblem['code']): Iterable<Problem> {
  for (const { index, table, declaration } of context.data.sources) {
    if (declaration.long === undefined || table === undefined) continue;
    const found = table.problems.filter(problem => problem.code === code);
    const file = context.sources[index]!.file;
    for (const { range, message } of found.slice(0, mostOfLayout)) {
      yield { at: table.isText ? { file, range } : pathPlace(context, index), message };
    }
    const nMore = found.length - mostOfLayout;
    if (nMore <= 0) continue;
    const { en, 'zh-CN': zh } = found[mostOfLayout]!.message;
    yield {
      at: pathPlace(context, index),
      message: localText(`${en}; and ${nMore - 1} more of the same`, `${zh}；另有 ${nMore - 1} 处同样的问题`),
    };
  }
}

/** More problems of the layout are counted in one. */
const mostOfLayout = 100;

function pathPlace({ sources }: DataContext, source: number): ProblemPlace {
  const { declaration } = sources[source]!;
  return declaration.path?.node ?? declaration.node;
}

function readingPlace(indicator: Indicator): ProblemPlace {
  return indicator.own.column?.node ?? nameNode(indicator);
}

/** The cell that names the unit, in the first file that holds it. */
export function keyCell({ rows, sources }: BoundTables, { index }: BoundUnit): CellPosition {
  const source = rows.findIndex(ofSource => ofSource[index]! >= 0);
  return { source, row: rows[source]![index]!, column: sources[source]!.keyColumn };
}

/** The cell of a leaf for a unit; `undefined` where the unit has no row in that source. */
export function cellOf({ data }: DataContext, leaf: Indicator, unit: number): CellPosition | undefined {
  const place = data.leaves.get(leaf)?.places[0];
  const row = place && data.rows[place.source.index]?.[unit];
  return place === undefined || row === undefined || row < 0
    ? undefined
    : { source: place.source.index, row, column: place.column };
}

/** The cells of leaves that got no score for a reason, with the leaf and the value that was to be normalised. */
export function cellsWithout(context: DataContext, reason: Reason) {
  const { scoring, data } = context;
  if (scoring === undefined) return [];
  const code = reasons.indexOf(reason);
  return scoring.compiled.indicatorOf.flatMap((indicator, node) => {
    const { states } = scoring.scores.nodes[node]!;
    const prepared = scoring.scores.prepared[node];
    if (indicator === undefined || prepared === undefined || !states.includes(code)) return [];
    return data.units.flatMap(({ index }) => {
      const cell = states[index] === code ? cellOf(context, indicator, index) : undefined;
      return cell === undefined ? [] : [{ ...cell, indicator, value: prepared.values[index]! }];
    });
  });
}

/** The definition of the indicator that reads a cell, as a related place. */
export function readBy(indicator: Indicator | undefined): NonNullable<Problem['related']> {
  if (indicator === undefined) return [];
  return [
    {
      at: readingPlace(indicator),
      message: localText(`${nameIn(indicator, 'en')} reads this column`, `“${nameIn(indicator, 'zh-CN')}”使用这一列`),
    },
  ];
}

/** The text of a cell as a message shows it: not a page of it. */
export function shownText(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
