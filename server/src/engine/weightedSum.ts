/**
 * Weighted sums of many rows at once, each rounded once as by `sumOf`: bit for bit the same, a multiple as fast. Each
 * product is cut in two at a place that is the same for all, so that the upper parts add up without any rounding and the
 * lower parts with next to none; where that could decide the last digit, the row is summed by itself.
 */
import type { Rows } from './rows.ts';
import { sumOf } from './sum.ts';

/** Rows of children, those that take part marked as present, the others with a score that changes no sum. */
export interface WeighedRows {
  readonly rows: Rows;
  /** Of the children, above 0 and below 2; set by set. */
  readonly weights: Float64Array;
  /** The set of each unit; `undefined`: the first. */
  readonly setOf: Uint16Array | undefined;
  /** By row: the weight that takes part. */
  readonly totals: Float64Array;
  /** Memory for a row. */
  readonly products: Float64Array;
}

/** The sum of each row over its total, for the units from `start` to `end`. No term is beyond `limit`, none is NaN. */
export function weightedMeans(
  { rows, weights, setOf, totals, products }: WeighedRows,
  terms: Float64Array,
  start: number,
  end: number,
  means: Float64Array,
): void {
  const { width, limit } = rows;
  // A product is below 2 × limit, so the upper parts are multiples of spread × 2^−52 that add up to less than 2 × spread.
  const spread = 2 ** Math.ceil(Math.log2(2 * Math.max(4, width) * limit));
  const cut = 1.5 * spread;
  const doubt = width * width * spread * 2 ** -105;
  for (let unit = start, at = 0; unit < end; unit++) {
    const first = setOf === undefined ? 0 : setOf[unit]! * width;
    const last = first + width;
    let upper = 0;
    let lower = 0;
    for (let place = first; place < last; place++, at++) {
      const product = weights[place]! * terms[at]!;
      const kept = product + cut - cut;
      upper += kept;
      lower += product - kept;
    }
    const sum = upper + (lower - doubt);
    if (sum === upper + (lower + doubt)) means[unit] = sum / totals[unit - start]!;
    else {
      for (let place = 0; place < width; place++)
        products[place] = weights[first + place]! * terms[at - width + place]!;
      means[unit] = sumOf(products, width) / totals[unit - start]!;
    }
  }
}

/** So far apart two terms of a row are that its mean lies between its scores however it was rounded. */
export function reachOfRounding({ weights }: WeighedRows, bound: number): number {
  let least = Infinity;
  let total = 0;
  for (let place = 0; place < weights.length; place++) {
    least = Math.min(least, weights[place]!);
    total += weights[place]!;
  }
  return (bound * total * 2 ** -48) / least;
}

/** As `withinTerms`, over those of a row that take part. */
export function withinRow({ scores, states, width }: Rows, row: number, mean: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (let at = row * width; at < (row + 1) * width; at++) {
    if (states[at] !== 0) continue;
    const score = scores[at]!;
    if (score < low) low = score;
    if (score > high) high = score;
  }
  return Math.min(Math.max(mean, low), high);
}
