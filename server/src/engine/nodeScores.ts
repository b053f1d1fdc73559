/** Where the scores of a node are had from: a column that is written down, or one that is computed when it is asked for. */
import { type Block, blockOf, eachBlock } from './block.ts';
import { type Column, codes, emptyColumn } from './column.ts';
import { copyNumbers, copyWithGaps, nFew } from './run.ts';
import type { Survey } from './survey.ts';
import { surveyed } from './surveyedColumn.ts';

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
  readonly #survey: Survey | undefined;

  /** Many are looked at here, since that needs the memory that a block lies in. */
  constructor(column: Column) {
    this.column = column;
    this.#survey = column.states.length > nFew ? surveyed(column).survey() : undefined;
  }

  read(block: Block, place: number): number {
    const { numbers, limit, start, end, height, scores } = block;
    const first = scores + place * height;
    if (this.#survey === undefined) {
      readFew(this.column, block, first);
      return 0;
    }
    const { gaps, min, max } = this.#survey;
    copyWithGaps(this.column.values, gaps, start, end, numbers, first);
    if (!(Math.max(-min, max) < limit)) block.isWild = true;
    return 0;
  }

  stateOf(unit: number): number {
    return this.column.states[unit]!;
  }
}

function readFew({ values, states }: Column, block: Block, first: number): void {
  const { numbers, limit, start, end } = block;
  for (let unit = start, at = first; unit < end; unit++, at++) {
    const score = states[unit] === codes.present ? values[unit]! : Number.NaN;
    numbers[at] = score;
    if (Math.abs(score) >= limit) block.isWild = true;
  }
}

/** Of no more units what was read is remembered: for more, memory is dearer than time. */
const fewUnits = 4096;

/** What was read of all units at once. */
interface Remembered {
  /** From the second reading on, as most are read once: those of an earlier scoring are read at every change of weights. */
  readonly numbers: Float64Array | undefined;
  readonly nTruncated: number;
  readonly limit: number;
  readonly isWild: boolean;
}

export abstract class ScoresOnDemand implements NodeScores, Column {
  readonly #nUnits: number;
  #column: Column | undefined;
  #remembered: Remembered | undefined;

  constructor(nUnits: number) {
    this.#nUnits = nUnits;
  }

  /** As `read`. */
  protected abstract compute(block: Block, place: number): number;
  abstract stateOf(unit: number): number;

  read(block: Block, place: number): number {
    if (this.#nUnits > fewUnits || block.end - block.start < this.#nUnits) return this.compute(block, place);
    const first = block.scores + place * block.height;
    const before = this.#remembered;
    if (before?.numbers !== undefined && before.limit === block.limit) {
      copyNumbers(before.numbers, 0, before.numbers.length, block.numbers, first);
      if (before.isWild) block.isWild = true;
      return before.nTruncated;
    }
    const wasWild = block.isWild;
    block.isWild = false;
    const nTruncated = this.compute(block, place);
    const { limit, isWild } = block;
    const isSecond = before?.limit === limit;
    const numbers = isSecond ? block.numbers.slice(first, first + block.height) : undefined;
    this.#remembered = { numbers, nTruncated, limit, isWild };
    block.isWild ||= wasWild;
    return nTruncated;
  }

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
