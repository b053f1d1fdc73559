import { compare, type Decimal, decimalOf, multiply, printDecimal, subtract, toNumber } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import { bestOf, boundOf } from '../../model/bounds.ts';
import { totalOf } from '../../scoring/score.ts';
import type { Rule } from '../rule.ts';
import { boundWords } from '../tierBounds.ts';
import { listIn, numberText, textOrId } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\ntiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]\n';

export const tierEdge: Rule = {
  code: 'tier-edge',
  severity: 'information',
  level: 'data',
  threshold: 0.1,
  title: localText('Units stand within a hair of a tier’s bound', '有对象的得分紧贴档次界限'),
  why: localText(
    'The smallest change of a value, a weight or a rounding moves them to another tier: check their data twice. Threshold: percent of the scale.',
    '数据、权重或舍入的微小变化就会使其跨档，相关数据应重点复核。阈值为占得分区间的百分比。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 7: uncertainty and sensitivity',
    'OECD/JRC《复合指标构建手册》（2008）第 7 步：不确定性与敏感性',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online\na,84.95\nb,70\n' } },
  right: { definition, files: { 'demo.csv': 'code,online\na,86\nb,70\n' } },
  *check({ system, data, scoring, threshold }) {
    if (scoring === undefined || scoring.compiled.noTiers !== undefined) return;
    const [start, end] = system.scale;
    const width = multiply(decimalOf(threshold(0.1)), multiply(decimalOf(end - start), decimalOf(0.01)));
    const { rounded } = scoring.ranking;
    const scored = data.units.filter(({ index }) => totalOf(scoring, index).kind === 'number');
    for (const [position, tier] of system.tiers.entries()) {
      const bound = boundOf(tier, system);
      if (bound === undefined) continue;
      const [middle, reach] = [toNumber(bound.value), 2 * toNumber(width)];
      const near = scored
        .filter(({ index }) => Math.abs(rounded[index]! - middle) <= reach)
        .filter(({ index }) => isWithin(decimalOf(rounded[index]!), bound.value, width));
      if (near.length === 0) continue;
      const units = near.map(({ name, index }) => `${name} ${numberText(rounded[index]!)}`);
      const name = textOrId(tier.name?.value, `#${position + 1}`);
      const [distance, figure] = [width, bound.value].map(printDecimal);
      yield {
        at: bound.node,
        message: localText(
          `${near.length} ${near.length === 1 ? 'unit is' : 'units are'} within ${distance} of ${figure}, where ${name.en} ${boundWords[bestOf(system)].verb}: ${listIn(units, 'en')}`,
          `有 ${near.length} 个对象与“${name['zh-CN']}”的界限 ${figure} 相差不超过 ${distance}：${listIn(units, 'zh-CN')}`,
        ),
      };
    }
  },
};

function isWithin(total: Decimal, bound: Decimal, width: Decimal): boolean {
  const distance = subtract(total, bound);
  return compare(distance.digits < 0n ? subtract(bound, total) : distance, width) <= 0;
}
