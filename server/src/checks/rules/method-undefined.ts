import { type LocalText, localText } from '../../base/locale.ts';
import { type Reason, reasons } from '../../engine/column.ts';
import { nameNode } from '../../model/siblings.ts';
import { reasonText } from '../../scoring/reasonText.ts';
import type { Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

const definition = (target: number) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: {method: distance-to-target, target: ${target}}}\n`;
/** `constant-column` and `log-nonpositive` tell of the others. */
const told: readonly Reason[] = ['no-reference', 'reference-side', 'target-side'];

const files = { 'demo.csv': 'code,online\na,60\nb,75\nc,90\n' };

export const methodUndefined: Rule = {
  code: 'method-undefined',
  severity: 'error',
  level: 'data',
  title: localText('The method gives no score for these data', '该方法对这些数据没有定义'),
  why: localText(
    'A distance needs a target that is better than the worst value, or a reference unit that has a value. Otherwise scores would be infinite or point the wrong way, so there are none.',
    '距离法要求目标值优于最差值，或基准对象有数据。否则得分会无穷大或方向相反，因此不计得分。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), 5.4; COINr n_dist2targ, n_dist2ref',
    'OECD/JRC《复合指标构建手册》（2008）5.4 节；COINr n_dist2targ、n_dist2ref',
  ),
  wrong: { definition: definition(50), files },
  right: { definition: definition(95), files },
  *check({ scoring, data }) {
    for (const [indicator, node] of scoring?.compiled.nodeOf ?? []) {
      const plan = scoring!.compiled.plan.nodes[node]!;
      if (plan.kind !== 'leaf') continue;
      const { states } = scoring!.scores.nodes[node]!;
      for (const reason of told) {
        const code = reasons.indexOf(reason);
        if (!states.includes(code)) continue;
        const units = data.units.filter(({ index }) => states[index] === code).map(({ name }) => name);
        const why: LocalText = reasonText(reason);
        const { method } = plan.normalise;
        yield {
          at: indicator.own.normalise?.method.node ?? nameNode(indicator),
          message: localText(
            `${method} gives ${nameIn(indicator, 'en')} no score for ${listIn(units, 'en')}: ${why.en}`,
            `${method} 对“${nameIn(indicator, 'zh-CN')}”无法给出 ${listIn(units, 'zh-CN')} 的得分：${why['zh-CN']}`,
          ),
        };
      }
    }
  },
};
