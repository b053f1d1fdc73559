import { type LocalText, localText } from '../../base/locale.ts';
import type { IndicatorText } from '../../model/indicator.ts';
import type { Method } from '../../model/method.ts';
import { isHeaderMeant } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { itemsOf, type Node, resolved } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';

export const goalpostOrder: Rule = {
  code: 'goalpost-order',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('The lower goalpost, or the beginning of a range, is not below the upper one', '下限不低于上限'),
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
    const inHeader = isHeaderMeant(system) ? [...scale(system), ...goalposts(system.defaults.normalise)] : [];
    const own = system.indicators.flatMap(({ own }) => [
      ...plausible(own),
      ...goalposts(own.normalise),
      ...goalposts(own.standardise),
    ]);
    for (const { lower, upper, mayBeEqual, texts } of [...inHeader, ...own]) {
      if (lower.value < upper.value || (mayBeEqual && lower.value === upper.value)) continue;
      const [low, high] = [lower, upper].map(({ node }) => tree.rangeOf(node));
      const [first = '', second = ''] = [low!, high!].map(({ start, end }) => tree.source.slice(start, end));
      yield {
        at: lower.node,
        message: texts(first, second),
        fixes:
          lower.value === upper.value
            ? []
            : [
                {
                  title: localText('Swap the two', '对调两者'),
                  edits: [
                    { range: low!, newText: second },
                    { range: high!, newText: first },
                  ],
                  preferred: true,
                },
              ],
      };
    }
  },
};

interface Bounds {
  readonly lower: Bound;
  readonly upper: Bound;
  readonly mayBeEqual: boolean;
  readonly texts: (lower: string, upper: string) => LocalText;
}

interface Bound {
  readonly value: number;
  readonly node: Node;
}

function goalposts(method: Method | undefined): readonly Bounds[] {
  if (method === undefined) return [];
  const output = pairOf(method.range?.node, false, (low, high) =>
    localText(
      `the output range begins at ${low}, not below its end, ${high}: that less is better is said by direction`,
      `得分范围的起点 ${low} 不低于终点 ${high}：越低越好应由 direction 说明`,
    ),
  );
  const lower = boundOf(method.parameters.get('lower')?.node);
  const upper = boundOf(method.parameters.get('upper')?.node);
  if (lower === undefined || upper === undefined) return output;
  const texts = (low: string, high: string) =>
    localText(`the lower goalpost ${low} is not below the upper one, ${high}`, `下限 ${low} 不低于上限 ${high}`);
  return [...output, { lower, upper, mayBeEqual: false, texts }];
}

function scale({ scaleNode }: IndicatorSystem): readonly Bounds[] {
  return pairOf(scaleNode, false, (low, high) =>
    localText(`the scale begins at ${low}, not below its end, ${high}`, `得分区间的起点 ${low} 不低于终点 ${high}`),
  );
}

function plausible({ range }: IndicatorText): readonly Bounds[] {
  if (range === undefined) return [];
  return pairOf(range.node, true, (low, high) =>
    localText(
      `the lowest plausible value ${low} is above the highest, ${high}`,
      `合理取值的下限 ${low} 高于上限 ${high}`,
    ),
  );
}

function pairOf(pair: Node | undefined, mayBeEqual: boolean, texts: Bounds['texts']): readonly Bounds[] {
  const [lower, upper] = itemsOf(pair).map(boundOf);
  return lower === undefined || upper === undefined ? [] : [{ lower, upper, mayBeEqual, texts }];
}

function boundOf(node: Node | undefined): Bound | undefined {
  const written = resolved(node);
  return written?.kind === 'scalar' && typeof written.value === 'number'
    ? { value: written.value, node: written }
    : undefined;
}
