/** Where the scores of a node are had from: a column that is written down, or one that is computed when it is asked for. */
import { type Block, type BlockMemory, blockMemory, blockOf, eachBlock, gapBit } from './block.ts';
import { type Column, codes, emptyColumn } from './column.ts';

export interface NodeScores {
  /** All of them. What was not written down is when this is first read. */
  readonly column: Column;
  readonly isWritten: boolean;
  /** Writes those of the units at hand into one column of the block; answers how many were truncated. */
  read(block: Block, place: number): number;
}

/** What is on demand stays so: to write it down while a block is filled would fill the same memory. */
export function writtenScores(column: Column): NodeScores {
  if (column instanceof ColumnOnDemand) return { column, isWritten: true, read: column.read };
  return { column, isWritten: true, read: (block, place) => copyScores(column, block, place) };
}

/** `read` computes them. */
export function scoresOnDemand(nUnits: number, read: NodeScores['read']): NodeScores {
  return { column: new ColumnOnDemand(nUnits, read), isWritten: false, read };
}

/** A class, since objects of one are made many times as fast as objects with getters of their own. */
class ColumnOnDemand implements Column {
  readonly #nUnits: number;
  readonly read: NodeScores['read'];
  #column: Column | undefined;

  constructor(nUnits: number, read: NodeScores['read']) {
    this.#nUnits = nUnits;
    this.read = read;
  }

  get values(): Float64Array {
    return this.#written().values;
  }

  get states(): Uint8Array {
    return this.#written().states;
  }

  #written(): Column {
    if (this.#column === undefined) {
      this.#column = emptyColumn(this.#nUnits);
      writeAll(this.read, this.#column, blockMemory(1, this.#nUnits));
    }
    return this.#column;
  }
}

/** Writes all scores into an empty column and answers how many were truncated. */
export function writeAll(read: NodeScores['read'], { values, states }: Column, memory: BlockMemory): number {
  const block = blockOf(1, 1, values.length, Infinity, memory);
  const { numbers, scores } = block;
  let nTruncated = 0;
  const use = () => {
    const { start, end } = block;
    for (let unit = start, at = scores; unit < end; unit++, at++) {
      // A negative zero becomes zero.
      values[unit] = numbers[at]! + 0;
      states[unit] = block.states[unit - start]!;
    }
  };
  eachBlock(block, values.length, () => (nTruncated += read(block, 0)), use);
  return nTruncated;
}

function copyScores({ values, states }: Column, block: Block, place: number): number {
  const { numbers, limit, start, end, height } = block;
  const first = block.scores + place * height;
  for (let unit = start, row = 0; unit < end; unit++, row++) {
    const score = values[unit]!;
    numbers[first + row] = score;
    if (states[unit] !== codes.present) {
      numbers[first + row] = block.neutral;
      block.states[place * height + row] = states[unit]!;
      block.gaps[row]! |= gapBit(place);
    } else if (!(Math.abs(score) < limit)) block.isWild = true;
  }
  return 0;
}
