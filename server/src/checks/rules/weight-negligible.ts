import { localText } from '../../base/locale.ts';
import { effectiveWeights } from '../../scoring/weights.ts';
import type { Rule } from '../rule.ts';
import { nameIn, percentText, weightPlace } from '../words.ts';

export const weightNegligible: Rule = {
  code: 'weight-negligible',
  severity: 'information',
  level: 'text',
  threshold: 0.5,
  title: localText('An indicator counts for less than half a percent of the index', '指标占总分不足 0.5%'),
  why: localText(
    'It costs as much to collect as any other and can hardly move a rank.',
    '它的采集成本与其他指标相同，却几乎不可能影响位次。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 99.7}\n  - {id: b, name: B, weight: 0.3}\n',
  },
  right: {
    definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 60}\n  - {id: b, name: B, weight: 40}\n',
  },
  *check({ system, threshold }) {
    const limit = threshold(0.5);
    const weights = effectiveWeights(system);
    for (const indicator of system.indicators) {
      const weight = weights.get(indicator.id);
      if (indicator.children !== undefined || weight === undefined) continue;
      const effective = weight.effective * 100;
      if (effective >= limit || effective === 0) continue;
      yield {
        at: weightPlace(indicator),
        message: localText(
          `${nameIn(indicator, 'en')} counts for ${percentText(effective)} of the index (less than ${limit} %)`,
          `“${nameIn(indicator, 'zh-CN')}”只占总分的 ${percentText(effective)}（不足 ${limit}%）`,
        ),
      };
    }
  },
};
