/**
 * What counts of tiers say about each other: with c(i) units in the best i tiers a count of tiers is a difference of two
 * of them, and none falls. From the differences that are known follow a least and a most for every other. Knows no text.
 */

export interface Bounds<Fact> {
  readonly least: number;
  readonly most: number;
  /** What they follow from; put together when asked for. */
  readonly because: readonly Fact[];
}

interface Limit<Fact> {
  /** c(to) − c(from) is at most this. */
  readonly most: number;
  readonly because: readonly Fact[];
}

/** Counts over `nTiers` tiers, told one after the other; `Fact`: who says so. */
export class TierCounts<Fact> {
  private readonly limits: Limit<Fact>[][];

  private readonly nTiers: number;

  constructor(nTiers: number) {
    this.nTiers = nTiers;
    const nowhere = { most: Number.POSITIVE_INFINITY, because: [] };
    const none = { most: 0, because: [] };
    // c(from) ≤ c(to) for from ≤ to: going back adds nothing.
    this.limits = Array.from({ length: nTiers + 1 }, (_, from) =>
      Array.from({ length: nTiers + 1 }, (_, to) => (to <= from ? none : nowhere)),
    );
  }

  /** Of the tiers from position `from` to before `to`. */
  bounds(from: number, to: number): Bounds<Fact> {
    const [up, down] = [this.limits[from]![to]!, this.limits[to]![from]!];
    return {
      least: 0 - down.most,
      most: up.most,
      get because() {
        return [...new Set([...up.because, ...down.because])];
      },
    };
  }

  /** Only what is within the bounds. */
  tell(from: number, to: number, count: number, fact: Fact): void {
    this.limit(from, to, { most: count, because: [fact] });
    this.limit(to, from, { most: -count, because: [fact] });
  }

  tellMost(from: number, to: number, count: number, fact: Fact): void {
    this.limit(from, to, { most: count, because: [fact] });
  }

  /** Every difference that becomes tighter by way of the new one does. */
  private limit(from: number, to: number, given: Limit<Fact>): void {
    if (given.most >= this.limits[from]![to]!.most) return;
    const before = this.limits.map(row => [...row]);
    for (let a = 0; a <= this.nTiers; a++) {
      for (let b = 0; b <= this.nTiers; b++) {
        const [head, tail] = [before[a]![from]!, before[to]![b]!];
        const most = head.most + given.most + tail.most;
        if (most < before[a]![b]!.most) {
          this.limits[a]![b] = { most, because: [...new Set([...head.because, ...given.because, ...tail.because])] };
        }
      }
    }
  }
}
