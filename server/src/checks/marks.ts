/** What the rules on marks share: what a total is made of before the bonuses, and what these may add. */
import { type Decimal, decimalOf, subtract, sum } from '../base/decimal.ts';
import type { LocalText } from '../base/locale.ts';
import type { Indicator, IndicatorText } from '../model/indicator.ts';
import type { Method } from '../model/method.ts';
import { isLeaf, withBonus } from '../model/select.ts';
import type { IndicatorSystem, Selection } from '../model/system.ts';
import type { Written } from '../model/written.ts';
import { weightedAmong, weightTotal } from '../scoring/weights.ts';
import { entryOf, type Node } from '../syntax/tree.ts';
import { nameIn, textOrId } from './words.ts';

export interface Bonus {
  readonly name: LocalText;
  /** Where it is named; for a bonus in the tree its `bonus` key. */
  readonly place: Node;
  readonly cap: Written<Decimal> | undefined;
  /** Whether a cap stands there that could not be read. */
  readonly isUnreadable: boolean;
}

/** Bonuses in the tree, then those of `adjustments`. */
export function bonusesOf(system: IndicatorSystem): readonly Bonus[] {
  const inTree = system.framework.having(withBonus).flatMap((indicator): Bonus[] => {
    const { bonus } = indicator.own;
    if (bonus === undefined || indicator.parent !== undefined) return [];
    const isUnreadable = bonus.cap === undefined && entryOf(bonus.entry.value, 'cap') !== undefined;
    return [{ name: namesOf(indicator), place: bonus.entry.key, cap: bonus.cap, isUnreadable }];
  });
  const after = system.adjustments.flatMap(({ kind, id, name, cap, node }, position): Bonus[] => {
    if (kind?.value !== 'bonus') return [];
    const isUnreadable = cap === undefined && entryOf(node, 'cap') !== undefined;
    return [{ name: textOrId(name?.value, id?.value ?? `#${position + 1}`), place: kind.node, cap, isUnreadable }];
  });
  return [...inTree, ...after];
}

/** The best total without bonuses; with points those of level 1. `undefined` where the points cannot be read. */
export function baseMark(system: IndicatorSystem): Decimal | undefined {
  if (system.weights !== 'points') return decimalOf(system.scale[1]);
  const members = weightedAmong(system.top);
  if (members.some(({ own }) => own.weight !== undefined)) return weightTotal(members, undefined);
  const caps = sum(bonusesOf(system).flatMap(({ cap }) => cap?.value ?? []));
  return system.fullMark && subtract(system.fullMark.value, caps);
}

/** Methods whose scores are always on the scale. */
const onScale: ReadonlySet<string> = new Set(['none', 'min-max', 'goalposts', 'log-goalposts', 'percentile-rank']);

/** Whether every score, and so the index, is certain to lie on the scale. */
export function staysOnScale(system: IndicatorSystem): boolean {
  if ([system.aggregate, system.defaults].some(leavesScale) || system.framework.hasAny(leavesScale)) return false;
  const ownMethods = system.framework.having(withMethod).map(({ own }) => own.normalise!);
  const usual = system.framework.hasAny(withUsualMethod) ? [system.defaults.normalise] : [];
  return [...ownMethods, ...usual].every(method => method === undefined || isOnScale(method, system));
}

const withMethod: Selection = own => isLeaf(own) && own.normalise !== undefined;
const withUsualMethod: Selection = own => isLeaf(own) && own.normalise === undefined;

/** Sums and wins less defeats are on no scale, and scores that are standardised on another. */
function leavesScale({ aggregate, standardise }: Pick<IndicatorText, 'aggregate' | 'standardise'>): boolean {
  const method = aggregate?.value.method;
  return method === 'sum' || method === 'copeland' || standardise !== undefined;
}

function isOnScale(method: Method, { scale }: IndicatorSystem): boolean {
  if (method.method.value === 'none') return true;
  const truncates = method.parameters.get('truncate')?.value;
  if (!onScale.has(method.method.value) || truncates === false) return false;
  const isOfOthers = method.over !== undefined || method.frozen !== undefined || method.asBefore !== undefined;
  if (method.method.value === 'min-max' && isOfOthers && truncates !== true) return false;
  const [start, end] = method.range?.value ?? scale;
  return start >= scale[0] && end <= scale[1];
}

function namesOf(indicator: Indicator): LocalText {
  return { en: nameIn(indicator, 'en'), 'zh-CN': nameIn(indicator, 'zh-CN') };
}
