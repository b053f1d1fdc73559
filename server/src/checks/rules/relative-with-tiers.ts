import { localText } from '../../base/locale.ts';
import { normaliseMethods } from '../../engine/normalise/index.ts';
import { boundOf } from '../../model/bounds.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Method } from '../../model/method.ts';
import { nameNode } from '../../model/siblings.ts';
import type { IndicatorSystem, Selection } from '../../model/system.ts';
import { methodOf } from '../../scoring/compile/leaf.ts';
import type { Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

const definition = (normalise: string) =>
  `indicatorSystem: 1\nindicators:\n  - {id: online, name: 网办率, normalise: ${normalise}}\ntiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]\n`;

export const relativeWithTiers: Rule = {
  code: 'relative-with-tiers',
  severity: 'warning',
  level: 'text',
  title: localText(
    'Scores relative to the other units, tiers with absolute bounds',
    '得分是相对的，档次界限却是绝对的',
  ),
  why: localText(
    'With min–max, z-scores or ranks a score says where a unit stands among the others: when one unit changes, all scores move and others cross a bound. Goalposts, numbers that are given (`parameters`) or quotas do not do that.',
    '极差法、标准分法和位次法的得分取决于其他评估对象：一个对象的数据变化，会使所有得分变化，其他对象因此跨档。阈值法、给定的参数（`parameters`）或名额制没有这个问题。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 5: normalisation',
    'OECD/JRC《复合指标构建手册》（2008）第 5 步：无量纲化',
  ),
  wrong: { definition: definition('min-max') },
  right: { definition: definition('{method: goalposts, lower: 0, upper: 100}') },
  *check({ system }) {
    const bound = system.tiers.map(tier => boundOf(tier, system)).find(each => each !== undefined);
    if (bound === undefined) return;
    const relative = candidates(system).flatMap(indicator => {
      const method = indicator.children === undefined ? methodOf(indicator, system) : undefined;
      if (method === undefined || method === 'none' || !learns(method)) return [];
      return [{ indicator, method: method.method.value }];
    });
    if (relative.length === 0) return;
    const methods = [...new Set(relative.map(({ method }) => method))].join(', ');
    const names = (locale: 'en' | 'zh-CN') =>
      listIn(
        relative.map(({ indicator }) => nameIn(indicator, locale)),
        locale,
        3,
      );
    yield {
      at: bound.node,
      message: localText(
        `the tiers have absolute bounds, but ${names('en')} ${relative.length === 1 ? 'is' : 'are'} scored relative to the other units (${methods}): tiers move when any unit changes`,
        `档次界限是绝对的，但“${names('zh-CN')}”的得分相对于其他评估对象（${methods}）：任一对象变化都会使档次变动`,
      ),
      related: relative.slice(0, 10).map(({ indicator, method }) => ({
        at: indicator.own.normalise?.method.node ?? nameNode(indicator),
        message: localText(`${nameIn(indicator, 'en')}: ${method}`, `${nameIn(indicator, 'zh-CN')}：${method}`),
      })),
    };
  },
};

/** Leaves that may be scored so. */
function candidates(system: IndicatorSystem): readonly Indicator[] {
  const usual = system.defaults.normalise?.method.value ?? '';
  return relativeMethods.has(usual) ? system.indicators : system.framework.having(withRelativeMethod);
}

const withRelativeMethod: Selection = ({ normalise }) => relativeMethods.has(normalise?.method.value ?? '');

/** Those that learn more from the units than how many there are. */
const relativeMethods: ReadonlySet<string> = new Set(
  Object.values(normaliseMethods).flatMap(({ id, learns: lesson }) => (lesson === 'count' ? [] : [id])),
);

/** Not where all that a method would learn is given. */
function learns({ method, frozen, asBefore }: Method): boolean {
  if (!relativeMethods.has(method.value) || asBefore !== undefined) return false;
  return !(numbersOf[method.value] ?? []).some(numbers => numbers.every(name => frozen?.has(name)));
}

/** What scores depend on, by method; of two sets the one that the direction asks for. */
const numbersOf: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'min-max': [['min', 'max']],
  'z-score': [['mean', 'sd']],
  rank: [['values']],
  borda: [['values']],
  'percentile-rank': [['values']],
  'fraction-of-max': [['max'], ['min']],
  'distance-to-max': [['min', 'max']],
  'distance-to-reference': [
    ['reference', 'min'],
    ['reference', 'max'],
  ],
  'distance-to-target': [['min'], ['max']],
};
