import { type LocalText, localText } from '../../base/locale.ts';
import { reasons } from '../../engine/column.ts';
import type { Normalisation } from '../../engine/normalisation.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Rule } from '../rule.ts';
import { nameIn, numberText } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: min-max}\n';

export const constantColumn: Rule = {
  code: 'constant-column',
  severity: 'error',
  level: 'data',
  title: localText('All values are equal, and the method needs differences', '所有取值相同，而方法需要差异'),
  why: localText(
    'Min–max divides by the range and z-scores by the standard deviation: with equal values both are 0 and no unit has a score. Leave the indicator out, or score it with goalposts.',
    '极差法除以极差，标准分法除以标准差：取值全部相同时两者均为 0，没有得分。应剔除该指标，或改用阈值法。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 5: normalisation',
    'OECD/JRC《复合指标构建手册》（2008）第 5 步：无量纲化',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online\na,100\nb,100\n' } },
  right: { definition, files: { 'demo.csv': 'code,online\na,100\nb,98\n' } },
  *check({ scoring, data }) {
    for (const [indicator, node] of scoring?.compiled.nodeOf ?? []) {
      const plan = scoring!.compiled.plan.nodes[node]!;
      const states = scoring!.scores.nodes[node]!.states;
      if (plan.kind !== 'leaf' || !undefinedCodes.some(code => states.includes(code))) continue;
      // With cells that could not be read the fault is theirs.
      if (data.problems.some(problem => problem.indicator === indicator)) continue;
      const { n, min } = scoring!.params.leaves[node] ?? { n: 0 };
      yield {
        at: indicator.own.column?.node ?? nameNode(indicator),
        message: sameness(indicator, plan.normalise, n, numberText(min ?? 0)),
      };
    }
  },
};

/** Of what the method learns from: `over` may leave it some of the values, or none. */
function sameness(indicator: Indicator, normalise: Normalisation, n: number, value: string): LocalText {
  const { method } = normalise;
  const [name, zhName] = [nameIn(indicator, 'en'), nameIn(indicator, 'zh-CN')];
  const learnsFromSome = 'over' in normalise && normalise.over !== undefined;
  const [of, zhOf] = learnsFromSome ? [' among the units that `over` names', '在 `over` 所指的对象中'] : ['', ''];
  if (n === 0) {
    return localText(
      `${name} has no value${of}: ${method} is undefined`,
      `“${zhName}”${zhOf}没有取值，${method} 无定义`,
    );
  }
  return n === 1
    ? localText(
        `${name} has one value only${of} (${value}): ${method} is undefined`,
        `“${zhName}”${zhOf}只有一个值（${value}），${method} 无定义`,
      )
    : localText(
        `all ${n} values of ${name}${of} are ${value}: ${method} is undefined`,
        `“${zhName}”${zhOf}的 ${n} 个值均为 ${value}，${method} 无定义`,
      );
}

const undefinedCodes = [reasons.indexOf('constant'), reasons.indexOf('too-few-values')];
