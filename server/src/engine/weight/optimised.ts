import type { Column } from '../column.ts';
import { leastSquares } from './leastSquares.ts';
import type { WeightMethod } from './method.ts';
import { completeRows, correlation, isConstant } from './statistics.ts';

export const optimised: WeightMethod<{ method: 'optimised'; targets: readonly number[] }> = {
  id: 'optimised',
  title: { en: 'Optimised weights', 'zh-CN': '优化权重法' },
  meaning: {
    en: 'Weights under which each child has the share of correlation with the parent that was asked for.',
    'zh-CN': '使各下级指标与上级的相关系数占比达到所要求的比例。',
  },
  formula: 'min Σ (r/Σr − t/Σt)² over w ≥ 0, Σw = 1, with r the correlation of each child with the parent under w',
  source: 'COINr get_opt_weights (balance); Becker, Saisana, Paruolo, Vandecasteele, Ecological Indicators 80 (2017)',
  parameters: [
    {
      id: 'shares',
      meaning: { en: 'The share t of each child, by id.', 'zh-CN': '各下级指标的占比 t，按标识给出。' },
      default: 'equal',
    },
  ],
  edges: [
    {
      text: {
        en: 'What was asked cannot be reached with weights of 0 or more: the nearest weights; the record says how far off.',
        'zh-CN': '非负权重无法达到所要求的比例：取最接近的权重，并记录差距。',
      },
    },
    {
      text: {
        en: 'A child is constant, or the correlations do not sum to more than 0: no weights.',
        'zh-CN': '某指标得分全部相等，或相关系数之和不大于 0：没有权重。',
      },
      reason: 'no-weights',
    },
  ],
  needsScores: true,
  weigh: ({ targets }, { children, scoreParent }) => {
    const constant = children.findIndex(child => isConstant(completeRows([child])[0]!));
    if (constant >= 0) return { reason: 'constant', child: constant };
    const total = targets.reduce((a, b) => a + b, 0);
    const asked = targets.map(target => target / total);
    const sharesUnder = (weights: readonly number[]) => correlationShares(children, scoreParent(weights));
    const start = startingWeights(asked, sharesUnder);
    if (start === undefined) return { reason: 'uncorrelated' };
    const found = leastSquares(start, weights => differences(sharesUnder(weights), asked));
    if (!found.isConverged) return { reason: 'not-converged' };
    return { weights: found.point, figures: { farthest: found.largestResidual } };
  },
  example: {
    weighting: { method: 'optimised', targets: [1, 1] },
    // Two children of different spread: each must add as much, so w ∝ 1/s; s = √20 · 1/√3 and half of it.
    children: [
      [2, 4, 6, 8],
      [1, 3, 2, 4],
    ],
    shares: [1 / 3, 2 / 3],
  },
};

/** r/Σr of each child with the parent; `undefined` where there is no such share. */
function correlationShares(children: readonly Column[], parent: Column): readonly number[] | undefined {
  const r = children.map(child => correlation(child, parent));
  if (!r.every(each => each !== undefined)) return undefined;
  const total = r.reduce((a, b) => a + b, 0);
  return total > 1e-9 ? r.map(each => each / total) : undefined;
}

function differences(shares: readonly number[] | undefined, asked: readonly number[]): readonly number[] | undefined {
  return shares?.map((share, child) => share - asked[child]!);
}

/** From equal weights: those whose share is too small are raised, the others lowered, a few times. */
function startingWeights(
  asked: readonly number[],
  sharesUnder: (weights: readonly number[]) => readonly number[] | undefined,
): readonly number[] | undefined {
  let weights: readonly number[] = asked.map(() => 1 / asked.length);
  for (let step = 0; step < 20; step++) {
    const shares = sharesUnder(weights);
    if (shares === undefined) return step === 0 ? undefined : weights;
    const raised = weights.map((weight, child) => {
      const share = shares[child]!;
      return weight * (share > 0 ? Math.min(Math.max(asked[child]! / share, 0.5), 2) : 2);
    });
    const total = raised.reduce((a, b) => a + b, 0);
    const next = raised.map(weight => weight / total);
    if (sharesUnder(next) === undefined) return weights;
    weights = next;
  }
  return weights;
}
