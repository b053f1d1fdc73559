import { localText } from '../../base/locale.ts';
import type { Adjustment } from '../../model/ranking.ts';
import { insertEntry } from '../../syntax/edit.ts';
import { entryOf, resolved } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { numberText, textOrId } from '../words.ts';

const definition = (floor: string) =>
  `indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\nadjustments:\n  - {id: leak, name: 信息泄露, kind: deduction, column: incidents, points: 3${floor}}\n`;

export const deductionUnfloored: Rule = {
  code: 'deduction-unfloored',
  severity: 'error',
  level: 'text',
  title: localText('A deduction can take more than there is', '扣分可能超过所有的分数'),
  why: localText(
    'Without a floor enough incidents make a total negative. A deduction `of` an indicator stops at 0 of what the indicator contributes.',
    '没有下限时，次数足够多的扣分会使总分为负。针对某个指标（`of`）的扣分以该指标的贡献扣完为止。',
  ),
  wrong: { definition: definition('') },
  right: { definition: definition(', floor: 0') },
  *check({ tree, system }) {
    const lowest = system.scale[0];
    for (const [position, adjustment] of system.adjustments.entries()) {
      const { kind, node, floor } = adjustment;
      const map = resolved(node);
      if (kind?.value !== 'deduction' || map?.kind !== 'map' || !canTakeTooMuch(adjustment, lowest)) continue;
      const name = textOrId(adjustment.name?.value, adjustment.id?.value ?? `#${position + 1}`);
      const least = numberText(adjustment.of === undefined ? lowest : 0);
      yield {
        at: floor?.node ?? kind.node,
        message: localText(
          `the deduction ${name.en} may take more than there is: give a floor of at least ${least}`,
          `扣分项“${name['zh-CN']}”可能扣到 ${least} 分以下，请写明不低于 ${least} 的下限（floor）`,
        ),
        fixes: [
          {
            title: localText(`Set floor: ${least}`, `设为 floor: ${least}`),
            edits:
              floor === undefined
                ? insertEntry(tree, map, 'floor', least)
                : [{ range: tree.rangeOf(floor.node), newText: least }],
            preferred: true,
          },
        ],
      };
    }
  },
};

/** With `of` the floor is 0 of what the indicator contributes unless another is given. */
function canTakeTooMuch({ node, of, floor }: Adjustment, lowest: number): boolean {
  if (floor !== undefined) return floor.value < (of === undefined ? lowest : 0);
  return of === undefined && entryOf(node, 'of') === undefined && entryOf(node, 'floor') === undefined;
}
