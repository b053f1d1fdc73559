import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameNode } from '../../model/siblings.ts';
import type { DataContext, Problem, Rule } from '../rule.ts';
import { nameIn, numberText } from '../words.ts';

const definition = (lower: number) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: {method: goalposts, lower: ${lower}, upper: 100}}\n`;
const files = { 'demo.csv': 'code,online\na,40\nb,70\nc,95\n' };

export const goalpostTruncates: Rule = {
  code: 'goalpost-truncates',
  severity: 'warning',
  level: 'data',
  title: localText('Values lie outside the goalposts and are truncated', '有数值超出上下限而被截断'),
  why: localText(
    'Units beyond a goalpost all get the same score: their differences no longer count. That may be meant (a cap on incomes); it should be known. Where it is meant, `truncate: true` says so.',
    '超出上下限的评估对象得分相同，彼此差异不再计分。这可能是有意为之（如对收入封顶），但应当知晓；确属有意的，写明 `truncate: true`。',
  ),
  source: localText('UNDP Human Development Report, technical note 1', '联合国开发计划署《人类发展报告》技术说明 1'),
  wrong: { definition: definition(60), files },
  right: { definition: definition(40), files },
  *check(context) {
    const { scoring } = context;
    for (const [indicator, node] of scoring?.compiled.nodeOf ?? []) {
      if (scoring?.scores.truncated[node] !== undefined && !isMeant(context, indicator))
        yield* truncations(context, indicator, node);
    }
  },
};

function isMeant({ system }: DataContext, { own }: Indicator): boolean {
  return (own.normalise ?? system.defaults.normalise)?.parameters.get('truncate')?.value === true;
}

function* truncations({ scoring }: DataContext, indicator: Indicator, node: number): Iterable<Problem> {
  const plan = scoring!.compiled.plan.nodes[node]!;
  if (plan.kind !== 'leaf' || !('lower' in plan.normalise)) return;
  const { lower, upper } = plan.normalise;
  const { values, states } = scoring!.scores.prepared[node]!;
  const present = [...values].filter((_, unit) => states[unit] === 0);
  const sides = [
    {
      key: 'lower',
      bound: lower,
      beyond: present.filter(value => value < lower),
      en: 'below the lower',
      zh: '低于下限',
    },
    {
      key: 'upper',
      bound: upper,
      beyond: present.filter(value => value > upper),
      en: 'above the upper',
      zh: '高于上限',
    },
  ];
  for (const { key, bound, beyond, en, zh } of sides) {
    if (beyond.length === 0) continue;
    const extreme = beyond.reduce((a, b) => (Math.abs(b - bound) > Math.abs(a - bound) ? b : a));
    const [limit, far] = [bound, extreme].map(numberText);
    yield {
      at: indicator.own.normalise?.parameters.get(key)?.node ?? nameNode(indicator),
      message: localText(
        `${beyond.length} of ${present.length} values of ${nameIn(indicator, 'en')} lie ${en} goalpost ${limit} and are truncated (the farthest is ${far})`,
        `“${nameIn(indicator, 'zh-CN')}”的 ${present.length} 个值中有 ${beyond.length} 个${zh} ${limit} 而被截断（最远为 ${far}）`,
      ),
    };
  }
}
