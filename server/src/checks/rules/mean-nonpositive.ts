import { type Locale, type LocalText, localText } from '../../base/locale.ts';
import { reasons } from '../../engine/column.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\naggregate: geometric\ndefaults: {normalise: none}\nindicators:\n  - {id: health, name: Health}\n  - {id: income, name: Income}\n';

export const meanNonpositive: Rule = {
  code: 'mean-nonpositive',
  severity: 'error',
  level: 'data',
  title: localText(
    'A geometric or harmonic mean, or a product, over a score that it cannot take',
    '几何平均、调和平均或连乘遇到无法计算的得分',
  ),
  why: localText(
    'These means need scores above 0, a product none below the start of the scale. Give the worst unit a score above 0 (`range: [1, 100]`), or aggregate arithmetically.',
    '几何平均和调和平均要求得分大于 0，连乘要求得分不低于量程起点。可让最差者得分大于 0（`range: [1, 100]`），或改用算术平均。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), 6.3; COINr a_gmean',
    'OECD/JRC《复合指标构建手册》（2008）6.3 节；COINr a_gmean',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,health,income\na,60,80\nb,0,70\n' } },
  right: { definition, files: { 'demo.csv': 'code,health,income\na,60,80\nb,1,70\n' } },
  *check({ system, scoring, data }) {
    if (scoring === undefined) return;
    const { plan, indicatorOf } = scoring.compiled;
    for (const [node, { states }] of scoring.scores.nodes.entries()) {
      const each = plan.nodes[node]!;
      if (each.kind !== 'aggregate' || !states.includes(nonPositive)) continue;
      const units = data.units.filter(({ index }) => states[index] === nonPositive).map(({ name }) => name);
      const indicator = indicatorOf[node];
      const written = (indicator?.own ?? system.aggregate).aggregate ?? system.defaults.aggregate;
      const name = (locale: Locale) =>
        indicator === undefined ? (locale === 'en' ? 'the index' : '总分') : nameIn(indicator, locale);
      const place = indicator === undefined ? system.indicatorsEntry!.key : nameNode(indicator);
      yield {
        at: (indicator?.own ?? system.aggregate).aggregate?.node ?? place,
        message:
          each.aggregate === 'product'
            ? belowStart(name, units, plan.scale[0])
            : localText(
                `the ${written?.value.method} mean of ${name('en')} needs scores above 0: undefined for ${listIn(units, 'en')}`,
                `“${name('zh-CN')}”的 ${written?.value.method} 平均要求得分大于 0：${listIn(units, 'zh-CN')} 无法计算`,
              ),
      };
    }
  },
};

/** Of a product: two scores below the start of the scale would make a gain. */
function belowStart(name: (locale: Locale) => string, units: readonly string[], start: number): LocalText {
  return localText(
    `the product of ${name('en')} needs scores of at least ${start}: undefined for ${listIn(units, 'en')}`,
    `“${name('zh-CN')}”的连乘要求得分不低于 ${start}：${listIn(units, 'zh-CN')} 无法计算`,
  );
}

const nonPositive = reasons.indexOf('non-positive');
