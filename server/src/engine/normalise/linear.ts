/** The straight line that most normalisations draw. */
import type { Direction, Range, Reason } from '../plan.ts';

/**
 * From [lower, upper] onto `range` [a, b]: a + (b − a)(x − lower)/(upper − lower), for the direction `negative`
 * a + (b − a)(upper − x)/(upper − lower). Both ends are met exactly, values between them stay inside; nothing is
 * truncated. `constant` unless lower < upper.
 */
export function linearScore(
  from: Range,
  [start, end]: Range,
  direction: Direction,
): ((value: number) => number) | Reason {
  const [lower, upper] = from;
  const width = upper - lower;
  const height = end - start;
  if (!(width > 0)) return 'constant';
  if (!Number.isFinite(width) || !Number.isFinite(height)) return 'overflow';
  const isPositive = direction === 'positive';
  // Multiplying before dividing keeps 100 × 29/100 at 29.
  const multipliesFirst = Number.isFinite(width * height);
  const low = Math.min(start, end);
  const high = Math.max(start, end);
  return value => {
    const distance = isPositive ? value - lower : upper - value;
    if (distance === width) return end;
    const rise =
      width === height ? distance : multipliesFirst ? (height * distance) / width : height * (distance / width);
    const score = start + rise;
    const isInside = distance >= 0 && distance < width;
    return isInside ? Math.min(Math.max(score, low), high) : score;
  };
}
