import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { missedTotal } from '../weightSum.ts';
import { wholes, writtenSiblings } from '../writtenWeights.ts';

export const weightSum: Rule = {
  code: 'weight-sum',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('Weights of siblings do not sum to 100 % (or 1)', '同级指标权重之和不等于 100%（或 1）'),
  why: localText(
    'Weights are shares of a whole. If they do not sum to it, the published weights are not the ones that count. Sums are exact: three times 33.3 is 99.9.',
    '权重是整体的份额。合计不等于整体时，公布的权重就不是真正起作用的权重。求和按十进制精确计算：三个 33.3 合计 99.9。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 6: weighting and aggregation',
    'OECD/JRC《复合指标构建手册》（2008）第 6 步：赋权与汇总',
  ),
  wrong: {
    definition: `indicatorSystem: 1
weights: percent
indicators:
  - {id: a, name: A, weight: 60}
  - {id: b, name: B, weight: 39}
`,
  },
  right: {
    definition: `indicatorSystem: 1
weights: percent
indicators:
  - {id: a, name: A, weight: 60}
  - {id: b, name: B, weight: 40}
`,
  },
  *check(context) {
    const whole = wholes[context.system.weights];
    if (whole === undefined) return;
    for (const siblings of writtenSiblings(context.system)) {
      if (siblings.members.some(({ own }) => own.weight?.kind === 'by-group')) continue;
      yield* missedTotal(context, siblings, whole, { en: 'weights', zh: '权重' });
    }
  },
};
