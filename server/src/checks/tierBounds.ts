/** Bounds of tiers that stand where they cannot mean anything: not below the bound before, or beyond every total. */
import { add, compare, type Decimal, decimalOf, printDecimal, sum } from '../base/decimal.ts';
import { localText } from '../base/locale.ts';
import type { Tier } from '../model/ranking.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { Written } from '../model/written.ts';
import { baseMark, bonusesOf, staysOnScale } from './marks.ts';
import type { Problem } from './rule.ts';
import { textOrId } from './words.ts';

export interface MisplacedTier extends Problem {
  readonly tier: Tier;
  /** Whether no unit can be in it. */
  readonly isEmpty: boolean;
}

export function* misplacedTiers(system: IndicatorSystem): Iterable<MisplacedTier> {
  const best = bestTotal(system);
  const worst = best && worstTotal(system);
  let before: Bounded | undefined;
  for (const [position, tier] of system.tiers.entries()) {
    const bound = boundOf(tier);
    if (bound === undefined) continue;
    const name = textOrId(tier.name?.value, `#${position + 1}`);
    const figure = printDecimal(bound.value);
    const beyond = (en: string, zh: string, total: Decimal) =>
      localText(
        `${name.en} begins at ${figure}, but the ${en} possible total is ${printDecimal(total)}`,
        `“${name['zh-CN']}”的界限为 ${figure}，而可能的${zh}总分为 ${printDecimal(total)}`,
      );
    if (before !== undefined && !isBelow(bound, before)) {
      const earlier = textOrId(before.tier.name?.value, '');
      const limit = printDecimal(before.value);
      yield {
        tier,
        isEmpty: true,
        at: bound.node,
        message: localText(
          `${name.en} begins at ${figure}, not below ${earlier.en} at ${limit}: no unit can be in it`,
          `“${name['zh-CN']}”的界限 ${figure} 不低于“${earlier['zh-CN']}”的 ${limit}，不会有对象进入该档`,
        ),
      };
    } else if (
      best !== undefined &&
      (compare(bound.value, best) > 0 || (bound.isOpen && compare(bound.value, best) === 0))
    ) {
      yield { tier, isEmpty: true, at: bound.node, message: beyond('best', '最高', best) };
    }
    if (worst !== undefined && compare(bound.value, worst) < 0) {
      yield { tier, isEmpty: false, at: bound.node, message: beyond('worst', '最低', worst) };
    }
    if (before === undefined || isBelow(bound, before)) before = bound;
  }
}

interface Bounded {
  readonly tier: Tier;
  readonly value: Decimal;
  readonly node: Written<Decimal>['node'];
  /** `above`: the bound itself is not in the tier. */
  readonly isOpen: boolean;
}

function boundOf(tier: Tier): Bounded | undefined {
  const written = tier.atLeast ?? tier.above;
  return written && { tier, value: written.value, node: written.node, isOpen: tier.atLeast === undefined };
}

function isBelow(bound: Bounded, before: Bounded): boolean {
  const order = compare(bound.value, before.value);
  return order < 0 || (order === 0 && before.isOpen && !bound.isOpen);
}

/** `undefined` where a method may leave the scale, or the points are not known. */
function bestTotal(system: IndicatorSystem): Decimal | undefined {
  const base = baseMark(system);
  const bonuses = bonusesOf(system);
  if (base === undefined || !staysOnScale(system) || bonuses.some(({ cap }) => cap === undefined)) return undefined;
  return add(base, sum([decimalOf(0), ...bonuses.map(({ cap }) => cap!.value)]));
}

/** `undefined` where something may be taken away, or points are earned. */
function worstTotal({ scale, weights, adjustments }: IndicatorSystem): Decimal | undefined {
  const isOnlyAdded = adjustments.every(({ kind }) => kind?.value === 'bonus');
  return isOnlyAdded && weights !== 'points' ? decimalOf(scale[0]) : undefined;
}
