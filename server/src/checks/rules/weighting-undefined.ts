import { localText } from '../../base/locale.ts';
import { weightReasonText } from '../../scoring/explain/weights.ts';
import type { Rule } from '../rule.ts';
import { relatedTo, weighedIn } from '../weighed.ts';
import { parentIn } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nweighting: {method: pca}\ndefaults: {normalise: none}\nindicators:\n  - {id: online, name: 网办率}\n  - {id: reply, name: 答复率}\n';

export const weightingUndefined: Rule = {
  code: 'weighting-undefined',
  severity: 'error',
  level: 'data',
  title: localText('Weights cannot be computed from these data', '无法由这些数据计算权重'),
  why: localText(
    'A constant indicator has no correlations, and a weight cannot be negative. There are no scores above such weights rather than arbitrary ones.',
    '取值恒定的指标没有相关系数，权重也不能为负。此时其上不给得分，而不是给出任意的得分。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online,reply\na,40,60\nb,70,60\nc,95,60\n' } },
  right: { definition, files: { 'demo.csv': 'code,online,reply\na,40,90\nb,70,60\nc,95,80\n' } },
  *check(context) {
    for (const found of weighedIn(context)) {
      const { reason, culprit, parent, written, weighting, place } = found;
      const isToldElsewhere =
        reason === 'non-positive' && [written, written.with].some(each => each?.method.value === 'entropy');
      // Judgements that do not connect: `ahp-incomplete`.
      if (reason === undefined || reason === 'not-connected' || isToldElsewhere) continue;
      const why = weightReasonText(found);
      yield {
        at: place,
        message: localText(
          `${weighting.weighting.method} gives no weights under ${parentIn(parent, 'en')}: ${why.en}`,
          `${weighting.weighting.method} 无法给出“${parentIn(parent, 'zh-CN')}”下的权重：${why['zh-CN']}`,
        ),
        related: relatedTo(culprit, why),
      };
    }
  },
};
