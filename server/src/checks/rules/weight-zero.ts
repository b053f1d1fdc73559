import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';
import { writtenSiblings } from '../writtenWeights.ts';

export const weightZero: Rule = {
  code: 'weight-zero',
  severity: 'warning',
  level: 'text',
  reach: 'siblings',
  title: localText('A weight is 0: the indicator never counts', '权重为 0：该指标从不计入'),
  why: localText(
    'It is collected and published, and changes nothing. Say why (a trial period), or take it out.',
    '它被采集、被公布，却不起任何作用。请说明原因（如试评期），或将其删除。',
  ),
  wrong: {
    definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 100}\n  - {id: b, name: B, weight: 0}\n',
  },
  right: {
    definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 90}\n  - {id: b, name: B, weight: 10}\n',
  },
  *check({ system }) {
    for (const { members } of writtenSiblings(system)) {
      for (const indicator of members) {
        const written = indicator.own.weight;
        const weights = written?.kind === 'single' ? [written.weight] : [...(written?.weights.values() ?? [])];
        // Zero for one group and not for another is a choice: there it counts.
        if (weights.length === 0 || !weights.every(({ value }) => value.value?.digits === 0n)) continue;
        yield {
          at: weights[0]!.node,
          message: localText(
            `${nameIn(indicator, 'en')} has weight 0 and never counts`,
            `“${nameIn(indicator, 'zh-CN')}”权重为 0，从不计入`,
          ),
        };
      }
    }
  },
};
