/**
 * What is done to many numbers at once: the innermost loops of a scoring. They work on numbers in one memory, in runs
 * that start at even places, and may read and write one number beyond the end of a run. They are written twice, for
 * WebAssembly (`compiled.ts`) and in plain TypeScript (`plain.ts`), with the same operations in the same order, so that
 * both give the same bits.
 */

export interface Kernels {
  /** At least so many numbers. Those given before are no longer to be used, and what they were is of no account. */
  memory(nNumbers: number): Float64Array;
  /** For what is to stay in the memory; the plain kernels have none. */
  readonly lodging: Lodging | undefined;
  /**
   * In place: along the line, then cut off at `least` and `most`. Answers how many were cut off or are NaN, and 65536 times
   * how many are then not below `reach` in size, NaN among them.
   */
  line(at: number, count: number, line: Line, least: number, most: number, reach: number): number;
  /** In place: along the slope, then cut off. Answers how many were cut off or are NaN, and 65536 times how many are NaN. */
  cut(at: number, count: number, slope: Slope, least: number, most: number): number;
  /** Along the slope. `from` and `to` may be the same. */
  slope(from: number, count: number, slope: Slope, to: number): void;
  /** Along the line, of values that all lie on it, from distance 0 up to `span`. `from` and `to` may be the same. */
  between(from: number, count: number, line: Line, to: number): void;
  /** Natural logarithms, NaN of what is not a normal number above 0. `from` and `to` may be the same. */
  logarithms(from: number, count: number, to: number): void;
  /** In place; NaN of what is beyond 700 in size. */
  exponentials(at: number, count: number): void;
  /**
   * Of each row of the columns, of those that have a score: the weighted sum of the terms over the sum of the weights, each
   * rounded once. NaN where there are no scores, where a term is NaN, or where the parts of a product do not add up without
   * rounding. Goes by fours: up to three numbers beyond the run are read and written.
   */
  means(at: number, count: number, columns: Columns): void;
  /**
   * In place: a mean that is not farther than `doubt` from the first score, or has none, is raised to the lowest and lowered
   * to the highest score of its row; none is −0. Answers how many are NaN.
   */
  settle(at: number, count: number, columns: Columns): number;
  /**
   * Writes NaN where a state is not 0, and which those are from the place `units` on, where there is room for as many
   * numbers as there are states, an eighth of them more, and three. Answers how many they are, and 65536 times how many of
   * the numbers there were −0 or not finite.
   */
  gaps(at: number, states: Uint8Array, units: number): number;
  /**
   * The lowest numbers of both halves go to the first two places of the memory, the highest to the next two (infinite
   * where there are none), without those that are NaN. Answers how many numbers are −0 or NaN.
   */
  survey(at: number, count: number): number;
  /** The squares, and what each lost when it was rounded. Numbers are below 1e150 in size. */
  squares(at: number, count: number, squares: number, lost: number): void;
  /**
   * Each number is cut in two parts by adding and taking away `cut`, the lower of them by `secondCut` again. The sums of the
   * uppermost parts go to the first two places of the memory, those of the second to the next two. Answers how often
   * something was left over.
   */
  cutSums(at: number, count: number, cut: number, secondCut: number): number;
  /**
   * The run of each number: 1 + (x − lowest) · factor to the nearest whole number, no less than 1, no more than `nRuns`; 0
   * where it is NaN. They are written from the place `runs` on, 16 bits each, and counted from `counts` on, 32 bits each.
   */
  runs(at: number, count: number, { lowest, factor, nRuns }: Runs, runs: number, counts: number): void;
  /** In ascending order, equal ones as they are. Answers how many moves that took in the end; stops where they are more. */
  sort(at: number, count: number, slots: Slots, mostMoves: number): number;
  /**
   * Each number goes to the next place of its run: these are 32 bits each, from `next` on, counted from the place `to`, the
   * runs 16 bits each.
   */
  deal(at: number, count: number, runs: number, next: number, to: number): void;
  /** The other way round: in place, the next number of the run of each. */
  collect(at: number, count: number, runs: number, next: number, from: number): void;
}

/** Numbers that stay in the memory of the kernels, beside those that `memory` gives, for as long as nobody needs the room. */
export interface Lodging {
  /** Another one: what was lodged before does not lie there any more. */
  readonly era: number;
  /** Room for so many numbers in all, and for so many more. */
  readonly size: number;
  readonly free: number;
  /** The place of so many numbers. Those that `memory` gave are no longer to be used. */
  take(nNumbers: number): number;
  clear(): void;
}

/**
 * x becomes start + height · (x − origin) · sign/width. Where the distance (x − origin) · sign is `span` it becomes `end`,
 * and below that, from 0 on, it stays between `low` and `high`.
 */
export interface Line {
  readonly origin: number;
  readonly sign: 1 | -1;
  readonly span: number;
  readonly height: number;
  readonly width: number;
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

/** What the line is where a value lies on it and nothing bounds it. */
export type Slope = Pick<Line, 'origin' | 'sign' | 'height' | 'width' | 'start'>;

/** `width` columns, each `height` numbers after the one before. The other names are places in the memory. */
export interface Columns {
  readonly width: number;
  readonly height: number;
  /** Where there is no score, it is NaN; that of a term may be anything there. */
  readonly scores: number;
  readonly terms: number;
  /** For each column its weight and the two parts that it is the sum of: either parts add up without any rounding. */
  readonly weights: number;
  /** Whether the lower part is 0 for every column. */
  readonly areWhole: boolean;
  /** Products are cut in two by adding and taking away this, so that the upper parts add up without any rounding. */
  readonly cut: number;
  /** So do lower parts that adding and taking away this does not change, as those of larger products. */
  readonly secondCut: number;
  /** No mean that rounding put outside its scores is so far from the first of them. */
  readonly doubt: number;
}

/** Runs of equal width. */
export interface Runs {
  readonly lowest: number;
  readonly factor: number;
  readonly nRuns: number;
}

/** Numbers are in order once they lie in slots of equal width, but for those that share one. */
export interface Slots {
  readonly lowest: number;
  /** How many slots there are to the number; all lie below `nSlots`. */
  readonly factor: number;
  readonly nSlots: number;
  /** Places in the memory: room for a whole number of 32 bits for each slot; where the numbers go, and where they were, 32 bits each. */
  readonly counts: number;
  readonly sorted: number;
  readonly order: number;
  /** Where the first of them was. */
  readonly first: number;
}

/** Added to a number from 0 up to 2^32 it leaves the nearest whole number, and that in the last bits. */
export const toNearest = 2 ** 52;

/** The first numbers of the memory are the kernels' own. */
export const nReserved = 8;
