/**
 * The order of many units, hardly comparing any: the way from the lowest value to the highest is cut into runs, the values
 * are dealt to them, and each run, short enough for the nearest memory, is put in order by itself. Runs keep the order of
 * the units, so that what is found for the values of a run goes back to its units run by run too, and nothing is ever
 * looked for all over the memory.
 */
import type { Column } from './column.ts';
import { kernelsFor } from './kernels/choice.ts';
import { type Kernels, nReserved } from './kernels/kernels.ts';
import { plainNumbers, type Sorted } from './orderParams.ts';
import { copyNumbers, copyWithGaps, nAtHand } from './run.ts';
import { type Survey, surveyOf } from './survey.ts';

/** Writes the numbers of the places from `start` up to and without `end` into the memory of the kernels, from `at` on. */
export type WriteNumbers = (kernels: Kernels, at: number, start: number, end: number) => void;

/** Of the units that have a value; equal ones as they stand in the column. */
export class RunOrder implements Sorted {
  /** The places of values that are equal: from the first up to and without the second, from the third up to the fourth … */
  readonly ties: readonly number[];
  readonly #column: Column;
  readonly #dealing: Dealing;
  /** By place: where the value lies once all are dealt. */
  readonly #lies: Uint32Array;
  #values: readonly number[] | undefined;

  constructor(column: Column, survey: Survey) {
    const ties: number[] = [];
    const lies = new Uint32Array(column.values.length - survey.gaps.length);
    this.#column = column;
    this.#dealing = dealingOf(column.values, survey);
    eachRunInOrder(column.values, this.#dealing, (scratch, first, count) => {
      lies.set(scratch.order.subarray(0, count), first);
      addTies(ties, scratch, first, count);
    });
    this.ties = ties;
    this.#lies = lies;
  }

  /** None is −0. Seldom asked for, and as large as the column. May be asked for while the memory of the kernels is in use. */
  get values(): readonly number[] {
    this.#values ??= plainNumbers(this.units, unit => this.#column.values[unit]! + 0);
    return this.#values;
  }

  get units(): Uint32Array {
    const dealt = dealtUnits(this.#dealing, undefined);
    return this.#lies.map(place => dealt[place]!);
  }

  /** Has a number written for each place, so many at a time, and writes it where its unit stands; 0 where there is no value. */
  spread(write: WriteNumbers, to: Float64Array): void {
    const { runs, starts } = this.#dealing;
    const lies = this.#lies;
    const scratch = scratchFor(runs.length, starts.length, 0);
    const { kernels, numbers, atHand, dealt } = scratch;
    for (let start = 0; start < lies.length; start += nAtHand) {
      const end = Math.min(start + nAtHand, lies.length);
      write(kernels, atHand, start, end);
      for (let place = start, at = atHand; place < end; place++, at++) numbers[dealt + lies[place]!] = numbers[at]! + 0;
    }
    numbers.fill(0, dealt, dealt + starts[1]!);
    scratch.starts.set(starts);
    for (let start = 0; start < to.length; start += nAtHand) {
      const end = Math.min(start + nAtHand, to.length);
      scratch.runs.set(runs.subarray(start, end));
      kernels.collect(atHand, end - start, scratch.atRuns, scratch.atStarts, dealt);
      to.set(numbers.subarray(atHand, atHand + end - start), start);
    }
  }
}

/** Units and their values, in place. */
export function sortInRuns(units: Uint32Array, values: Float64Array): void {
  const dealing = dealingOf(values, surveyOf({ values, states: new Uint8Array(values.length) }));
  const dealt = dealtUnits(dealing, units);
  eachRunInOrder(values, dealing, ({ numbers, order, atSorted }, first, count) => {
    for (let index = 0; index < count; index++) units[first + index] = dealt[order[index]!]!;
    values.set(numbers.subarray(atSorted, atSorted + count), first);
  });
}

interface Dealing {
  /** Of each unit; those without a value are in run 0. */
  readonly runs: Uint16Array;
  /** Where each run starts once all are dealt, and where the last ends. */
  readonly starts: Uint32Array;
}

/** About so many values are to be in a run. */
const nInRun = 1024;
/** In fewer it would not be seen that values crowd; to write to more places at once takes longer. */
const [fewestRuns, mostRuns] = [32, 1024];
/** Of so few all may be in one run. */
const fewValues = 128;

/** Runs are of equal width or, where values crowd in few of them, of the width of equally many steps from a number to the next. */
function dealingOf(values: Float64Array, { gaps, min, max }: Survey): Dealing {
  const n = values.length - gaps.length;
  const nRuns = n < fewValues ? 1 : Math.max(fewestRuns, Math.min(Math.ceil(n / nInRun), mostRuns));
  const byWidth = dealingBy(values, gaps, nRuns, [min, max], asItIs);
  // The way may be too long or too short to be cut.
  const crowd = byWidth.starts[1] === gaps.length ? crowdIn(byWidth) : Infinity;
  if (crowd * nRuns <= 8 * n * n) return byWidth;
  const bySteps = dealingBy(values, gaps, nRuns, [stepsTo(min), stepsTo(max)], toSteps);
  return crowdIn(bySteps) < crowd ? bySteps : byWidth;
}

/** How many values each value shares its run with, together. */
function crowdIn({ starts }: Dealing): number {
  let sum = 0;
  for (let run = 1; run < starts.length - 1; run++) sum += (starts[run + 1]! - starts[run]!) ** 2;
  return sum;
}

type Change = (numbers: Float64Array, from: number, to: number) => void;
const asItIs: Change = () => undefined;

function dealingBy(
  values: Float64Array,
  gaps: readonly number[],
  nRuns: number,
  [lowest, highest]: readonly [number, number],
  change: Change,
): Dealing {
  const nUnits = values.length;
  const runs = new Uint16Array(nUnits);
  const scratch = scratchFor(0, nRuns + 2, 0);
  const { kernels, numbers, atHand } = scratch;
  scratch.starts.fill(0);
  const width = (highest - lowest) / (nRuns - 1);
  const cut = { lowest, factor: width > 0 ? 1 / width : 0, nRuns };
  for (let start = 0; start < nUnits; start += nAtHand) {
    const end = Math.min(start + nAtHand, nUnits);
    copyWithGaps(values, gaps, start, end, numbers, atHand);
    change(numbers, atHand, atHand + end - start);
    const nBeyond = (end - start) % 2;
    kernels.runs(atHand, end - start + nBeyond, cut, scratch.atRuns, scratch.atStarts);
    runs.set(scratch.runs.subarray(0, end - start), start);
    scratch.starts[0]! -= nBeyond;
  }
  const starts = new Uint32Array(nRuns + 2);
  for (let run = 0; run <= nRuns; run++) starts[run + 1] = starts[run]! + scratch.starts[run]!;
  return { runs, starts };
}

const upper = new Uint8Array(new Uint32Array([1]).buffer)[0]!;
const oneNumber = new Float64Array(1);

function stepsTo(value: number): number {
  oneNumber[0] = value;
  toSteps(oneNumber, 0, 1);
  return oneNumber[0]!;
}

/** Each number becomes its sign, exponent and first 20 digits as a whole number, which grows with it; NaN stays. */
function toSteps(numbers: Float64Array, from: number, to: number): void {
  const words = new Int32Array(numbers.buffer, numbers.byteOffset);
  for (let at = from; at < to; at++) {
    if (Number.isNaN(numbers[at])) continue;
    numbers[at]! += 0;
    const word = words[2 * at + upper]!;
    numbers[at] = word ^ ((word >> 31) & 0x7fffffff);
  }
}

/** The values, run by run. */
function deal(values: Float64Array, { runs, starts }: Dealing, scratch: Scratch): void {
  const { kernels, numbers, atHand, dealt } = scratch;
  scratch.starts.set(starts);
  for (let start = 0; start < values.length; start += nAtHand) {
    const end = Math.min(start + nAtHand, values.length);
    copyNumbers(values, start, end, numbers, atHand);
    scratch.runs.set(runs.subarray(start, end));
    kernels.deal(atHand, end - start, scratch.atRuns, scratch.atStarts, dealt);
  }
}

/** The units of dealt values; `units`: of the values, if not those of a column. */
function dealtUnits({ runs, starts }: Dealing, units: Uint32Array | undefined): Uint32Array {
  const next = starts.slice();
  const dealt = new Uint32Array(runs.length);
  for (let index = 0; index < runs.length; index++) dealt[next[runs[index]!]!++] = units ? units[index]! : index;
  return dealt;
}

/** `use` is told the first place of each run that has values, and how many; they are then sorted in the scratch memory. */
function eachRunInOrder(
  values: Float64Array,
  { runs, starts }: Dealing,
  use: (scratch: Scratch, first: number, count: number) => void,
): void {
  let largest = 0;
  for (let run = 1; run < starts.length - 1; run++) largest = Math.max(largest, starts[run + 1]! - starts[run]!);
  const scratch = scratchFor(values.length, starts.length, largest);
  deal(values, { runs, starts }, scratch);
  for (let run = 1; run < starts.length - 1; run++) {
    const start = starts[run]!;
    const count = starts[run + 1]! - start;
    if (count === 0) continue;
    sortRun(scratch, start, count);
    use(scratch, start - starts[1]!, count);
  }
}

function addTies(ties: number[], { numbers, atSorted }: Scratch, first: number, count: number): void {
  let before = numbers[atSorted]!;
  for (let index = 1; index < count; index++) {
    const value = numbers[atSorted + index]!;
    if (value === before) {
      if (ties[ties.length - 1] === first + index) ties[ties.length - 1] = first + index + 1;
      else ties.push(first + index - 1, first + index + 1);
    }
    before = value;
  }
}

function sortRun(scratch: Scratch, first: number, count: number): void {
  const { kernels, numbers, dealt, order, atSlots, atSorted, atOrder } = scratch;
  const at = dealt + first;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let index = at; index < at + count; index++) {
    const value = numbers[index]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const factor = (count - 1) / (highest - lowest);
  const slots = { lowest, factor, nSlots: count, counts: atSlots, sorted: atSorted, order: atOrder, first };
  const mostMoves = count < fewValues ? count * count : 8 * count;
  if (factor > 0 && factor < Infinity && kernels.sort(at, count, slots, mostMoves) <= mostMoves) return;
  const places = order.subarray(0, count);
  for (let index = 0; index < count; index++) places[index] = first + index;
  // Many crowd in few slots.
  if (lowest < highest) places.sort((one, other) => numbers[dealt + one]! - numbers[dealt + other]!);
  for (let index = 0; index < count; index++) numbers[atSorted + index] = numbers[dealt + places[index]!]!;
}

type Scratch = ReturnType<typeof scratchFor>;

/** In the memory of the kernels, since new memory takes longer to be had than to be used. */
function scratchFor(nUnits: number, nStarts: number, largestRun: number) {
  const kernels = kernelsFor(nUnits);
  const atHand = nReserved;
  const atRuns = atHand + nAtHand + 2;
  const atStarts = atRuns + nAtHand / 4 + 1;
  const atSlots = atStarts + Math.ceil(nStarts / 2);
  const atOrder = atSlots + Math.ceil(largestRun / 2) + 2;
  const atSorted = atOrder + Math.ceil(largestRun / 2);
  const dealt = atSorted + largestRun;
  const numbers = kernels.memory(dealt + nUnits);
  const { buffer } = numbers;
  return {
    ...{ kernels, numbers, atHand, atRuns, atStarts, atSlots, atOrder, atSorted, dealt },
    runs: new Uint16Array(buffer, 8 * atRuns, nAtHand),
    starts: new Uint32Array(buffer, 8 * atStarts, nStarts),
    order: new Uint32Array(buffer, 8 * atOrder, largestRun),
  };
}
