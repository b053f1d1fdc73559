/** From `weighting` of a definition to that of the plan; or what of it cannot be honoured. Computes no weight. */
import type { WeightingPlan, Weighting as WeightRule } from '../engine/aggregatePlan.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Weighting } from '../model/method.ts';
import { judgementsOf } from './judgements.ts';

/** Why a `weighting` cannot be honoured. */
export type WeightingProblem =
  | 'weighting-unsupported' // there is no such method
  | 'weighting-parameter' // a parameter cannot be read
  | 'weighting-judgements'; // judgements that cannot be read, that contradict each other, or of others than the children

export type CompiledWeighting = WeightingPlan | { readonly problem: WeightingProblem; readonly detail: string };

/** `children` are those that share the weight. */
export function compileWeighting(weighting: Weighting, children: readonly Indicator[]): CompiledWeighting {
  const rule = compileRule(weighting, children);
  if ('problem' in rule) return rule;
  const { combine } = weighting;
  if (combine === undefined) {
    const isUnread = weighting.with !== undefined || hasKey(weighting, 'combine');
    return isUnread ? { problem: 'weighting-parameter', detail: 'combine' } : { weighting: rule };
  }
  if (weighting.with === undefined) {
    if (hasKey(weighting, 'with')) return { problem: 'weighting-parameter', detail: 'with' };
    return { weighting: rule, combine: { how: combine.value, with: 'weight-sets' } };
  }
  const second = weighting.with;
  if (['combine', 'with'].some(key => hasKey(second, key)))
    return { problem: 'weighting-parameter', detail: 'combine' };
  const other = compileRule(second, children);
  return 'problem' in other ? other : { weighting: rule, combine: { how: combine.value, with: other } };
}

/** Whether weights have to be written beside it: it combines with them. */
export function combinesWithWritten(weighting: Weighting | undefined): boolean {
  return weighting?.combine !== undefined && weighting.with === undefined;
}

function compileRule(
  weighting: Weighting,
  children: readonly Indicator[],
): WeightRule | { readonly problem: WeightingProblem; readonly detail: string } {
  const method = weighting.method.value;
  const parameter = (name: string) => weighting.parameters.get(name)?.value;
  const unread = (detail: string) => ({ problem: 'weighting-parameter', detail }) as const;
  switch (method) {
    case 'equal':
    case 'critic':
    case 'variation':
    case 'independence':
      return { method };
    case 'entropy': {
      const shift = parameter('shift') ?? 0;
      return typeof shift === 'number' && shift >= 0 ? { method, shift } : unread('shift');
    }
    case 'pca': {
      const signed = parameter('signed') ?? false;
      return typeof signed === 'boolean' ? { method, signed } : unread('signed');
    }
    case 'optimised': {
      const targets = children.map(({ id }) => weighting.shares.get(id)?.value);
      if (!hasKey(weighting, 'shares')) return { method, targets: children.map(() => 1) };
      const isWhole = weighting.shares.size === children.length;
      return isWhole && targets.every(target => target !== undefined && target > 0)
        ? { method, targets: targets as readonly number[] }
        : unread('shares');
    }
    case 'ahp': {
      const { matrix, isReadable } = judgementsOf(weighting, children);
      return isReadable && (weighting.judgements !== undefined || children.length === 1)
        ? { method, judgements: matrix }
        : { problem: 'weighting-judgements', detail: '' };
    }
    default:
      return { problem: 'weighting-unsupported', detail: method };
  }
}

function hasKey({ entry }: Weighting, key: string): boolean {
  return entry.value?.kind === 'map' && entry.value.entries.some(each => each.name === key);
}
