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
  /** By edition and column, then by groups: nothing that is told of one column says anything of another. */
  private readonly told = new Map<string, Map<string, TierCounts<CountFact>>>();
  readonly conflicts: CountConflict[] = [];

  /** The groups of a system of which every unit is in one; not where a unit may be in several. */
  private readonly partitions: readonly (readonly string[])[];
  private readonly nTiers: number;

  constructor({ units, tiers }: IndicatorSystem) {
    this.nTiers = tiers.length + 1;
    this.partitions = units.groups.flatMap(({ id, values = [], separator }) =>
      values.length === 0 || separator !== undefined ? [] : [values.map(({ value }) => `${id.value} = ${value}`)],
    );
  }

  /** Wholes before their parts, so that a part is judged by its whole. */
  tellAll(facts: readonly CountFact[]): void {
    const nConditions = ({ groups, column }: CountFact) => groups.length + (column === undefined ? 0 : 1);
    for (const fact of facts.toSorted((a, b) => nConditions(a) - nConditions(b))) this.tell(fact);
  }

  tell(fact: CountFact): void {
    const bounds = this.bounds(fact);
    if (fact.count < bounds.least || fact.count > bounds.most) this.conflicts.push({ fact, bounds });
    else this.countsOf(fact).tell(fact.from, fact.to, fact.count, fact);
  }

  /** What is told of it, of its parts and of its whole, taken together. */
  bounds(of: CountOf): Bounds<CountFact> {
    const own = this.own(of) ?? unbounded;
    if (own.least === own.most) return own;
    const inColumn = this.told.has(columnOf(of)) ? [...this.asPart(of), ...this.asWhole(of)] : [];
    const inAll = of.column === undefined ? undefined : this.own({ ...of, column: undefined });
    const bounds = inColumn.reduce(tighter, own);
    return inAll === undefined ? bounds : tighter(bounds, { ...inAll, least: 0 });
  }

  /** By each way of splitting it into groups: the sum of these. */
  private asWhole(whole: CountOf): readonly Bounds<CountFact>[] {
    return this.partitions.flatMap(values => {
      const parts = this.partsOf(whole, values);
      return parts.length === 0 ? [] : followingFrom(parts, leastOf(parts), mostOf(parts, values));
    });
  }

  /** Of each group that it is in: the whole less the other groups; no more than the whole in any case. */
  private asPart(part: CountOf): readonly Bounds<CountFact>[] {
    return part.groups.map((group, left) => {
      const whole = { ...part, groups: part.groups.filter((_, position) => position !== left) };
      const bounds = this.own(whole) ?? unbounded;
      const values = this.partitions.find(each => each.includes(group));
      const others = (values ?? []).filter(value => value !== group);
      const parts = this.partsOf(whole, others);
      const least = values === undefined ? 0 : Math.max(0, bounds.least - mostOf(parts, others));
      return followingFrom([bounds, ...parts], least, bounds.most - leastOf(parts));
    });
  }

  /** What is told of the groups of a whole of which anything is. */
  private partsOf(whole: CountOf, values: readonly string[]): readonly Bounds<CountFact>[] {
    return values.flatMap(value => {
      const groups = whole.groups.length === 0 ? [value] : [...whole.groups, value].sort();
      return this.own({ ...whole, groups }) ?? [];
    });
  }

  private own(of: CountOf): Bounds<CountFact> | undefined {
    return this.told.get(columnOf(of))?.get(groupsOf(of))?.bounds(of.from, of.to);
  }

  private countsOf(fact: CountFact): TierCounts<CountFact> {
    const [column, groups] = [columnOf(fact), groupsOf(fact)];
    const ofColumn = this.told.get(column) ?? new Map<string, TierCounts<CountFact>>();
    const told = ofColumn.get(groups) ?? new TierCounts<CountFact>(this.nTiers);
    this.told.set(column, ofColumn.set(groups, told));
    return told;
  }
}

function columnOf({ period, column }: CountOf): string {
  return column === undefined ? period : `${period}\n${column}`;
}

function groupsOf({ groups }: CountOf): string {
  return groups.length === 1 ? groups[0]! : groups.join('\n');
}

type CountOf = Pick<CountFact, 'period' | 'groups' | 'column' | 'from' | 'to'>;

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
