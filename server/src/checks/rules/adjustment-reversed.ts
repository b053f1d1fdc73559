import { localText } from '../../base/locale.ts';
import { bestOf } from '../../model/bounds.ts';
import { bonusesOf } from '../marks.ts';
import type { Rule } from '../rule.ts';
import { textOrId } from '../words.ts';

const definition = (best: string) =>
  `indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\nadjustments:\n  - {id: wars, name: Wars, kind: bonus, column: wars, points: 2, cap: 10}\nranking: {best: ${best}}\n`;

export const adjustmentReversed: Rule = {
  code: 'adjustment-reversed',
  severity: 'information',
  level: 'text',
  title: localText('The lowest total is best, so points added put a unit back', '总分以低为优，加分会使对象位次后退'),
  why: localText(
    'A bonus adds points and a deduction takes them, whichever total is best. Where the lowest is, a bonus is a surcharge and a deduction a relief: write a reward as a deduction and a penalty as a bonus. A veto never helps either way: its score is then the least that the unit has.',
    '无论以何为优，加分总是加、扣分总是减。总分以低为优时，加分使位次后退，扣分使其前移：奖励应写作扣分，惩罚应写作加分。一票否决在任何情况下都不会有利：其得分此时是至少应得的分数。',
  ),
  wrong: { definition: definition('lowest') },
  right: { definition: definition('highest') },
  *check({ system }) {
    if (bestOf(system) !== 'lowest') return;
    for (const { name, place } of bonusesOf(system)) {
      yield {
        at: place,
        message: localText(
          `the bonus ${name.en} adds points, which puts units back: the lowest total is best`,
          `加分项“${name['zh-CN']}”增加分数，会使对象位次后退：总分以低为优`,
        ),
      };
    }
    for (const [position, { kind, id, name }] of system.adjustments.entries()) {
      if (kind?.value !== 'deduction') continue;
      const deduction = textOrId(name?.value, id?.value ?? `#${position + 1}`);
      yield {
        at: kind.node,
        message: localText(
          `the deduction ${deduction.en} takes points, which brings units forward: the lowest total is best`,
          `扣分项“${deduction['zh-CN']}”减少分数，会使对象位次前移：总分以低为优`,
        ),
      };
    }
  },
};
