import { localText } from '../../base/locale.ts';
import { pointsToShare } from '../points.ts';
import type { Rule } from '../rule.ts';
import { missedTotal } from '../weightSum.ts';
import { writtenSiblings } from '../writtenWeights.ts';

export const pointsSum: Rule = {
  code: 'points-sum',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('Points do not add up to their parent’s, or to the full mark', '分值之和不等于上级分值或满分'),
  why: localText(
    'With points the children share out their parent’s points, and level 1 the full mark less the caps of the bonuses. A table that does not add up scores wrongly.',
    '采用分值时，下级分值之和应等于上级分值，第一级之和应等于满分减去加分上限。合计不符，得分必错。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nweights: points\nfullMark: 100\nindicators:\n  - id: a\n    name: A\n    weight: 60\n    indicators: [{id: b, name: B, weight: 30}, {id: c, name: C, weight: 25}]\n  - {id: d, name: D, weight: 40}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nweights: points\nfullMark: 100\nindicators:\n  - id: a\n    name: A\n    weight: 60\n    indicators: [{id: b, name: B, weight: 30}, {id: c, name: C, weight: 30}]\n  - {id: d, name: D, weight: 40}\n',
  },
  *check(context) {
    const { system } = context;
    if (system.weights !== 'points') return;
    for (const siblings of writtenSiblings(system)) {
      if (siblings.members.some(({ own }) => own.weight?.kind === 'by-group')) continue;
      const total = pointsToShare(system, siblings);
      if (total !== undefined) yield* missedTotal(context, siblings, total, { en: 'points', zh: '分值' });
    }
  },
};
