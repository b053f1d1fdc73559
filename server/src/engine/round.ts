/**
 * The one place that rounds. Numbers are rounded as the decimals that they print as (31.25 → 31.3, 1.005 → 1.01),
 * never as their binary fractions.
 */
import type { Plan } from './plan.ts';
import type { RankingPlan } from './rankingPlan.ts';

export type RoundingMode = 'half-up' | 'half-even' | 'down';

/**
 * `value` to `decimals` (≥ 0) decimal places: the number nearest to the rounded decimal. Half-up takes a half away from
 * zero; down cuts towards zero. The value must be finite.
 */
export function roundDecimal(value: number, decimals: number, mode: RoundingMode = 'half-up'): number {
  const size = Math.abs(value);
  const rounded = roundQuickly(size, decimals, mode) ?? roundDigits(size, decimals, mode);
  return (value < 0 ? -rounded : rounded) + 0;
}

/**
 * A total without the dust of binary arithmetic: to 14 digits of the best possible total, 12 decimals on a scale to 100;
 * of a total beyond that (ranks, sums, scores that are not truncated) to 14 digits of its own.
 * So weights and scores whose exact total is 84.125 do not come out as 84.12499999999999 and fall below a rounding, a
 * tier's bound or their equals. Everything that is decided by a total is decided on this.
 */
export function withoutDust(total: number, decimals: number): number {
  return roundDecimal(total, dustOf(total, decimals), 'half-up');
}

/** `decimals`: of the best possible total. */
function dustOf(total: number, decimals: number): number {
  const size = Math.abs(total);
  return size <= largestOf(decimals) ? decimals : dustFor(size);
}

/** The largest total of which so many decimals are 14 digits. */
function largestOf(decimals: number): number {
  return decimals <= 14 ? powersOfTen[14 - decimals]! : 1 / powersOfTen[decimals - 14]!;
}

/**
 * A value worked out from `among` without that dust: to 15 digits, unless it is one of them. So the mean of 10.1, 10.2 and
 * 10.3 is the 10.2 that another unit has, and shares its rank.
 */
export function decimalNear(value: number, among: Float64Array | readonly number[]): number {
  return among.includes(value) ? value : Number(value.toPrecision(15));
}

/** A total as it is printed and tested against bounds: without dust, then rounded if the ranking says so. */
export function roundedAsPlanned(total: number, plan: Plan): number {
  return roundingOf(dustDecimals(plan), plan.ranking.round)(total);
}

/** How totals are rounded: in one step where dust, beyond so many decimals, could not decide, which is nearly always. */
export function roundingOf(dust: number, round: RankingPlan['round']): (total: number) => number {
  if (round === undefined) return total => withoutDust(total, dust);
  const { decimals, mode } = round;
  const least = decimals < dust ? 1 / powersOfTen[dust - decimals]! : Infinity;
  const largest = largestOf(dust);
  return total => {
    const size = Math.abs(total);
    // Beyond the best possible total the dust grows with it, by a power of ten at a time.
    const quick = roundQuickly(size, decimals, mode, size <= largest ? least : (least * 10 * size) / largest);
    if (quick === undefined) return roundDecimal(withoutDust(total, dust), decimals, mode);
    return (total < 0 ? -quick : quick) + 0;
  };
}

export function dustDecimals(plan: Plan): number {
  const largest = Math.max(Math.abs(plan.scale[0]), Math.abs(plan.scale[1])) * Math.abs(plan.indexFactor);
  return dustFor(largest > 0 ? largest : 100);
}

function dustFor(largest: number): number {
  const digitsBefore = Math.ceil(Math.log10(largest));
  return Math.min(20, Math.max(0, 14 - digitsBefore));
}

const powersOfTen = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
];

/**
 * Away from halves (for `down`: from whole numbers) the scaled number decides; `undefined`: it might not. So it does for any
 * number that lies within `dust` of it, in units of the last place kept.
 */
function roundQuickly(size: number, decimals: number, mode: RoundingMode, dust = 0): number | undefined {
  const power = powersOfTen[decimals];
  if (power === undefined) return undefined;
  const scaled = size * power;
  if (!(scaled < 2 ** 50)) return undefined;
  const whole = Math.floor(scaled);
  const fraction = scaled - whole;
  // More than the rounding of `scaled` and the distance from `size` to the decimal that it prints as.
  const doubt = scaled * 1.01 * 2 ** -52 + dust;
  if (mode === 'down') return fraction > doubt && fraction < 1 - doubt ? whole / power : undefined;
  if (Math.abs(fraction - 0.5) <= doubt) return undefined;
  // Both are whole numbers below 2^53 (10^20 is exact too), so the quotient is the nearest number to the decimal.
  return (fraction > 0.5 ? whole + 1 : whole) / power;
}

function roundDigits(size: number, decimals: number, mode: RoundingMode): number {
  const [mantissa = '', exponent = '0'] = String(size).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const nDropped = fraction.length - Number(exponent) - decimals;
  if (nDropped <= 0) return size;
  const divisor = 10n ** BigInt(nDropped);
  const digits = BigInt(whole + fraction);
  const kept = digits / divisor;
  const twiceRest = (digits % divisor) * 2n;
  return Number(`${roundsUp(twiceRest, divisor, kept, mode) ? kept + 1n : kept}e-${decimals}`);
}

function roundsUp(twiceRest: bigint, divisor: bigint, kept: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'down':
      return false;
    case 'half-up':
      return twiceRest >= divisor;
    case 'half-even':
      return twiceRest > divisor || (twiceRest === divisor && kept % 2n === 1n);
  }
}
