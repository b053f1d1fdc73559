import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { cellProblems } from '../cells.ts';
import { type Coverage, countsAsAnswer } from '../coverage.ts';
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
function thinUnits({ data, scoring, coverage }: DataContext, least: number) {
  if (scoring === undefined) return [];
  const counted = coverage.filter(({ leaf }) => !countsAsAnswer(leaf));
  const { nApplicable, nLacking } = countsByUnit(counted, data.units.length);
  const isThin = nApplicable.map((nAll, unit) => {
    const isFew = nAll > 0 && ((nAll - nLacking[unit]!) / nAll) * 100 < least;
    return isFew && scoring.ranking.eligible[unit] === 1 ? 1 : 0;
  });
  const lacking = lackedBy(isThin, counted);
  return data.units.flatMap(({ index, name }) => {
    const source = data.rows.findIndex(rows => rows[index]! >= 0);
    if (isThin[index] === 0 || source < 0) return [];
    const place = { source, row: data.rows[source]![index]!, column: data.sources[source]!.keyColumn };
    const [nAll, without] = [nApplicable[index]!, lacking.get(index) ?? []];
    return [{ ...place, name, nApplicable: nAll, nPresent: nAll - without.length, lacking: without }];
  });
}

function countsByUnit(coverage: readonly Coverage[], nUnits: number) {
  const [nApplicable, nLacking] = [new Uint32Array(nUnits), new Uint32Array(nUnits)];
  let nOfAll = 0;
  for (const { applies, nApplicable: nOfLeaf, missing } of coverage) {
    if (nOfLeaf === nUnits) nOfAll++;
    else for (let unit = 0; unit < nUnits; unit++) nApplicable[unit]! += applies[unit]!;
    for (const unit of missing) nLacking[unit]!++;
  }
  return { nApplicable: nApplicable.map(number => number + nOfAll), nLacking };
}

/** Which leaves the units lack that are meant. */
function lackedBy(isMeant: Uint32Array, coverage: readonly Coverage[]): ReadonlyMap<number, readonly Indicator[]> {
  const lacking = new Map<number, Indicator[]>();
  if (!isMeant.includes(1)) return lacking;
  for (const { leaf, missing } of coverage) {
    for (const unit of missing) {
      if (isMeant[unit] === 0) continue;
      const already = lacking.get(unit);
      if (already === undefined) lacking.set(unit, [leaf]);
      else already.push(leaf);
    }
  }
  return lacking;
}
