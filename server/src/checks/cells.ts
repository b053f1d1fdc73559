/** What the rules on cells share: where a cell stands, how it is named, and not ten thousand findings for one column. */
import type { Location } from '../base/finding.ts';
import { type LocalText, localText } from '../base/locale.ts';
import { lineCounter } from '../data/lines.ts';
import { type Reason, reasons } from '../engine/plan.ts';
import { nameNode } from '../model/siblings.ts';
import type { Indicator } from '../model/system.ts';
import type { DataContext, Problem } from './rule.ts';
import { nameIn } from './words.ts';

/** `source` and `column` are positions, `row` counts from 0 below the header. */
export interface CellPosition {
  readonly source: number;
  readonly row: number;
  readonly column: number;
}

/** More cells of one column are counted in one finding at its header. */
const mostInColumn = 20;

/**
 * A problem at each cell, in the order of columns and rows: the row (as the line of the file), the column, and what `say` says of the cell. A cell
 * that comes twice is reported once. `rest` says of the cells beyond the first twenty of a column what they are.
 */
export function* cellProblems<Cell extends CellPosition>(
  context: DataContext,
  cells: Iterable<Cell>,
  say: (cell: Cell) => Pick<Problem, 'message' | 'related'>,
  rest: LocalText,
): Iterable<Problem> {
  for (const ofColumn of byColumn(cells)) {
    const [{ source, column } = { source: -1, column: -1 }] = ofColumn;
    const table = context.sources[source]?.table;
    if (table === undefined) continue;
    const name = table.columns[column]?.name ?? '';
    const lineAt = lineCounter(table.text);
    for (const cell of ofColumn.slice(0, mostInColumn)) {
      const { message, related = [] } = say(cell);
      const at = cellPlace(context, cell);
      const line = lineAt(at.range.start);
      yield {
        at,
        message: localText(
          `row ${line}, column ${name}: ${message.en}`,
          `第 ${line} 行“${name}”列：${message['zh-CN']}`,
        ),
        related,
      };
    }
    const nMore = ofColumn.length - mostInColumn;
    if (nMore <= 0) continue;
    const line = lineAt(cellPlace(context, ofColumn[mostInColumn]!).range.start);
    yield {
      at: headerPlace(context, source, column),
      message: localText(
        `column ${name}: from row ${line} on ${nMore} more ${nMore === 1 ? 'cell' : 'cells'}: ${rest.en}`,
        `“${name}”列：自第 ${line} 行起还有 ${nMore} 个单元格：${rest['zh-CN']}`,
      ),
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

/** The cell's place in its file. Only for a source that was read. */
export function cellPlace({ sources }: DataContext, { source, row, column }: CellPosition): Location {
  const { file, table } = sources[source]!;
  return { file, range: table!.cellRange(row, column) };
}

export function headerPlace({ sources }: DataContext, source: number, column: number): Location {
  const { file, table } = sources[source]!;
  return { file, range: table!.columns[column]!.header };
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
  return [...scoring.compiled.nodeOf].flatMap(([indicator, node]) => {
    const { states } = scoring.scores.nodes[node]!;
    const prepared = scoring.scores.prepared[node];
    if (prepared === undefined || !states.includes(code)) return [];
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
      at: indicator.own.column?.node ?? nameNode(indicator),
      message: localText(`${nameIn(indicator, 'en')} reads this column`, `“${nameIn(indicator, 'zh-CN')}”使用这一列`),
    },
  ];
}

/** The text of a cell as a message shows it: not a page of it. */
export function shownText(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
