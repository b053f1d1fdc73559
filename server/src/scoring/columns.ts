/**
 * How the texts of a table become numbers: the tokens for missing and not applicable, grades, yes and no. What cannot
 * be read is a `CellProblem` for the checks and the state `invalid` for the engine. Knows nothing of scores.
 */
import type { LongLayout } from '../data/longLayout.ts';
import { type NotANumber, readNumber } from '../data/number.ts';
import type { Table } from '../data/table.ts';
import { type Column, reasons } from '../engine/column.ts';
import { SurveyedColumn } from '../engine/surveyedColumn.ts';
import type { Indicator } from '../model/indicator.ts';
import type { DataSource } from '../model/units.ts';

export interface BoundSource {
  readonly declaration: DataSource;
  /** Position in `system.data`. */
  readonly index: number;
  /** One row a unit (and period), a long file laid out anew. `undefined`: the file is not available. */
  readonly table: Table | undefined;
  /** What `table` was made of, where the file is long. */
  readonly laidOut?: LaidOut;
  /** Column that holds the unit's key, or −1. */
  readonly keyColumn: number;
  /** Column that holds the period, or −1. */
  readonly periodColumn: number;
  /** The period that is scored. */
  readonly period: string | undefined;
  readonly missing: ReadonlySet<string>;
  readonly notApplicable: ReadonlySet<string>;
}

export interface LaidOut {
  readonly from: Table;
  readonly layout: LongLayout;
  readonly table: Table;
}

/** A column of one source. */
export interface ColumnPlace {
  readonly source: BoundSource;
  readonly column: number;
}

export type CellProblemKind = 'number' | 'category' | 'checklist' | 'veto' | 'group' | 'order' | 'unit' | 'period';

/** A cell that could not be read. `source` and `column` are positions, `row` counts from 0 below the header. */
export interface CellProblem {
  readonly kind: CellProblemKind;
  readonly source: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly indicator?: Indicator;
  /** Why it is no number. */
  readonly reason?: NotANumber;
  /** What the cell was probably meant to be: a number, a grade that is listed. */
  readonly suggestion?: string;
}

/** Tokens for a missing value where a source names none. An empty cell is always missing. */
export const defaultMissing: readonly string[] = ['', 'NA', 'N/A', '-', '—', '缺'];

/** What counts as yes and as no in checklists and vetoes, in any case. Anything else is a problem. */
export const yesTokens: readonly string[] = ['是', '有', 'true', '1', 'yes', '√'];
export const noTokens: readonly string[] = ['否', '无', 'false', '0', 'no', '×'];

const missing = reasons.indexOf('missing');
const notApplicable = reasons.indexOf('not-applicable');
const invalid = reasons.indexOf('invalid');

/** One cell, read: a number, or what stands in its way. */
export type CellReading = number | { readonly reason?: NotANumber; readonly suggestion?: string };

export interface ColumnRequest {
  readonly place: ColumnPlace;
  /** Row of each unit in the place's source, −1 where it has none. */
  readonly rows: Int32Array;
  readonly kind: CellProblemKind;
  readonly indicator?: Indicator;
  /** 1 where the column does not apply to the unit: its cell is not read. */
  readonly excluded?: Uint8Array;
}

/** Reads a column for all units. Problems are added to `problems`. */
export function readColumn(
  request: ColumnRequest,
  readCell: (text: string) => CellReading,
  problems: CellProblem[],
): Column {
  const { place, rows, kind, indicator, excluded } = request;
  const values = new Float64Array(rows.length);
  const states = new Uint8Array(rows.length);
  rows.forEach((row, unit) => {
    if (excluded?.[unit] === 1) {
      states[unit] = notApplicable;
      return;
    }
    const text = row < 0 ? '' : textAt(place, row);
    // A token that the file declares as not applicable is that, though it may be usual for missing values.
    if (place.source.notApplicable.has(text)) states[unit] = notApplicable;
    else if (isMissing(place.source, text)) states[unit] = missing;
    else {
      const reading = readCell(text);
      if (typeof reading === 'number') values[unit] = reading;
      else {
        states[unit] = invalid;
        const { index } = place.source;
        problems.push({
          ...{ kind, source: index, row, column: place.column, text },
          ...(indicator === undefined ? {} : { indicator }),
          ...reading,
        });
      }
    }
  });
  return new SurveyedColumn({ values, states });
}

export function textAt(place: ColumnPlace, row: number): string {
  return place.source.table?.cell(row, place.column) ?? '';
}

export function isMissing(source: BoundSource, text: string): boolean {
  return text === '' || source.missing.has(text);
}

export function readNumberCell(text: string): CellReading {
  const reading = readNumber(text);
  return 'number' in reading ? reading.number : reading;
}

/** Position of the grade in the list; grades that differ in case or width only are suggested, not taken. */
export function readGrade(grades: readonly string[]): (text: string) => CellReading {
  const positions = new Map(grades.map((grade, position) => [grade, position]));
  const alike = new Map(grades.map(grade => [folded(grade), grade]));
  return text => {
    const position = positions.get(text);
    if (position !== undefined) return position;
    const suggestion = alike.get(folded(text));
    return suggestion === undefined ? {} : { suggestion };
  };
}

/** 1 for yes, 0 for no. */
export function readYesNo(text: string): CellReading {
  const token = text.toLowerCase();
  return yesTokens.includes(token) ? 1 : noTokens.includes(token) ? 0 : {};
}

/** Without case, width and blanks. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
