/** Numbers as they are shown. Pure. A missing number is an en dash; negative numbers have a real minus sign. */

import type { PreviewReport } from '../../../../server/src/protocol/preview.ts';

type Locale = PreviewReport['locale'];

export const absent = '–';

export function formatScore(score: number | null | undefined, decimals: number): string {
  return score == null ? absent : withMinus(score.toFixed(decimals));
}

/** Ranks are whole, or halves and thirds under fractional ties. */
export function formatRank(rank: number | null | undefined): string {
  return rank == null ? absent : Number.isInteger(rank) ? String(rank) : String(Number(rank.toFixed(2)));
}

/** ▲2, ▼1, =. */
export function formatPlaces(places: number): string {
  if (places === 0) return '=';
  return `${places > 0 ? '▲' : '▼'}${formatRank(Math.abs(places))}`;
}

/** +0.35, −0.10; what is zero at these decimals has no sign. */
export function formatDifference(difference: number, decimals: number): string {
  const text = Math.abs(difference).toFixed(decimals);
  if (Number(text) === 0) return text;
  return (difference > 0 ? '+' : '−') + text;
}

/** A share 0–1 as a percentage with at most one decimal: `12.5 %`, in Chinese `12.5%`. */
export function formatShare(share: number, locale: Locale): string {
  return inPercent(String(Number((share * 100).toFixed(1))), locale);
}

/** As `formatShare`, for columns: always with one decimal. */
export function alignedShare(share: number, locale: Locale): string {
  return inPercent((share * 100).toFixed(1), locale);
}

function inPercent(text: string, locale: Locale): string {
  return locale === 'en' ? `${text} %` : `${text}%`;
}

/** All digits that a number has, for those who look closely. */
export function formatExact(value: number): string {
  return withMinus(String(Number(value.toPrecision(12))));
}

/** Where a value lies in a range, 0–1, clamped; 0 for an empty range. */
export function positionIn(value: number, [lowest, highest]: readonly [number, number]): number {
  return highest > lowest ? Math.min(1, Math.max(0, (value - lowest) / (highest - lowest))) : 0;
}

export function withMinus(text: string): string {
  return text.replace('-', '−');
}
