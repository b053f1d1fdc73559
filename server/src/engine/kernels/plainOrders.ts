/** The plain kernels that put numbers in order. What they do is said in `kernels.ts`. */
import { type Runs, type Slots, toNearest } from './kernels.ts';

export function runsOf(
  numbers: Float64Array,
  at: number,
  count: number,
  { lowest, factor, nRuns }: Runs,
  runsTo: number,
  countsAt: number,
): void {
  const runs = new Uint16Array(numbers.buffer, 8 * runsTo, count);
  const counts = new Uint32Array(numbers.buffer, 8 * countsAt, nRuns + 1);
  for (let index = 0; index < count; index++) {
    const way = (numbers[at + index]! - lowest) * factor + 1;
    const run = Number.isNaN(way) ? 0 : Math.max(1, Math.min(way, nRuns)) + toNearest - toNearest;
    runs[index] = run;
    counts[run]!++;
  }
}

export function sortInSlots(
  numbers: Float64Array,
  at: number,
  count: number,
  { lowest, factor, nSlots, counts: countsAt, sorted, order: orderAt, first }: Slots,
  mostMoves: number,
): number {
  const counts = new Uint32Array(numbers.buffer, 8 * countsAt, nSlots).fill(0);
  const order = new Uint32Array(numbers.buffer, 8 * orderAt, count);
  const slotOf = (value: number) => (value - lowest) * factor + toNearest - toNearest;
  for (let index = at; index < at + count; index++) counts[slotOf(numbers[index]!)]!++;
  let before = 0;
  for (let slot = 0; slot < nSlots; slot++) {
    const inSlot = counts[slot]!;
    counts[slot] = before;
    before += inSlot;
  }
  for (let index = 0; index < count; index++) {
    const value = numbers[at + index]!;
    const place = counts[slotOf(value)]!++;
    numbers[sorted + place] = value;
    order[place] = first + index;
  }
  let moves = 0;
  for (let index = 1; index < count; index++) {
    const value = numbers[sorted + index]!;
    if (!(value < numbers[sorted + index - 1]!)) continue;
    const entry = order[index]!;
    let place = index;
    while (place > 0 && value < numbers[sorted + place - 1]!) {
      numbers[sorted + place] = numbers[sorted + place - 1]!;
      order[place] = order[place - 1]!;
      place--;
      moves++;
    }
    numbers[sorted + place] = value;
    order[place] = entry;
    if (moves > mostMoves) return moves;
  }
  return moves;
}

export function deal(
  numbers: Float64Array,
  at: number,
  count: number,
  runsFrom: number,
  nextAt: number,
  to: number,
): void {
  const runs = new Uint16Array(numbers.buffer, 8 * runsFrom, count);
  const next = new Uint32Array(numbers.buffer, 8 * nextAt);
  for (let index = 0; index < count; index++) numbers[to + next[runs[index]!]!++] = numbers[at + index]!;
}

export function collect(
  numbers: Float64Array,
  at: number,
  count: number,
  runsFrom: number,
  nextAt: number,
  from: number,
): void {
  const runs = new Uint16Array(numbers.buffer, 8 * runsFrom, count);
  const next = new Uint32Array(numbers.buffer, 8 * nextAt);
  for (let index = 0; index < count; index++) numbers[at + index] = numbers[from + next[runs[index]!]!++]!;
}
