import { compare, decimalOf, printDecimal } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import { betterSign } from '../../engine/better.ts';
import { bestOf, boundKeys, boundOf, tierBounds } from '../../model/bounds.ts';
import type { Tier } from '../../model/ranking.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { boundWords, highestTotal } from '../tierBounds.ts';
import { textOrId } from '../words.ts';

const definition = (last: string) =>
  `indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\ntiers: [{name: 优秀级, atLeast: 85}, ${last}]\n`;

export const tierCover: Rule = {
  code: 'tier-cover',
  severity: 'error',
  level: 'text',
  title: localText(
    'A part of the scale has no tier, or a tier is never reached',
    '部分得分没有对应档次，或有档次无法达到',
  ),
  why: localText(
    'Every total needs one tier. The last tier has no bound and takes the rest; no other may be without one, and bounds and quotas do not mix.',
    '每个总分都应对应一个档次。最后一档不写界限，包含其余情况；其他档次必须有界限，且分数线与名额不能混用。',
  ),
  wrong: { definition: definition('{name: 良好级, atLeast: 60}') },
  right: { definition: definition('{name: 良好级, atLeast: 60}, {name: 发展级}') },
  *check({ system }) {
    const { tiers, scale } = system;
    const best = bestOf(system);
    const isUnreadable = (tier: Tier) => tierKeys.some(key => tier[key] === undefined && hasKey(tier, key));
    if (tiers.length === 0 || tiers.some(isUnreadable)) return;
    const isBoth = (tier: Tier) => isBounded(tier) && (tier.top ?? tier.topShare) !== undefined;
    const isOther = (tier: Tier) => isBounded(tier) !== isBounded(tiers[0]!) && hasAny(tier) && hasAny(tiers[0]!);
    const foreign = tiers.find(tier => isBoth(tier) || isOther(tier));
    if (foreign !== undefined) {
      yield {
        at: placeOf(foreign),
        message: localText(
          `tiers mix bounds (${tierBounds[best].join(', ')}) and quotas (top, topShare): no unit gets a tier`,
          `档次混用分数线（${tierBounds[best].join('、')}）和名额（top、topShare），无法划分档次`,
        ),
      };
      return;
    }
    for (const [position, tier] of tiers.entries()) {
      const first = boundOf(tier, system)?.key ?? quotaKeys.find(key => tier[key] !== undefined);
      const second = tierKeys.find(key => key !== first && tier[key] !== undefined);
      if (first === undefined || second === undefined) continue;
      const name = textOrId(tier.name?.value, `#${position + 1}`);
      yield {
        at: entryOf(tier.node, second)?.key ?? tier.node,
        message: localText(
          `${name.en} has two bounds, ${first} and ${second}: only ${first} counts`,
          `“${name['zh-CN']}”有 ${first} 和 ${second} 两个界限，只有 ${first} 起作用`,
        ),
      };
    }
    const open = tiers.findIndex(tier => !hasAny(tier));
    if (open >= 0 && open < tiers.length - 1) {
      const [rest, next] = [open, open + 1].map(index => textOrId(tiers[index]!.name?.value, `#${index + 1}`));
      yield {
        at: placeOf(tiers[open]!),
        message: localText(
          `${rest!.en} has no bound and takes the rest: ${next!.en} after it is never reached`,
          `“${rest!['zh-CN']}”没有界限，包含其余情况，其后的“${next!['zh-CN']}”无法达到`,
        ),
      };
    }
    const last = tiers.at(-1)!;
    const bound = boundOf(last, system);
    if (open >= 0 || bound === undefined) return;
    const worst = best === 'lowest' ? (highestTotal(system) ?? decimalOf(scale[1])) : decimalOf(scale[0]);
    const order = betterSign(best) * compare(bound.value, worst);
    if (order < 0 || (order === 0 && !bound.isOpen)) return;
    const figure = printDecimal(bound.value);
    const { side, less } = boundWords[best];
    yield {
      at: bound.node,
      message: bound.isOpen
        ? localText(`a total of ${figure} or ${less.en} is in no tier`, `${figure} 及以${less.zh}的总分不属于任何档次`)
        : localText(`totals ${side.en} ${figure} are in no tier`, `${side.zh} ${figure} 的总分不属于任何档次`),
    };
  },
};

const quotaKeys = ['top', 'topShare'] as const;
const tierKeys = [...boundKeys, ...quotaKeys] as const;

function hasKey({ node }: Tier, key: string): boolean {
  return entryOf(node, key) !== undefined;
}

function hasAny(tier: Tier): boolean {
  return tierKeys.some(key => tier[key] !== undefined);
}

function isBounded(tier: Tier): boolean {
  return boundKeys.some(key => tier[key] !== undefined);
}

function placeOf(tier: Tier) {
  const key = tierKeys.find(each => tier[each] !== undefined);
  return (key === undefined ? tier.name : tier[key])?.node ?? tier.node;
}
