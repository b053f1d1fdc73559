/** Bounds of a total, of a tier or of a condition: the one place that tests them. */
export interface Bounds {
  readonly atLeast?: number;
  readonly above?: number;
  readonly atMost?: number;
  readonly below?: number;
}

export function isWithin({ atLeast, above, atMost, below }: Bounds, total: number): boolean {
  return (
    (atLeast === undefined || total >= atLeast) &&
    (above === undefined || total > above) &&
    (atMost === undefined || total <= atMost) &&
    (below === undefined || total < below)
  );
}
