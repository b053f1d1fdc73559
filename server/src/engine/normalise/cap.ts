/** The way from the worst value to a goal: what the distances to a reference and to a target share. */
import type { Reason } from '../column.ts';
import type { Direction } from '../leafPlan.ts';
import type { Parameter } from '../method.ts';
import type { Range } from '../normalisation.ts';
import { linearScorer } from './linear.ts';
import type { Scorer } from './method.ts';

export const capParameter: Parameter = {
  id: 'cap',
  meaning: {
    en: 'The most that counts as a share of the way: 1 (or true) cuts at the goal.',
    'zh-CN': '已走比例的上限：1（或 true）表示达到目标后不再累加。',
  },
  default: 'none',
};

interface Way {
  readonly range: Range;
  readonly cap: number | undefined;
  readonly direction: Direction;
}

/** a at the worst value, b at the goal, at most a + (b − a)·cap. `constant` unless the goal is better than the worst. */
export function cappedScore(worst: number, goal: number, { range, cap, direction }: Way): Scorer | Reason {
  const ends: Range = direction === 'positive' ? [worst, goal] : [goal, worst];
  const scorer = linearScorer(ends, range, direction);
  if (typeof scorer === 'string' || cap === undefined) return scorer;
  const [start, end] = range;
  const most = cap === 1 ? end : start + (end - start) * cap;
  return { ...scorer, truncateTo: end >= start ? [-Infinity, most] : [most, Infinity] };
}
