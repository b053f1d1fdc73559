/** From the index to the unit's place: adjustments, rounding, rank, tier, and who stands just above. */

import { decimalOf, printDecimal, round, subtract } from '../../base/decimal.ts';
import { type LocalText, localText } from '../../base/locale.ts';
import { meetsCondition } from '../../engine/adjust.ts';
import { betterSign } from '../../engine/better.ts';
import type { Bounds } from '../../engine/bounds.ts';
import type { Adjustment, Plan } from '../../engine/plan.ts';
import { roundedAsPlanned } from '../../engine/round.ts';
import { rankWithin } from '../../engine/score.ts';
import { boundKeys, boundSigns } from '../../model/bounds.ts';
import { nameText, tierName } from '../names.ts';
import { printNumber, term } from '../printNumber.ts';
import { type Scoring, unitScore } from '../score.ts';
import { closingLines } from './closing.ts';
import type { UnnumberedStep } from './explanation.ts';

export function explainAdjustments(scoring: Scoring, unit: number): readonly UnnumberedStep[] {
  const { compiled, scores } = scoring;
  const { plan, input } = compiled;
  if (scores.totals.states[unit] !== 0) return [];
  const index = scores.nodes[plan.nodes.length - 1]!.values[unit]! * plan.indexFactor;
  let running = index;
  return plan.adjustments.map((adjustment, position) => {
    const { id, adjustment: own, indicator } = compiled.adjustments[position]!;
    const effect = scores.adjustments[position]![unit]!;
    const before = running;
    running += effect;
    const cell = 'column' in adjustment ? input.columns[adjustment.column]! : undefined;
    const value = cell === undefined || cell.states[unit] !== 0 ? 0 : cell.values[unit]!;
    const sum = `${term(before)} ${effect < 0 ? '−' : '+'} ${printNumber(Math.abs(effect))} = ${printNumber(running)}`;
    return {
      kind: 'adjustment',
      subject: id,
      title: nameText((own?.name ?? indicator?.own.name)?.value, id),
      lines: [adjustmentLine(scoring, adjustment, unit, value, before), localText(sum, sum)],
      value: running,
      cells: [],
    };
  });
}

/** `cell` is the adjustment's number for the unit, `total` the total before it. */
function adjustmentLine(
  { scores, compiled }: Scoring,
  adjustment: Adjustment,
  unit: number,
  cell: number,
  total: number,
): LocalText {
  switch (adjustment.kind) {
    case 'node-bonus': {
      const [start, end] = compiled.plan.scale;
      const column = scores.nodes[adjustment.node]!;
      const score = column.states[unit] === 0 ? column.values[unit]! : start;
      const formula = `(${term(score)} − ${term(start)}) / (${term(end)} − ${term(start)}) × ${term(adjustment.cap)}`;
      return withCondition(formula, adjustment.when, total, compiled.plan);
    }
    case 'bonus': {
      const formula = `${term(cell)} × ${term(adjustment.points)}`;
      const { cap } = adjustment;
      const capped = cap === undefined ? formula : `min(${formula}, ${printNumber(cap)})`;
      return withCondition(capped, adjustment.when, total, compiled.plan);
    }
    case 'deduction': {
      const formula = `${term(cell)} × ${term(adjustment.points)}`;
      const floor = printNumber(adjustment.floor ?? 0);
      if (adjustment.of === undefined && adjustment.floor === undefined) return localText(formula, formula);
      return localText(`${formula}, what is left not below ${floor}`, `${formula}，扣后不低于 ${floor}`);
    }
    case 'veto':
      return cell === 1
        ? localText('the veto applies', '触发一票否决')
        : localText('the veto does not apply', '未触发一票否决');
  }
}

/** `total`: what the condition was tested on, before it was rounded for that. */
function withCondition(formula: string, when: Bounds | undefined, total: number, plan: Plan): LocalText {
  if (when === undefined) return localText(formula, formula);
  const condition = boundText(when, roundedAsPlanned(total, plan));
  return meetsCondition(when, total, plan)
    ? localText(`${formula}, since the total is ${condition}`, `${formula}，总分 ${condition}`)
    : localText(`nothing is added: not ${condition}`, `不加分：总分未达到 ${condition}`);
}

export function explainPlace(scoring: Scoring, unit: number): readonly UnnumberedStep[] {
  const { compiled, ranking, data } = scoring;
  const result = unitScore(scoring, unit);
  const { score, unrounded, rank, tier } = result;
  if (score === undefined || unrounded === undefined) return [];
  const steps: UnnumberedStep[] = [];
  const step = (kind: UnnumberedStep['kind'], title: LocalText, lines: readonly LocalText[], value: number | null) =>
    steps.push({ kind, subject: null, title, lines, value, cells: [] });
  const { round, ties } = compiled.plan.ranking;
  if (round !== undefined) {
    const line = `${printNumber(unrounded)} → ${printNumber(score)}`;
    const { en, zh } = roundingModes[round.mode];
    const lines = localText(
      `${line} (${en}, decimals: ${round.decimals})`,
      `${line}（${zh}，${round.decimals} 位小数）`,
    );
    step('rounding', localText('Rounding', '舍入'), [lines], score);
  }
  const ranked = [...ranking.order].filter(other => ranking.ranks[other]! > 0);
  step('rank', localText('Rank', '位次'), rankLines(scoring, unit, rank, ranked, ties), rank ?? null);
  if (tier !== undefined) step('tier', localText('Tier', '档次'), tierLines(scoring, unit, tier, score), null);
  const place = ranked.indexOf(unit);
  const above = ranked.slice(0, Math.max(0, place)).findLast(other => ranking.rounded[other] !== score);
  if (above !== undefined) {
    const name = data.units[above]!.name;
    const scoreAbove = ranking.rounded[above]!;
    const [theirs, own] = [`${name} ${printNumber(scoreAbove)}`, printNumber(score)];
    const [higher, lower] = scoreAbove > score ? [theirs, own] : [own, theirs];
    const line = `${higher} − ${lower} = ${gapText(scoreAbove, score)}`;
    const ways = closingLines(scoring, unit, { total: scoreAbove, isOpen: false });
    step('neighbour', localText('Just above', '前一位'), [localText(line, line), ...ways], scoreAbove);
  }
  return steps;
}

const roundingModes = {
  'half-up': { en: 'half up', zh: '四舍五入' },
  'half-even': { en: 'half to even', zh: '四舍六入五成双' },
  down: { en: 'cut off', zh: '直接截断' },
} as const;

function rankLines(
  { data, ranking, compiled }: Scoring,
  unit: number,
  rank: number | undefined,
  ranked: readonly number[],
  ties: string,
): readonly LocalText[] {
  if (rank === undefined) {
    const { noRanks } = compiled;
    return [noRanks?.message ?? localText('the unit is not eligible for a rank', '该评估对象不参与排名')];
  }
  const tied = ranked.filter(other => other !== unit && ranking.ranks[other] === rank);
  const nAbove = ranked.filter(other => ranking.ranks[other]! < rank).length;
  const names = tied.map(other => data.units[other]!.name).join(', ');
  const lines = [
    localText(
      `${rank} of ${ranked.length}; ${nAbove} above`,
      `第 ${rank} 位，共 ${ranked.length} 个；前面有 ${nAbove} 个`,
    ),
  ];
  if (tied.length > 0) lines.push(localText(`tied with ${names} (${ties})`, `与 ${names} 并列（${ties}）`));
  const { groups } = data.units[unit]!;
  compiled.within.forEach(({ id, groups: names }, position) => {
    for (const group of groups.get(id) ?? []) {
      const within = rankWithin(ranking.ranksWithin[position]!, unit, names.indexOf(group));
      if (within > 0) lines.push(localText(`within ${group}: ${within}`, `${group}内：第 ${within} 位`));
    }
  });
  return lines;
}

function tierLines(scoring: Scoring, unit: number, tier: number, score: number): readonly LocalText[] {
  const { compiled, scores } = scoring;
  const [en, zh] = [tierName(scoring, tier, 'en'), tierName(scoring, tier, 'zh-CN')];
  if (scores.vetoedTier?.[unit] === tier) return [localText(`${en}, by a veto`, `${zh}（一票否决）`)];
  const { tiers } = compiled.plan;
  if (tiers.kind !== 'bounds') return [localText(`${en}, by quota`, `${zh}（按名额）`)];
  const lines = [
    localText(`${en}: ${boundText(tiers.tiers[tier], score)}`, `${zh}：${boundText(tiers.tiers[tier], score)}`),
  ];
  const [[key, bound] = []] = Object.entries(tiers.tiers[tier - 1] ?? {});
  if (bound !== undefined) {
    const gap = gapText(bound, score);
    const side = betterSign(compiled.plan.ranking.best) > 0 ? 'below' : 'above';
    const [nextEn, nextZh] = [tierName(scoring, tier - 1, 'en'), tierName(scoring, tier - 1, 'zh-CN')];
    lines.push(localText(`${gap} ${side} the bound of ${nextEn}`, `距${nextZh}的分数线还差 ${gap}`));
    lines.push(...closingLines(scoring, unit, { total: bound, isOpen: key === 'above' || key === 'below' }));
  }
  return lines;
}

/** Between two totals, whichever is the better, as the arithmetic of decimals gives it, to six of them. */
function gapText(a: number, b: number): string {
  return printDecimal(round(subtract(decimalOf(Math.max(a, b)), decimalOf(Math.min(a, b))), 6));
}

function boundText(bounds: Bounds = {}, score: number): string {
  const parts = boundKeys.flatMap(key => {
    const bound = bounds[key];
    return bound === undefined ? [] : [`${boundSigns[key]} ${printNumber(bound)}`];
  });
  return [printNumber(score), ...parts].join(' ');
}
