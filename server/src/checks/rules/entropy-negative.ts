import { localText } from '../../base/locale.ts';
import type { Scoring } from '../../scoring/score.ts';
import type { Rule } from '../rule.ts';
import { relatedTo, weighedIn } from '../weighed.ts';
import { nameIn, numberText, parentIn } from '../words.ts';

const definition = (method: string) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nweighting: {method: entropy}\ndefaults: {normalise: ${method}}\nindicators:\n  - {id: online, name: 网办率}\n  - {id: reply, name: 答复率}\n`;
const files = { 'demo.csv': 'code,online,reply\na,40,90\nb,70,60\nc,95,80\n' };

export const entropyNegative: Rule = {
  code: 'entropy-negative',
  severity: 'error',
  level: 'data',
  title: localText('Entropy weights of negative scores', '对负的得分使用熵权法'),
  why: localText(
    'The entropy takes each score as a share of their sum, which has no meaning below the start of the scale (z-scores). Normalise by min–max, or state a shift.',
    '熵权法把每个得分看作占合计的比例，低于量程起点（如标准分）就没有意义。请用极差法无量纲化，或写明平移量 shift。',
  ),
  source: localText('OECD/JRC Handbook (2008), step 6', 'OECD/JRC《复合指标构建手册》（2008）第 6 步'),
  wrong: { definition: definition('{method: z-score, mean: 0, sd: 1}'), files },
  right: { definition: definition('{method: min-max}'), files },
  *check(context) {
    for (const { reason, weighting, culprit, parent, written, place } of weighedIn(context)) {
      const { combine } = weighting;
      const isSecond = typeof combine?.with === 'object' && combine.with.method === 'entropy';
      const isEntropy = weighting.weighting.method === 'entropy' || isSecond;
      if (reason !== 'non-positive' || !isEntropy || culprit === undefined) continue;
      const lowest = numberText(lowestOf(context.scoring!, context.scoring!.compiled.nodeOf.get(culprit)!));
      yield {
        at: isSecond ? written.with!.method.node : place,
        message: localText(
          `entropy weights under ${parentIn(parent, 'en')} need scores from the start of the scale on: ${nameIn(culprit, 'en')} has ${lowest}`,
          `“${parentIn(parent, 'zh-CN')}”的熵权要求得分不低于量程起点：“${nameIn(culprit, 'zh-CN')}”有 ${lowest}`,
        ),
        related: relatedTo(culprit, localText('scores below the start of the scale', '得分低于量程起点')),
      };
    }
  },
};

function lowestOf({ scores }: Scoring, node: number): number {
  const { values, states } = scores.nodes[node]!;
  return values.reduce((lowest, value, unit) => (states[unit] === 0 && value < lowest ? value : lowest), Infinity);
}
