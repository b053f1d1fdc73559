/**
 * Runs of a column in the memory of the kernels, so short that they stay in the nearest memory. Knows nothing of what is
 * done to them.
 */

/** So many at a time lie in the nearest memory. */
export const nAtHand = 1024;

/** So few are gone through faster one by one. */
export const nFew = 128;

export function copyNumbers(from: Float64Array, start: number, end: number, to: Float64Array, at: number): void {
  if (end - start > nFew) to.set(from.subarray(start, end), at);
  else for (let index = start, place = at; index < end; index++, place++) to[place] = from[index]!;
}

/**
 * The values of the units, NaN where there is none. `gaps`: the units without, in ascending order. Answers how many there are. A run of an odd number goes on with NaN,
 * which is not counted.
 */
export function copyWithGaps(
  values: Float64Array,
  gaps: readonly number[],
  start: number,
  end: number,
  to: Float64Array,
  at: number,
): number {
  copyNumbers(values, start, end, to, at);
  if ((end - start) % 2 === 1) to[at + end - start] = Number.NaN;
  const first = start === 0 ? 0 : placeFrom(gaps, start);
  let place = first;
  for (; place < gaps.length && gaps[place]! < end; place++) to[at + gaps[place]! - start] = Number.NaN;
  return place - first;
}

/** Of the first gap from a unit on. */
function placeFrom(gaps: readonly number[], unit: number): number {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (gaps[middle]! < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
