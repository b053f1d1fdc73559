import { localText } from '../../base/locale.ts';
import type { Method } from '../../model/method.ts';
import { isHeaderMeant } from '../../model/siblings.ts';
import type { Rule } from '../rule.ts';

export const goalpostOrder: Rule = {
  code: 'goalpost-order',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('The lower goalpost is not below the upper one', '下限不低于上限'),
  why: localText(
    'Goalposts are written in the measure of the indicator, lower first, whatever its direction: `direction: negative` turns the score round, not the goalposts.',
    '上下限用指标自身的计量单位书写，下限在前，与方向无关：逆向由 `direction: negative` 表示，不需要对调上下限。',
  ),
  source: localText('UNDP Human Development Report, technical note 1', '联合国开发计划署《人类发展报告》技术说明 1'),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: life, name: Life expectancy, normalise: {method: goalposts, lower: 85, upper: 20}}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: life, name: Life expectancy, normalise: {method: goalposts, lower: 20, upper: 85}}\n',
  },
  *check({ tree, system }) {
    const inHeader = isHeaderMeant(system) ? [system.defaults.normalise] : [];
    const methods = [...inHeader, ...system.indicators.map(({ own }) => own.normalise)];
    for (const { lower, upper } of methods.flatMap(goalposts)) {
      if (lower.value < upper.value) continue;
      const [low, high] = [lower, upper].map(({ node }) => tree.rangeOf(node));
      const sources = [low!, high!].map(({ start, end }) => tree.source.slice(start, end));
      yield {
        at: lower.node,
        message: localText(
          `the lower goalpost ${sources[0]} is not below the upper one, ${sources[1]}`,
          `下限 ${sources[0]} 不低于上限 ${sources[1]}`,
        ),
        fixes:
          lower.value === upper.value
            ? []
            : [
                {
                  title: localText('Swap the goalposts', '对调上下限'),
                  edits: [
                    { range: low!, newText: sources[1]! },
                    { range: high!, newText: sources[0]! },
                  ],
                  preferred: true,
                },
              ],
      };
    }
  },
};

function goalposts(method: Method | undefined) {
  const lower = method?.parameters.get('lower');
  const upper = method?.parameters.get('upper');
  if (typeof lower?.value !== 'number' || typeof upper?.value !== 'number') return [];
  return [{ lower: { value: lower.value, node: lower.node }, upper: { value: upper.value, node: upper.node } }];
}
