/** Bounds of tiers that stand where they cannot mean anything: not after the bound before, or beyond every total. */
import { add, compare, type Decimal, decimalOf, printDecimal, sum } from '../base/decimal.ts';
import { type LocalText, localText } from '../base/locale.ts';
import { betterSign } from '../engine/better.ts';
import { type Bound, bestOf, boundOf } from '../model/bounds.ts';
import type { Tier } from '../model/ranking.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { baseMark, bonusesOf, staysOnScale } from './marks.ts';
import type { Problem } from './rule.ts';
import { textOrId } from './words.ts';

export interface MisplacedTier extends Problem {
  readonly tier: Tier;
  /** Whether no unit can be in it. */
  readonly isEmpty: boolean;
}

export function* misplacedTiers(system: IndicatorSystem): Iterable<MisplacedTier> {
  const { side, bestZh, worstZh } = boundWords[bestOf(system)];
  const sign = betterSign(bestOf(system));
  const [best, worst] = endsOf(system);
  let before: (Bound & { readonly name: LocalText }) | undefined;
  for (const [position, tier] of system.tiers.entries()) {
    const bound = boundOf(tier, system);
    if (bound === undefined) continue;
    const name = textOrId(tier.name?.value, `#${position + 1}`);
    const figure = printDecimal(bound.value);
    const begins = beginsAt(name, figure, system);
    const beyond = (en: string, zh: string, total: Decimal) =>
      localText(
        `${begins}, but the ${en} possible total is ${printDecimal(total)}`,
        `“${name['zh-CN']}”的界限为 ${figure}，而可能的${zh}总分为 ${printDecimal(total)}`,
      );
    const isAfter = before === undefined || isWorse(bound, before, sign);
    const toBest = best && sign * compare(bound.value, best);
    if (!isAfter) {
      const limit = printDecimal(before!.value);
      yield {
        tier,
        isEmpty: true,
        at: bound.node,
        message: localText(
          `${begins}, not ${side.en} ${before!.name.en} at ${limit}: no unit can be in it`,
          `“${name['zh-CN']}”的界限 ${figure} 不${side.zh}“${before!.name['zh-CN']}”的 ${limit}，不会有对象进入该档`,
        ),
      };
    } else if (toBest !== undefined && (toBest > 0 || (bound.isOpen && toBest === 0))) {
      yield { tier, isEmpty: true, at: bound.node, message: beyond('best', bestZh, best!) };
    }
    if (worst !== undefined && sign * compare(bound.value, worst) < 0) {
      yield { tier, isEmpty: false, at: bound.node, message: beyond('worst', worstZh, worst) };
    }
    if (isAfter) before = { ...bound, name };
  }
}

/** A tier reaches from the better totals to its bound: `良好级 begins at 75`, or where the lowest are best, ends there. */
export function beginsAt(name: LocalText, figure: string, system: IndicatorSystem): string {
  return `${name.en} ${boundWords[bestOf(system)].verb} at ${figure}`;
}

export const boundWords = {
  highest: {
    verb: 'begins',
    side: { en: 'below', zh: '低于' },
    less: { en: 'less', zh: '下' },
    bestZh: '最高',
    worstZh: '最低',
  },
  lowest: {
    verb: 'ends',
    side: { en: 'above', zh: '高于' },
    less: { en: 'more', zh: '上' },
    bestZh: '最低',
    worstZh: '最高',
  },
} as const;

function isWorse(bound: Bound, before: Bound, sign: number): boolean {
  const order = sign * compare(bound.value, before.value);
  return order < 0 || (order === 0 && before.isOpen && !bound.isOpen);
}

/** The best and the worst possible total, each `undefined` where it is not known. */
function endsOf(system: IndicatorSystem): readonly [best: Decimal | undefined, worst: Decimal | undefined] {
  const highest = highestTotal(system);
  const ends = [highest, highest && lowestTotal(system)] as const;
  return bestOf(system) === 'lowest' ? [ends[1], ends[0]] : ends;
}

/** `undefined` where a method may leave the scale, a veto may raise a total, or the points are not known. */
export function highestTotal(system: IndicatorSystem): Decimal | undefined {
  const base = baseMark(system);
  const bonuses = bonusesOf(system);
  if (base === undefined || !staysOnScale(system) || bonuses.some(({ cap }) => cap === undefined)) return undefined;
  if (bestOf(system) === 'lowest' && hasAny(system, 'veto')) return undefined;
  return add(base, sum([decimalOf(0), ...bonuses.map(({ cap }) => cap!.value)]));
}

/** `undefined` where something may be taken away, or points are earned. */
function lowestTotal(system: IndicatorSystem): Decimal | undefined {
  const isLowered = hasAny(system, 'deduction', undefined) || (bestOf(system) === 'highest' && hasAny(system, 'veto'));
  return isLowered || system.weights === 'points' ? undefined : decimalOf(system.scale[0]);
}

function hasAny({ adjustments }: IndicatorSystem, ...kinds: readonly (string | undefined)[]): boolean {
  return adjustments.some(({ kind }) => kinds.includes(kind?.value));
}
