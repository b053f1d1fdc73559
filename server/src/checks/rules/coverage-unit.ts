import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { cellProblems } from '../cells.ts';
import { countsAsAnswer, coverageOf } from '../coverage.ts';
import type { DataContext, Rule } from '../rule.ts';
import { listIn, nameIn, percentText } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\ndefaults: {missing: exclude, normalise: none}\nindicators:\n  - {id: online, name: 网办率}\n  - {id: reply, name: 答复率}\n  - {id: open, name: 开放率}\n';

export const coverageUnit: Rule = {
  code: 'coverage-unit',
  severity: 'warning',
  level: 'data',
  threshold: 65,
  title: localText('A unit with values for too few indicators', '有数据的指标过少的评估对象'),
  why: localText(
    'Its score says more about what is missing than about the unit. Complete its data, or say in `ranking.eligible` from which share on a unit is ranked. Threshold: percent of the indicators that apply to the unit.',
    '其得分更多反映缺了什么，而非对象本身。应补全数据，或在 `ranking.eligible` 中写明达到多少数据才参与排名。阈值为占适用指标的百分比。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 3; COINr Screen; 65 % as in the Global Innovation Index and JRC audits',
    'OECD/JRC《复合指标构建手册》（2008）第 3 步；COINr Screen；65% 取自全球创新指数和 JRC 审查',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online,reply,open\na,97,90,80\nb,95,NA,NA\nc,88,70,NA\n' } },
  right: { definition, files: { 'demo.csv': 'code,online,reply,open\na,97,90,80\nb,95,60,NA\nc,88,70,NA\n' } },
  *check(context) {
    const least = context.threshold(65);
    yield* cellProblems(
      context,
      thinUnits(context, least),
      ({ name, nPresent, nApplicable, lacking }) => {
        const percent = (nPresent / nApplicable) * 100;
        const figures = (locale: 'en' | 'zh-CN') => [percentText(percent, locale, least), percentText(least, locale)];
        const names = (locale: 'en' | 'zh-CN') =>
          listIn(
            lacking.map(leaf => nameIn(leaf, locale)),
            locale,
          );
        const [en, zh] = [figures('en'), figures('zh-CN')];
        return {
          message: localText(
            `${name} has values for ${nPresent} of ${nApplicable} indicators (${en[0]}, less than ${en[1]}); without: ${names('en')}`,
            `“${name}”只有 ${nPresent}/${nApplicable} 个指标有值（${zh[0]}，不足 ${zh[1]}）；缺失：${names('zh-CN')}`,
          ),
        };
      },
      localText('units with too few values', '数据过少的对象'),
    );
  },
};

/** Not those that `ranking.eligible` leaves out: they are dealt with. */
function thinUnits(context: DataContext, least: number) {
  const { data, scoring } = context;
  if (!data.isComplete || scoring === undefined) return [];
  const nApplicable = new Uint32Array(data.units.length);
  const lacking = new Map<number, Indicator[]>();
  for (const { leaf, applies, missing } of coverageOf(context)) {
    if (countsAsAnswer(leaf)) continue;
    for (let unit = 0; unit < applies.length; unit++) nApplicable[unit]! += applies[unit]!;
    for (const unit of missing) {
      const already = lacking.get(unit);
      if (already === undefined) lacking.set(unit, [leaf]);
      else already.push(leaf);
    }
  }
  return data.units.flatMap(({ index, name }) => {
    const without = lacking.get(index) ?? [];
    const [nAll, nPresent] = [nApplicable[index]!, nApplicable[index]! - without.length];
    const source = data.rows.findIndex(rows => rows[index]! >= 0);
    const isThin = nAll > 0 && (nPresent / nAll) * 100 < least && scoring.ranking.eligible[index] === 1;
    if (!isThin || source < 0) return [];
    const place = { source, row: data.rows[source]![index]!, column: data.sources[source]!.keyColumn };
    return [{ ...place, name, nApplicable: nAll, nPresent, lacking: without }];
  });
}
