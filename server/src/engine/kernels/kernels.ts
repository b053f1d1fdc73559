/**
 * What is done to many numbers at once: the innermost loops of a scoring. They work on numbers in one memory, in runs
 * that start at even places, and may read and write one number beyond the end of a run. They are written twice, for
 * WebAssembly (`compiled.ts`) and in plain TypeScript (`plain.ts`), with the same operations in the same order, so that
 * both give the same bits.
 */

export interface Kernels {
  /** At least so many numbers. Those given before are no longer to be used, and what they were is of no account. */
  memory(nNumbers: number): Float64Array;
  /**
   * In place: along the line, then cut off at `least` and `most`. Answers how many were cut off or are NaN, and 65536 times
   * how many are then not below `reach` in size, NaN among them.
   */
  line(at: number, count: number, line: Line, least: number, most: number, reach: number): number;
  /** In place: along the slope, then cut off. Answers how many were cut off or are NaN, and 65536 times how many are NaN. */
  cut(at: number, count: number, slope: Slope, least: number, most: number): number;
  /** In place: along the slope. */
  slope(at: number, count: number, slope: Slope): void;
  /** Natural logarithms, NaN of what is not a normal number above 0. `from` and `to` may be the same. */
  logarithms(from: number, count: number, to: number): void;
  /** In place; NaN of what is beyond 700 in size. Answers how many are NaN. */
  exponentials(at: number, count: number): number;
  /**
   * Of each row of the columns, of those that have a score: the weighted sum of the terms over the sum of the weights, each
   * rounded once; and the lowest and the highest score. The mean is NaN where there are no scores, where a term is NaN, or
   * where the parts of a product do not add up without rounding.
   */
  means(at: number, count: number, columns: Columns): void;
  /** In place: raised to what stands at `lowest`, lowered to what stands at `highest`, never −0. Answers how many are NaN. */
  settle(at: number, count: number, lowest: number, highest: number): number;
  /**
   * The lowest numbers of both halves go to the first two places of the memory, the highest to the next two (infinite
   * where there are none), without those that are NaN. Answers how many numbers are −0 or not finite.
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

/** x becomes start + rise · (x − origin)/width. */
export interface Slope {
  readonly origin: number;
  readonly rise: number;
  readonly width: number;
  readonly start: number;
}

/** `width` columns, each `height` numbers after the one before. The other names are places in the memory. */
export interface Columns {
  readonly width: number;
  readonly height: number;
  /** Where there is no score, it is NaN; that of a term may be anything there. */
  readonly scores: number;
  readonly terms: number;
  /** For each column its weight and the two parts that it is the sum of: either parts add up without any rounding. */
  readonly weights: number;
  /** For each row. */
  readonly lowest: number;
  readonly highest: number;
  /** Products are cut in two by adding and taking away this, so that the upper parts add up without any rounding. */
  readonly cut: number;
  /** So do lower parts that adding and taking away this does not change. */
  readonly secondCut: number;
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
