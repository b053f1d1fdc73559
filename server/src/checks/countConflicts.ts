/**
 * Counts told one after the other, and those that cannot be true beside the ones before: tiers add up, a group has no
 * more units than all groups together, and where all groups are told they add up to the whole. Knows no text.
 */
import type { IndicatorSystem } from '../model/system.ts';
import type { CountFact } from './publishedCounts.ts';
import { type Bounds, TierCounts } from './tierCounts.ts';

export interface CountConflict {
  readonly fact: CountFact;
  /** What the others make it. */
  readonly bounds: Bounds<CountFact>;
}

export class ToldCounts {
  private readonly told = new Map<string, TierCounts<CountFact>>();
  /** Conditions under which something is told. */
  private readonly toldConditions = new Set<string>();
  readonly conflicts: CountConflict[] = [];

  /** The conditions that the groups of a system make, of which every unit meets one; not where a unit may be in several. */
  private readonly groups: readonly (readonly string[])[];
  private readonly nTiers: number;

  constructor({ units, tiers }: IndicatorSystem) {
    this.nTiers = tiers.length + 1;
    this.groups = units.groups.flatMap(({ id, values = [], separator }) =>
      values.length === 0 || separator !== undefined ? [] : [values.map(({ value }) => `${id.value} = ${value}`)],
    );
  }

  /** Wholes before their parts, so that a part is judged by its whole. */
  tellAll(facts: readonly CountFact[]): void {
    for (const fact of facts.toSorted((a, b) => a.conditions.length - b.conditions.length)) this.tell(fact);
  }

  tell(fact: CountFact): void {
    const bounds = this.bounds(fact);
    if (fact.count < bounds.least || fact.count > bounds.most) this.conflicts.push({ fact, bounds });
    else this.countsOf(fact).tell(fact.from, fact.to, fact.count, fact);
  }

  /** What is told of it, of its parts and of its whole, taken together. */
  bounds(of: CountOf): Bounds<CountFact> {
    return [...this.asPart(of), ...this.asWhole(of)].reduce(tighter, this.own(of) ?? unbounded);
  }

  /** By each way of splitting it into groups: the sum of these. */
  private asWhole(whole: CountOf): readonly Bounds<CountFact>[] {
    return this.groups.flatMap(values => {
      const parts = this.partsOf(whole, values);
      return parts.length === 0 ? [] : followingFrom(parts, leastOf(parts), mostOf(parts, values));
    });
  }

  /** Of each group that it is in: the whole less the other groups; no more than the whole in any case. */
  private asPart(part: CountOf): readonly Bounds<CountFact>[] {
    return part.conditions.map((condition, left) => {
      const whole = { ...part, conditions: part.conditions.filter((_, position) => position !== left) };
      const bounds = this.own(whole) ?? unbounded;
      const values = this.groups.find(each => each.includes(condition));
      const others = (values ?? []).filter(value => value !== condition);
      const parts = this.partsOf(whole, others);
      const least = values === undefined ? 0 : Math.max(0, bounds.least - mostOf(parts, others));
      return followingFrom([bounds, ...parts], least, bounds.most - leastOf(parts));
    });
  }

  /** What is told of the groups of a whole of which anything is. */
  private partsOf(whole: CountOf, values: readonly string[]): readonly Bounds<CountFact>[] {
    return values.flatMap(value => {
      if (!this.toldConditions.has(value)) return [];
      const conditions = whole.conditions.length === 0 ? [value] : [...whole.conditions, value].sort();
      return this.own({ ...whole, conditions }) ?? [];
    });
  }

  private own(of: CountOf): Bounds<CountFact> | undefined {
    return this.told.get(keyOf(of))?.bounds(of.from, of.to);
  }

  private countsOf(fact: CountFact): TierCounts<CountFact> {
    const told = this.told.get(keyOf(fact)) ?? new TierCounts<CountFact>(this.nTiers);
    this.told.set(keyOf(fact), told);
    for (const condition of fact.conditions) this.toldConditions.add(condition);
    return told;
  }
}

function keyOf({ period, conditions }: CountOf): string {
  return [period, ...conditions].join('\n');
}

type CountOf = Pick<CountFact, 'period' | 'conditions' | 'from' | 'to'>;

/** Of what nothing is told. */
const unbounded: Bounds<CountFact> = { least: 0, most: Infinity, because: () => [] };

function leastOf(parts: readonly Bounds<CountFact>[]): number {
  return parts.reduce((sum, { least }) => sum + least, 0);
}

/** Of so many groups as there are values. */
function mostOf(parts: readonly Bounds<CountFact>[], values: readonly string[]): number {
  return parts.length < values.length ? Infinity : parts.reduce((sum, { most }) => sum + most, 0);
}

function followingFrom(parts: readonly Bounds<CountFact>[], least: number, most: number): Bounds<CountFact> {
  return { least, most, because: () => [...new Set(parts.flatMap(({ because }) => because()))] };
}

function tighter(a: Bounds<CountFact>, b: Bounds<CountFact>): Bounds<CountFact> {
  const isTighter = b.least > a.least || b.most < a.most;
  return isTighter ? followingFrom([a, b], Math.max(a.least, b.least), Math.min(a.most, b.most)) : a;
}
