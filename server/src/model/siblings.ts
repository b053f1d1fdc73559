/** Siblings and their weights: which indicators share one whole, and what each of them is said to count. */
import type { Decimal } from '../base/decimal.ts';
import type { MapNode } from '../syntax/tree.ts';
import type { Indicator, IndicatorText, Siblings } from './indicator.ts';
import { withComputedWeights } from './select.ts';
import type { IndicatorSystem } from './system.ts';
import type { Weight, Written } from './written.ts';

export type { Siblings } from './indicator.ts';

/** All sets of siblings with at least one member, parents before children. */
export function siblingsOf(system: IndicatorSystem): readonly Siblings[] {
  return (system.only ?? system.framework).sets;
}

/** The sets whose weights are computed. */
export function computedSiblings(system: IndicatorSystem): readonly Siblings[] {
  if (system.only !== undefined) return siblingsOf(system);
  const atTop = system.aggregate.weighting === undefined ? [] : [undefined];
  return [...atTop, ...system.framework.having(withComputedWeights)].flatMap(parent => siblingsUnder(system, parent));
}

export function siblingsUnder(
  system: Pick<IndicatorSystem, 'top' | 'indicatorsEntry' | 'aggregate'>,
  parent: Indicator | undefined,
): readonly Siblings[] {
  const [children, entry, weighting] =
    parent === undefined
      ? [system.top, system.indicatorsEntry, system.aggregate.weighting]
      : [parent.children ?? [], parent.own.childrenEntry, parent.own.weighting];
  if (children.length === 0 || entry === undefined) return [];
  const bonuses = parent === undefined ? children.filter(({ own }) => own.bonus !== undefined) : [];
  const members = bonuses.length === 0 ? children : children.filter(child => !bonuses.includes(child));
  return [{ parent, members, bonuses, entry, weighting }];
}

/** Whether what stands outside the indicators is to be looked at: once, where they are looked at set by set. */
export function isHeaderMeant({ only }: IndicatorSystem): boolean {
  return only === undefined || only.parent === undefined;
}

/** A weight as written, for one group where weights differ by group. */
export interface WeightOf {
  readonly indicator: Indicator;
  /** `undefined` where none was written. */
  readonly weight: Written<Weight> | undefined;
}

/** The groups for which weights are written (`weight: {省级: 12, …}`) in one set of siblings; none where weights are single. */
export function weightGroups(members: readonly Indicator[]): readonly string[] {
  if (!members.some(isWeighedByGroup)) return none;
  const groups = new Set<string>();
  for (const { own } of members)
    if (own.weight?.kind === 'by-group') for (const group of own.weight.weights.keys()) groups.add(group);
  return [...groups];
}

const none: readonly never[] = [];

function isWeighedByGroup({ own }: Indicator): boolean {
  return own.weight?.kind === 'by-group';
}

/** Each member's weight, for one group or for all (`undefined`). A single weight holds for every group. */
export function weightsOf(members: readonly Indicator[], group: string | undefined): readonly WeightOf[] {
  return members.map(indicator => ({ indicator, weight: writtenFor(indicator.own, group) }));
}

function writtenFor({ weight }: IndicatorText, group: string | undefined): Written<Weight> | undefined {
  if (weight?.kind === 'single') return weight.weight;
  return group === undefined ? undefined : weight?.weights.get(group);
}

/** The number of each member’s weight, or `undefined` where one is missing or is no number. */
export function weightNumbers(
  members: readonly Indicator[],
  group: string | undefined,
): readonly Decimal[] | undefined {
  const numbers: Decimal[] = [];
  for (const { own } of members) {
    const number = writtenFor(own, group)?.value.value;
    if (number === undefined) return undefined;
    numbers.push(number);
  }
  return numbers;
}

/** The place that names an indicator: its id, else its name (the key where it has several languages), else its first key. */
export function nameNode(indicator: {
  readonly own: {
    readonly id: Written<string> | undefined;
    readonly name: Written<unknown> | undefined;
    readonly node: MapNode;
  };
}) {
  const { id, name, node } = indicator.own;
  const isOneText = name?.node.kind === 'scalar' || name?.node.kind === 'alias';
  return id?.node ?? (isOneText ? name?.node : name?.entry?.key) ?? node.entries[0]?.key ?? node;
}
