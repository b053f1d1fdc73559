import { localText } from '../../base/locale.ts';
import { printNumber } from '../../scoring/printNumber.ts';
import type { DataContext, Rule } from '../rule.ts';
import { listOf, numberText } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\nranking: {round: {decimals: 1, when: after-rank}, ties: competition}\n';

export const rankClose: Rule = {
  code: 'rank-close',
  severity: 'information',
  level: 'data',
  threshold: 1,
  title: localText('Neighbours in the ranking differ by less than the rounding', '相邻位次的得分差小于舍入精度'),
  why: localText(
    'Rounding decides whether they are tied or which of them comes first, on digits that nobody sees: the least correction of a value turns it round. Print more digits, or say in the publication that such ranks are not told apart. Threshold: how many units of the last printed digit count as close.',
    '是否并列、孰先孰后取决于舍入和看不见的小数位，数据稍有修正就会颠倒。应多印几位小数，或在发布时说明此类位次不作区分。阈值为以末位为单位的差距。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 7: uncertainty and sensitivity',
    'OECD/JRC《复合指标构建手册》（2008）第 7 步：不确定性与敏感性',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online\na,85.34\nb,85.31\nc,70\n' } },
  right: { definition, files: { 'demo.csv': 'code,online\na,85.34\nb,84.31\nc,70\n' } },
  *check(context) {
    const { system, threshold } = context;
    const decimals = system.ranking.round?.decimals;
    if (decimals === undefined) return;
    const close = closeNeighbours(context, threshold(1) * 10 ** -decimals.value);
    if (close.length === 0) return;
    const pair = ([better, worse]: readonly [number, number]) =>
      `${scored(context, better)} – ${scored(context, worse)}`;
    const distance = numberText(threshold(1) * 10 ** -decimals.value);
    yield {
      at: decimals.node,
      message: localText(
        `${close.length} ${close.length === 1 ? 'pair' : 'pairs'} of neighbours in the ranking ${close.length === 1 ? 'differs' : 'differ'} by less than ${distance}: ${listOf(close, pair, 'en')}`,
        `有 ${close.length} 对相邻对象得分相差不到 ${distance}：${listOf(close, pair, 'zh-CN')}`,
      ),
    };
  },
};

/** Totals closer than this are equal: they are sums. */
const dust = 1e-9;

/** The better of two and the next in the ranking, where their unrounded totals differ by less than `distance`. */
function closeNeighbours({ scoring }: DataContext, distance: number): readonly (readonly [number, number])[] {
  if (scoring === undefined || scoring.compiled.noTotals !== undefined) return [];
  const { ranks, order } = scoring.ranking;
  const { values } = scoring.scores.totals;
  const close: (readonly [number, number])[] = [];
  let before = -1;
  for (const unit of order) {
    if (ranks[unit]! <= 0) continue;
    const difference = before < 0 ? 0 : Math.abs(values[before]! - values[unit]!);
    if (difference > dust && difference < distance - dust) close.push([before, unit]);
    before = unit;
  }
  return close;
}

function scored({ data, scoring }: DataContext, unit: number): string {
  return `${data.units[unit]!.name} ${printNumber(scoring!.scores.totals.values[unit]!)}`;
}
