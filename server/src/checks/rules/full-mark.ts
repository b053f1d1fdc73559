import { add, compare, printDecimal, sum } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import { baseMark, bonusesOf } from '../marks.ts';
import type { Rule } from '../rule.ts';

const definition = (fullMark: number) =>
  `indicatorSystem: 1\nfullMark: ${fullMark}\nindicators:\n  - {id: a, name: A}\nadjustments:\n  - {id: cases, name: 创新案例加分, kind: bonus, column: cases, cap: 10}\n`;

export const fullMark: Rule = {
  code: 'full-mark',
  severity: 'error',
  level: 'text',
  title: localText('The full mark is not what can be reached', '满分与可达到的最高分不符'),
  why: localText(
    'The full mark is the highest possible total: the base and the caps of all bonuses. With points, `points-sum` compares them.',
    '满分是可能的最高总分：基础分加上各项加分上限。采用分值时由 `points-sum` 核对。',
  ),
  wrong: { definition: definition(120) },
  right: { definition: definition(110) },
  *check({ tree, system }) {
    const stated = system.fullMark;
    const bonuses = bonusesOf(system);
    const base = baseMark(system);
    if (stated === undefined || base === undefined || system.weights === 'points') return;
    if (bonuses.some(({ cap }) => cap === undefined)) return;
    const caps = sum(bonuses.flatMap(({ cap }) => cap?.value ?? []));
    const best = add(base, caps);
    if (compare(best, stated.value) === 0) return;
    const [mark, of, bonus, total] = [stated.value, base, caps, best].map(printDecimal);
    yield {
      at: stated.node,
      message:
        bonuses.length === 0
          ? localText(
              `the full mark is ${mark}, but the highest possible total is ${total}: there is no bonus`,
              `满分为 ${mark}，而可能的最高总分为 ${total}（没有加分项）`,
            )
          : localText(
              `the full mark is ${mark}, but the base of ${of} and bonuses of ${bonus} make ${total}`,
              `满分为 ${mark}，而基础分 ${of} 加上加分 ${bonus} 共 ${total}`,
            ),
      related: bonuses.flatMap(({ name, cap }) =>
        cap === undefined
          ? []
          : [
              {
                at: cap.node,
                message: localText(
                  `${name.en}: at most ${printDecimal(cap.value)}`,
                  `${name['zh-CN']}：最多 ${printDecimal(cap.value)} 分`,
                ),
              },
            ],
      ),
      fixes: [
        {
          title: localText(`Set fullMark: ${total}`, `设为 fullMark: ${total}`),
          edits: [{ range: tree.rangeOf(stated.node), newText: total! }],
          preferred: true,
        },
      ],
    };
  },
};
