/**
 * What counts of tiers say about each other: with c(i) units in the best i tiers a count of tiers is a difference of two
 * of them, and none falls. From the differences that are known follow a least and a most for every other. Knows no text.
 */

export interface Bounds<Fact> {
  readonly least: number;
  readonly most: number;
  /** What they follow from; put together when asked for. */
  readonly because: () => readonly Fact[];
}

/** A fact, or limits that were put together, in this order; `undefined`: nothing that was told. */
type Reason<Fact> = { readonly fact: Fact } | { readonly parts: readonly Reason<Fact>[] } | undefined;

/** Counts over `nTiers` tiers, told one after the other; `Fact`: who says so. */
export class TierCounts<Fact> {
  private readonly nPlaces: number;
  /** c(to) − c(from) is at most this, and why; one `from` after the other. */
  private readonly limits: Float64Array;
  private readonly reasons: Reason<Fact>[];

  constructor(nTiers: number) {
    this.nPlaces = nTiers + 1;
    // c(from) ≤ c(to) for from ≤ to: going back adds nothing.
    this.limits = new Float64Array(this.nPlaces ** 2);
    for (let from = 0; from < nTiers; from++) this.limits.fill(Infinity, this.at(from, from + 1), this.at(from + 1, 0));
    this.reasons = new Array(this.limits.length).fill(undefined);
  }

  /** Of the tiers from position `from` to before `to`. */
  bounds(from: number, to: number): Bounds<Fact> {
    const [up, down] = [this.at(from, to), this.at(to, from)];
    const reasons = [this.reasons[up], this.reasons[down]];
    return { least: 0 - this.limits[down]!, most: this.limits[up]!, because: () => factsOf({ parts: reasons }) };
  }

  /** Only what is within the bounds. */
  tell(from: number, to: number, count: number, fact: Fact): void {
    this.limit(from, to, count, { fact });
    this.limit(to, from, -count, { fact });
  }

  /** Every difference that becomes tighter by way of the new one does; those that lead to it and on from it do not. */
  private limit(from: number, to: number, given: number, reason: Reason<Fact>): void {
    const { limits, reasons, nPlaces } = this;
    if (given >= limits[this.at(from, to)]!) return;
    for (let a = 0; a < nPlaces; a++) {
      const head = this.at(a, from);
      for (let b = 0; b < nPlaces; b++) {
        const tail = this.at(to, b);
        const most = limits[head]! + given + limits[tail]!;
        const way = this.at(a, b);
        if (most >= limits[way]!) continue;
        limits[way] = most;
        reasons[way] = { parts: [reasons[head], reason, reasons[tail]] };
      }
    }
  }

  private at(from: number, to: number): number {
    return from * this.nPlaces + to;
  }
}

/** Each once; limits that many others were made of are gone through once. */
function factsOf<Fact>(reason: Reason<Fact>): readonly Fact[] {
  const facts = new Set<Fact>();
  const seen = new Set<Reason<Fact>>();
  const waiting = [reason];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next === undefined || seen.has(next)) continue;
    seen.add(next);
    if ('fact' in next) facts.add(next.fact);
    else waiting.push(...next.parts.toReversed());
  }
  return [...facts];
}
