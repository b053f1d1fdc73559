import { localText } from '../../base/locale.ts';
import { siblingsOf } from '../../model/siblings.ts';
import { combinesWithWritten } from '../../scoring/weighting.ts';
import type { Rule } from '../rule.ts';
import { parentIn } from '../words.ts';

export const weightMixed: Rule = {
  code: 'weight-mixed',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('Siblings have both written and computed weights', '同级指标既写了权重又声明了计算权重'),
  why: localText(
    '`weighting` computes the weights of all children. A written one beside it would be ignored, or the computed ones would.',
    '`weighting` 会计算全部下级的权重。再写权重，两者必有一个被忽略。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    weighting: {method: equal}\n    indicators: [{id: b, name: B, weight: 40}, {id: c, name: C, weight: 60}]\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    weighting: {method: equal}\n    indicators: [{id: b, name: B}, {id: c, name: C}]\n',
  },
  *check({ system }) {
    for (const { members, parent, weighting } of siblingsOf(system)) {
      if (weighting === undefined || combinesWithWritten(weighting)) continue;
      const [first, ...others] = members.flatMap(({ own }) => own.weight?.entry.key ?? []);
      if (first === undefined) continue;
      const method = weighting.method.value;
      yield {
        at: first,
        message: localText(
          `the weights under ${parentIn(parent, 'en')} are computed (${method}), but ${others.length === 0 ? 'one is' : `${others.length + 1} are`} written as well`,
          `“${parentIn(parent, 'zh-CN')}”下的权重由 ${method} 计算，却又写了 ${others.length + 1} 个权重`,
        ),
        related: [
          { at: weighting.method.node, message: localText('computed here', '在此声明计算') },
          ...others.map(at => ({ at, message: localText('written here', '在此写明') })),
        ],
      };
    }
  },
};
