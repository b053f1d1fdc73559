/** Where the scores of a node are had from: a column that is written down, or one that is computed when it is asked for. */
import { type Column, codes, emptyColumn } from './column.ts';
import { type RowMemory, type Rows, rowMemory, unitsAtOnce } from './rows.ts';

export interface NodeScores {
  /** All of them. What was not written down is when this is first read. */
  readonly column: Column;
  readonly isWritten: boolean;
  /** Writes those from `start` up to and without `end` into one place of the rows; answers how many were truncated. */
  read(start: number, end: number, rows: Rows, place: number): number;
}

export function writtenScores(column: Column): NodeScores {
  return { column, isWritten: true, read: (start, end, rows, place) => copyScores(column, start, end, rows, place) };
}

/** `read` computes them. */
export function scoresOnDemand(nUnits: number, read: NodeScores['read']): NodeScores {
  let column: Column | undefined;
  const written = () => {
    if (column === undefined) {
      column = emptyColumn(nUnits);
      writeAll(read, column, rowMemory(1, nUnits));
    }
    return column;
  };
  return {
    column: {
      get values() {
        return written().values;
      },
      get states() {
        return written().states;
      },
    },
    isWritten: false,
    read,
  };
}

/** Writes all scores into an empty column and answers how many were truncated. */
export function writeAll(read: NodeScores['read'], { values, states }: Column, memory: RowMemory): number {
  const { scores, gaps, unsettled } = memory;
  const rows = { width: 1, scores, states: memory.states, gaps, unsettled, limit: Infinity, isWild: false };
  const step = unitsAtOnce(1, values.length);
  let nTruncated = 0;
  for (let start = 0; start < values.length; start += step) {
    const end = Math.min(start + step, values.length);
    rows.states.fill(0, 0, end - start);
    nTruncated += read(start, end, rows, 0);
    for (let unit = start; unit < end; unit++) {
      // A negative zero becomes zero.
      values[unit] = scores[unit - start]! + 0;
      states[unit] = rows.states[unit - start]!;
    }
  }
  return nTruncated;
}

function copyScores({ values, states }: Column, start: number, end: number, rows: Rows, place: number): number {
  const { width, limit } = rows;
  for (let unit = start, row = 0, at = place; unit < end; unit++, row++, at += width) {
    const state = states[unit]!;
    const score = values[unit]!;
    rows.scores[at] = score;
    if (state !== codes.present) {
      rows.states[at] = state;
      rows.gaps[row] = 1;
    } else if (!(Math.abs(score) < limit)) rows.isWild = true;
  }
  return 0;
}
