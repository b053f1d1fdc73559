/** Numbers as they are shown. Pure. A missing number is an en dash; negative numbers have a real minus sign. */

import type { PreviewReport } from '../../../../server/src/protocol/preview.ts';

type Locale = PreviewReport['locale'];

export const absent = '–';

export function formatScore(score: number | null | undefined, decimals: number): string {
  return score == null ? absent : withMinus(fixed(score, decimals));
}

/** Ranks are whole, or halves and thirds under fractional ties. */
export function formatRank(rank: number | null | undefined): string {
  return rank == null ? absent : Number.isInteger(rank) ? String(rank) : String(Number(fixed(rank, 2)));
}

/** ▲2, ▼1, =. */
export function formatPlaces(places: number): string {
  if (places === 0) return '=';
  return `${places > 0 ? '▲' : '▼'}${formatRank(Math.abs(places))}`;
}

/** +0.35, −0.10; what is zero at these decimals has no sign. */
export function formatDifference(difference: number, decimals: number): string {
  const text = fixed(withoutDust(Math.abs(difference)), decimals);
  if (Number(text) === 0) return text;
  return (difference > 0 ? '+' : '−') + text;
}

/** A share 0–1 as a percentage with at most one decimal: `12.5 %`, in Chinese `12.5%`. */
export function formatShare(share: number, locale: Locale): string {
  return inPercent(String(Number(fixed(withoutDust(share * 100), 1))), locale);
}

/** As `formatShare`, for columns: always with one decimal. */
export function alignedShare(share: number, locale: Locale): string {
  return inPercent(fixed(withoutDust(share * 100), 1), locale);
}

function inPercent(text: string, locale: Locale): string {
  return locale === 'en' ? `${text} %` : `${text}%`;
}

/** All digits that a number has, for those who look closely. */
export function formatExact(value: number): string {
  return withMinus(String(withoutDust(value)));
}

/** Where a value lies in a range, 0–1, clamped; 0 for an empty range. */
export function positionIn(value: number, [lowest, highest]: readonly [number, number]): number {
  return highest > lowest ? Math.min(1, Math.max(0, (value - lowest) / (highest - lowest))) : 0;
}

/** Rounded as the decimal that a number is written as, halves away from zero: 60.175 is 60.18, where `toFixed` says 60.17. */
export function fixed(value: number, decimals: number): string {
  const whole = Math.round(shifted(Math.abs(value), decimals));
  if (!(whole < 1e15)) return value.toFixed(decimals);
  const text = shifted(whole, -decimals).toFixed(decimals);
  return value < 0 && whole > 0 ? `-${text}` : text;
}

/** The number with its point moved to the right, digit by digit. */
function shifted(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Without what binary arithmetic has left behind the twelfth digit. */
function withoutDust(value: number): number {
  return Number(value.toPrecision(12));
}

export function withMinus(text: string): string {
  return text.replace('-', '−');
}
