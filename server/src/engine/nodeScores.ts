/** Where the scores of a node are had from: a column that is written down, or one that is computed when it is asked for. */
import { type Block, blockOf, eachBlock } from './block.ts';
import { type Column, codes, emptyColumn } from './column.ts';
import { copyValues } from './run.ts';

export interface NodeScores {
  /** All of them. What was not written down is when this is first read. */
  readonly column: Column;
  /** Writes those of the units at hand into one column of the block, NaN where there is none; answers how many were truncated. */
  read(block: Block, place: number): number;
  /** Of a unit for which NaN was read: why there is no score. */
  stateOf(unit: number): number;
}

/** What is on demand stays so: to write it down while a block is filled would fill the same memory. */
export function scoresIn(column: Column): NodeScores {
  return column instanceof ScoresOnDemand ? column : new WrittenScores(column);
}

/** Classes, since objects of one are made many times as fast as objects with functions of their own. */
class WrittenScores implements NodeScores {
  readonly column: Column;

  constructor(column: Column) {
    this.column = column;
  }

  read(block: Block, place: number): number {
    const { values } = this.column;
    const { limit, start, end, height } = block;
    copyValues(this.column, block, block, block.scores + place * height);
    for (let unit = start; unit < end; unit++) if (!(Math.abs(values[unit]!) < limit)) block.isWild = true;
    return 0;
  }

  stateOf(unit: number): number {
    return this.column.states[unit]!;
  }
}

export abstract class ScoresOnDemand implements NodeScores, Column {
  readonly #nUnits: number;
  #column: Column | undefined;

  constructor(nUnits: number) {
    this.#nUnits = nUnits;
  }

  abstract read(block: Block, place: number): number;
  abstract stateOf(unit: number): number;

  get column(): Column {
    return this;
  }

  get values(): Float64Array {
    return this.#written().values;
  }

  get states(): Uint8Array {
    return this.#written().states;
  }

  #written(): Column {
    this.#column ??= this.writeDown().column;
    return this.#column;
  }

  /** All scores, and how many were truncated. */
  writeDown(): { readonly column: Column; readonly nTruncated: number } {
    const column = emptyColumn(this.#nUnits);
    const { values, states } = column;
    const block = blockOf(1, 1, this.#nUnits, Infinity);
    let nTruncated = 0;
    const read = () => {
      nTruncated += this.read(block, 0);
    };
    eachBlock(block, this.#nUnits, read, () => {
      for (let unit = block.start, at = block.scores; unit < block.end; unit++, at++) {
        const score = block.numbers[at]!;
        // A negative zero becomes zero.
        values[unit] = Number.isNaN(score) ? 0 : score + 0;
        states[unit] = Number.isNaN(score) ? this.stateOf(unit) : codes.present;
      }
    });
    return { column, nTruncated };
  }
}
