import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { weighedIn } from '../weighed.ts';
import { numberText, parentIn } from '../words.ts';

const definition = (share: number) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nweighting: {method: optimised, shares: {online: 1, reply: ${share}}}\ndefaults: {normalise: none}\nindicators:\n  - {id: online, name: 网办率}\n  - {id: reply, name: 答复率}\n`;
const files = { 'demo.csv': 'code,online,reply\na,40,50\nb,70,60\nc,95,80\nd,50,70\n' };

export const weightingUnreached: Rule = {
  code: 'weighting-unreached',
  severity: 'warning',
  level: 'data',
  title: localText('No weights give the shares of correlation that were asked for', '没有权重能达到所要求的相关占比'),
  why: localText(
    'Indicators that go together all correlate with their mean, whatever their weights; one that goes against them may not reach its share with a weight of 0 or more. The nearest weights are taken.',
    '彼此相关的指标无论权重如何都与均值相关；与其他指标相悖的指标，用非负权重可能达不到所要求的占比。此时取最接近的权重。',
  ),
  source: localText(
    'Becker, Saisana, Paruolo, Vandecasteele, Ecological Indicators 80 (2017)',
    'Becker, Saisana, Paruolo, Vandecasteele, Ecological Indicators 80 (2017)',
  ),
  wrong: { definition: definition(20), files },
  right: { definition: definition(1), files },
  *check(context) {
    for (const { figures, parent, place } of weighedIn(context)) {
      const farthest = figures.farthest ?? 0;
      if (farthest < 1e-6) continue;
      const points = numberText(Number((farthest * 100).toFixed(2)));
      yield {
        at: place,
        message: localText(
          `the shares of correlation asked for under ${parentIn(parent, 'en')} cannot be reached: the nearest weights miss one by ${points} percentage points`,
          `“${parentIn(parent, 'zh-CN')}”下所要求的相关占比无法达到：最接近的权重仍差 ${points} 个百分点`,
        ),
      };
    }
  },
};
