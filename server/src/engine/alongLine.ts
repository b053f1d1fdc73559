/** Scores of many numbers that lie along a line, by the kernel that does no more than it must. Knows nothing of methods. */
import type { Kernels, Line } from './kernels/kernels.ts';

/** Scores are cut off at `least` and `most`; those not below `reach` in size are counted. */
export interface Limits {
  readonly least: number;
  readonly most: number;
  readonly reach: number;
}

/**
 * Whether the line is a slope wherever a value lies on it: in the arithmetic of the machine too scores along a line grow or
 * fall with the values, so that none is outside where both ends are met exactly.
 */
export function isSlope({ span, height, width, start, end }: Line): boolean {
  return !(span > 0) || start + (height * span) / width === end;
}

/** In place. Answers how many were cut off or are NaN, and 65536 times how many are then not below `reach`, NaN among them. */
export function scoreAlong(
  kernels: Kernels,
  at: number,
  count: number,
  line: Line,
  { least, most, reach }: Limits,
): number {
  const isCutToEnds = line.span > 0 && least === line.low && most === line.high && Math.max(-least, most) < reach;
  return isCutToEnds && isSlope(line)
    ? kernels.cut(at, count, line, least, most)
    : kernels.line(at, count, line, least, most, reach);
}
