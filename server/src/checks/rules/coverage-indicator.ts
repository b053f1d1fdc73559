import { localText } from '../../base/locale.ts';
import { headerPlace, readBy } from '../cells.ts';
import { countsAsAnswer } from '../coverage.ts';
import type { Rule } from '../rule.ts';
import { listIn, nameIn, percentText } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\ndefaults: {missing: exclude}\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n  - {id: reply, name: 答复率, normalise: none}\n';

export const coverageIndicator: Rule = {
  code: 'coverage-indicator',
  severity: 'warning',
  level: 'data',
  threshold: 65,
  title: localText('An indicator with values for too few units', '有数据的评估对象过少的指标'),
  why: localText(
    'The rest is scored without it or with numbers that were made up for it: find a better source, or leave the indicator out. Threshold: percent of the units that it applies to. A leaf that says what a missing value counts (`missing: zero`) is not meant.',
    '其余对象只能缺项计分或用插补值代替：应另寻数据来源，或剔除该指标。阈值为占适用对象的百分比。自行写明缺失如何计分（`missing: zero`）的指标不在此列。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 3; COINr Screen; 65 % as in the Global Innovation Index and JRC audits',
    'OECD/JRC《复合指标构建手册》（2008）第 3 步；COINr Screen；65% 取自全球创新指数和 JRC 审查',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online,reply\na,97,90\nb,95,NA\nc,88,NA\n' } },
  right: { definition, files: { 'demo.csv': 'code,online,reply\na,97,90\nb,95,80\nc,88,NA\n' } },
  *check(context) {
    const { data, threshold, coverage } = context;
    const least = threshold(65);
    const said = new Set<string>();
    for (const { leaf, nApplicable, missing } of coverage) {
      const percent = ((nApplicable - missing.length) / nApplicable) * 100;
      const place = data.leaves.get(leaf)?.places[0];
      if (place === undefined || nApplicable === 0 || percent >= least || countsAsAnswer(leaf)) continue;
      // A column that several indicators read is one fault.
      const column = `${place.source.index} ${place.column} ${missing.join()}`;
      if (said.has(column)) continue;
      said.add(column);
      const nPresent = nApplicable - missing.length;
      const units = missing.map(unit => data.units[unit]!.name);
      const figures = (locale: 'en' | 'zh-CN') => [percentText(percent, locale, least), percentText(least, locale)];
      const [en, zh] = [figures('en'), figures('zh-CN')];
      yield {
        at: headerPlace(context, place.source.index, place.column),
        message: localText(
          `${nameIn(leaf, 'en')} has values for ${nPresent} of ${nApplicable} units (${en[0]}, less than ${en[1]}); without: ${listIn(units, 'en')}`,
          `“${nameIn(leaf, 'zh-CN')}”只有 ${nPresent}/${nApplicable} 个对象有值（${zh[0]}，不足 ${zh[1]}）；缺失：${listIn(units, 'zh-CN')}`,
        ),
        related: readBy(leaf),
      };
    }
  },
};
