/** The kernels in plain TypeScript. What they do is said in `kernels.ts`. */

import { upperHalf } from '../sum.ts';
import type { Columns, Kernels, Line } from './kernels.ts';
import { exponentialWithin, logarithmOfNormal } from './logarithm.ts';
import { collect, deal, runsOf, sortInSlots } from './plainOrders.ts';

export function plainKernels(): Kernels {
  let numbers = new Float64Array(0);
  return {
    lodging: undefined,
    memory: nNumbers => {
      if (numbers.length < nNumbers + 1) numbers = new Float64Array(2 * nNumbers);
      return numbers;
    },
    line: (at, count, line, least, most, reach) => lineOf(numbers, at, count, line, [least, most, reach]),
    cut: (at, count, { origin, sign, height, width, start }, least, most) => {
      const rise = height * sign;
      let nCut = 0;
      let nNaN = 0;
      for (let index = at; index < at + count; index++) {
        const score = start + (rise * (numbers[index]! - origin)) / width;
        let kept = score;
        if (most < kept) kept = most;
        if (kept < least) kept = least;
        numbers[index] = kept;
        if (Number.isNaN(score)) nNaN++;
        if (kept !== score) nCut++;
      }
      return nNaN * 65536 + nCut;
    },
    slope: (from, count, { origin, sign, height, width, start }, to) => {
      const rise = height * sign;
      for (let index = 0; index < count; index++) {
        numbers[to + index] = start + (rise * (numbers[from + index]! - origin)) / width;
      }
    },
    between: (from, count, { origin, sign, span, height, width, start, end, low, high }, to) => {
      for (let index = 0; index < count; index++) {
        const distance = (numbers[from + index]! - origin) * sign;
        let score = start + (height * distance) / width;
        if (high < score) score = high;
        if (score < low) score = low;
        numbers[to + index] = distance === span ? end : score;
      }
    },
    logarithms: (from, count, to) => {
      for (let index = 0; index < count; index++) numbers[to + index] = logarithmOfNormal(numbers[from + index]!);
    },
    exponentials: (at, count) => {
      for (let index = at; index < at + count; index++) numbers[index] = exponentialWithin(numbers[index]!);
    },
    means: (at, count, columns) => meansOf(numbers, at, count, columns),
    settle: (at, count, columns) => settleOf(numbers, at, count, columns),
    gaps: (at, states, units) => {
      let nGaps = 0;
      let nWild = 0;
      for (let unit = 0; unit < states.length; unit++) {
        if (states[unit] === 0) continue;
        const value = numbers[at + unit]!;
        if (Object.is(value, -0) || !Number.isFinite(value)) nWild++;
        numbers[at + unit] = Number.NaN;
        numbers[units + nGaps++] = unit;
      }
      return nWild * 65536 + nGaps;
    },
    survey: (at, count) => surveyOf(numbers, at, count),
    squares: (at, count, squares, lost) => {
      for (let index = 0; index < count; index++) {
        const value = numbers[at + index]!;
        const square = value * value;
        const high = upperHalf(value);
        const low = value - high;
        numbers[squares + index] = square;
        numbers[lost + index] = low * low - (square - high * high - 2 * high * low);
      }
    },
    cutSums: (at, count, cut, secondCut) => cutSumsOf(numbers, at, count, cut, secondCut),
    runs: (at, count, each, runs, counts) => runsOf(numbers, at, count, each, runs, counts),
    sort: (at, count, slots, mostMoves) => sortInSlots(numbers, at, count, slots, mostMoves),
    deal: (at, count, runs, next, to) => deal(numbers, at, count, runs, next, to),
    collect: (at, count, runs, next, from) => collect(numbers, at, count, runs, next, from),
  };
}

function lineOf(
  numbers: Float64Array,
  at: number,
  count: number,
  line: Line,
  limits: readonly [number, number, number],
): number {
  const { origin, sign, span, height, width, start, end, low, high } = line;
  const [least, most, reach] = limits;
  let nCut = 0;
  let nBeyond = 0;
  for (let index = at; index < at + count; index++) {
    const distance = (numbers[index]! - origin) * sign;
    let score = start + (height * distance) / width;
    if (distance >= 0 && distance < span) {
      if (high < score) score = high;
      if (score < low) score = low;
    } else if (distance === span) score = end;
    let kept = score;
    if (most < kept) kept = most;
    if (kept < least) kept = least;
    numbers[index] = kept;
    if (!(kept * kept < reach * reach)) nBeyond++;
    if (kept !== score) nCut++;
  }
  return nBeyond * 65536 + nCut;
}

function meansOf(numbers: Float64Array, at: number, count: number, columns: Columns): void {
  const { width, height, scores, terms, weights, cut, secondCut } = columns;
  for (let row = 0; row < count; row++) {
    let upper = 0;
    let lower = 0;
    let wholes = 0;
    let parts = 0;
    let isExact = true;
    for (let column = 0, place = row; column < width; column++, place += height) {
      const score = numbers[scores + place]!;
      if (Number.isNaN(score)) continue;
      const weight = weights + 3 * column;
      const product = numbers[weight]! * numbers[terms + place]!;
      const kept = product + cut - cut;
      const rest = product - kept;
      if (rest + secondCut - secondCut !== rest) isExact = false;
      upper += kept;
      lower += rest;
      wholes += numbers[weight + 1]!;
      parts += numbers[weight + 2]!;
    }
    numbers[at + row] = isExact ? (upper + lower) / (wholes + parts) : Number.NaN;
  }
}

function settleOf(numbers: Float64Array, at: number, count: number, { width, height, scores, doubt }: Columns): number {
  let nNaN = 0;
  for (let row = 0; row < count; row++) {
    let mean = numbers[at + row]!;
    const first = scores + row;
    if (!(doubt < Math.abs(mean - numbers[first]!))) {
      let low = Infinity;
      let high = -Infinity;
      for (let column = 0, place = first; column < width; column++, place += height) {
        const score = numbers[place]!;
        if (score < low) low = score;
        if (high < score) high = score;
      }
      if (mean < low) mean = low;
      if (high < mean) mean = high;
      if (Number.isNaN(mean)) nNaN++;
    }
    numbers[at + row] = mean + 0;
  }
  return nNaN;
}

function surveyOf(numbers: Float64Array, at: number, count: number): number {
  let lowest = Infinity;
  let highest = -Infinity;
  let nWild = 0;
  for (let index = 0; index < count; index++) {
    const value = numbers[at + index]!;
    if (value === 0 ? 1 / value < 0 : Number.isNaN(value)) nWild++;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  numbers.fill(lowest, 0, 2).fill(highest, 2, 4);
  return nWild;
}

function cutSumsOf(numbers: Float64Array, at: number, count: number, cut: number, secondCut: number): number {
  const sums = [0, 0, 0, 0];
  let nLeftOver = 0;
  for (let index = 0; index < count; index++) {
    const value = numbers[at + index]!;
    const upper = value + cut - cut;
    const rest = value - upper;
    const middle = rest + secondCut - secondCut;
    sums[index % 2]! += upper;
    sums[2 + (index % 2)]! += middle;
    if (rest !== middle) nLeftOver++;
  }
  numbers.set(sums);
  return nLeftOver;
}
