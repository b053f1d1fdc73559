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
  readonly conflicts: CountConflict[] = [];

  /** The conditions that the groups of a system make, of which every unit meets one; not where a unit may be in several. */
  private readonly groups: ReadonlyMap<string, readonly string[]>;
  private readonly nTiers: number;
  /** Of what nothing is told. */
  private readonly nothing: TierCounts<CountFact>;

  constructor({ units, tiers }: IndicatorSystem) {
    this.nTiers = tiers.length + 1;
    this.nothing = new TierCounts(this.nTiers);
    this.groups = new Map(
      units.groups.flatMap(({ id, values = [], separator }) =>
        values.length === 0 || separator !== undefined
          ? []
          : [[id.value, values.map(({ value }) => `${id.value} = ${value}`)] as const],
      ),
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
    return [...this.asPart(of), ...this.asWhole(of)].reduce(tighter, this.own(of));
  }

  /** By each way of splitting it into groups: the sum of these. */
  private asWhole(whole: CountOf): readonly Bounds<CountFact>[] {
    return [...this.groups].map(([, values]) => {
      const parts = values.map(value => this.own({ ...whole, conditions: [...whole.conditions, value].sort() }));
      return followingFrom(parts, total(parts, 'least'), total(parts, 'most'));
    });
  }

  /** Of each group that it is in: the whole less the other groups; no more than the whole in any case. */
  private asPart(part: CountOf): readonly Bounds<CountFact>[] {
    return part.conditions.map((condition, left) => {
      const conditions = part.conditions.filter((_, position) => position !== left);
      const whole = this.own({ ...part, conditions });
      const values = [...this.groups.values()].find(each => each.includes(condition));
      const others = (values ?? []).filter(value => value !== condition);
      const parts = others.map(value => this.own({ ...part, conditions: [...conditions, value].sort() }));
      const least = values === undefined ? 0 : Math.max(0, whole.least - total(parts, 'most'));
      return followingFrom([whole, ...parts], least, whole.most - total(parts, 'least'));
    });
  }

  private own(of: CountOf): Bounds<CountFact> {
    return (this.told.get(keyOf(of)) ?? this.nothing).bounds(of.from, of.to);
  }

  private countsOf(fact: CountFact): TierCounts<CountFact> {
    const told = this.told.get(keyOf(fact)) ?? new TierCounts<CountFact>(this.nTiers);
    this.told.set(keyOf(fact), told);
    return told;
  }
}

function keyOf({ period, conditions }: CountOf): string {
  return [period, ...conditions].join('\n');
}

type CountOf = Pick<CountFact, 'period' | 'conditions' | 'from' | 'to'>;

function total(parts: readonly Bounds<CountFact>[], key: 'least' | 'most'): number {
  return parts.reduce((sum, part) => sum + part[key], 0);
}

function followingFrom(parts: readonly Bounds<CountFact>[], least: number, most: number): Bounds<CountFact> {
  return {
    least,
    most,
    get because() {
      return [...new Set(parts.flatMap(({ because }) => because))];
    },
  };
}

function tighter(a: Bounds<CountFact>, b: Bounds<CountFact>): Bounds<CountFact> {
  const isTighter = b.least > a.least || b.most < a.most;
  return isTighter ? followingFrom([a, b], Math.max(a.least, b.least), Math.min(a.most, b.most)) : a;
}
