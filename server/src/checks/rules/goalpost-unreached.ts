import { localText } from '../../base/locale.ts';
import { betterDirection } from '../../engine/better.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameNode } from '../../model/siblings.ts';
import { cellOf, cellPlace } from '../cells.ts';
import type { DataContext, Problem, Rule } from '../rule.ts';
import { nameIn, numberText, percentText } from '../words.ts';

const definition = (upper: number) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: {method: goalposts, lower: 0, upper: ${upper}}}\n`;
const files = { 'demo.csv': 'code,online\na,12\nb,30\nc,41\n' };

export const goalpostUnreached: Rule = {
  code: 'goalpost-unreached',
  severity: 'warning',
  level: 'data',
  threshold: 50,
  title: localText('No unit comes near the better goalpost', '没有对象接近优端的界限'),
  why: localText(
    'Every unit loses the same points, the scores crowd at the lower end, and the indicator counts less than its weight says. Set the goalpost to what can be reached. Threshold: percent of the way between the goalposts that the best unit has gone.',
    '所有对象都失去同样的分数，得分挤在低端，指标的实际影响小于其权重。界限应设在可以达到之处。阈值为最优对象在上下限之间所达到的百分比。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 5: normalisation; UNDP Human Development Report, technical note 1',
    'OECD/JRC《复合指标构建手册》（2008）第 5 步：无量纲化；联合国开发计划署《人类发展报告》技术说明 1',
  ),
  wrong: { definition: definition(100), files },
  right: { definition: definition(50), files },
  *check(context) {
    const { scoring, threshold } = context;
    for (const [leaf, node] of scoring?.compiled.nodeOf ?? []) {
      const problem = unreached(context, leaf, node, threshold(50) / 100);
      if (problem !== undefined) yield problem;
    }
  },
};

function unreached(context: DataContext, leaf: Indicator, node: number, least: number): Problem | undefined {
  const { compiled, scores } = context.scoring!;
  const plan = compiled.plan.nodes[node]!;
  if (plan.kind !== 'leaf' || !('lower' in plan.normalise) || plan.normalise.method === 'scaled') return undefined;
  const { lower, upper, method } = plan.normalise;
  const { values, states } = scores.prepared[node]!;
  const onScale = method === 'log-goalposts' ? Math.log : (value: number) => value;
  const isNegative = betterDirection(plan.direction, compiled.plan.ranking.best) === 'negative';
  const [worse, better] = isNegative ? [upper, lower] : [lower, upper];
  const wayTo = (value: number) => (onScale(value) - onScale(worse)) / (onScale(better) - onScale(worse));
  let best = -1;
  values.forEach((value, unit) => {
    if (states[unit] === 0 && (best < 0 || wayTo(value) > wayTo(values[best]!))) best = unit;
  });
  if (!(lower < upper) || best < 0 || !(wayTo(values[best]!) < least)) return undefined;
  const [way, value, bound] = [Math.max(0, wayTo(values[best]!)) * 100, values[best]!, better];
  const key = isNegative ? 'lower' : 'upper';
  const unit = context.data.units[best]!.name;
  const cell = cellOf(context, leaf, best);
  return {
    at: leaf.own.normalise?.parameters.get(key)?.node ?? nameNode(leaf),
    message: localText(
      `the ${key} goalpost of ${nameIn(leaf, 'en')} is ${numberText(bound)}, the best value ${numberText(value)} (${unit}): no unit goes farther than ${percentText(way, 'en')} of the way`,
      `“${nameIn(leaf, 'zh-CN')}”的${isNegative ? '下限' : '上限'}为 ${numberText(bound)}，最优值仅 ${numberText(value)}（${unit}）：没有对象超过全程的 ${percentText(way, 'zh-CN')}`,
    ),
    related:
      cell === undefined ? [] : [{ at: cellPlace(context, cell), message: localText('the best value', '最优值') }],
  };
}
