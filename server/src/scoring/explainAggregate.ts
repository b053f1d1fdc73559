/** An aggregate's score from its children's, with the shares that were actually used. */
import { type LocalText, localText } from '../base/locale.ts';
import { shareOf } from '../engine/explain.ts';
import type { AggregatePlan } from '../engine/plan.ts';
import { presenceOf, takesPart } from '../engine/presence.ts';
import { nodeOutcome, type UnnumberedStep } from './explanation.ts';
import { printNumber, printShare, term } from './printNumber.ts';
import type { Scoring } from './score.ts';

export function explainAggregate(
  scoring: Scoring,
  node: number,
  unit: number,
): Pick<UnnumberedStep, 'lines' | 'value'> {
  const { compiled, scores } = scoring;
  const { plan } = compiled;
  const aggregate = plan.nodes[node] as AggregatePlan;
  const lines: LocalText[] = [];
  const parts: { share: number; score: number }[] = [];
  const leftOut: string[] = [];
  for (const child of aggregate.children) {
    const state = scores.nodes[child]!.states[unit]!;
    const share = shareOf(plan, scores, unit, child);
    const isTaken = takesPart(presenceOf(plan.nodes[child]!, state, aggregate));
    if (!isTaken) leftOut.push(compiled.indicatorOf[child]?.id ?? '');
    else if (share > 0) parts.push({ share, score: state === 0 ? scores.nodes[child]!.values[unit]! : plan.scale[0] });
  }
  if (leftOut.length > 0) {
    const names = leftOut.join(', ');
    lines.push(localText(`without ${names}; the other weights are rescaled`, `不计 ${names}，其余权重按比例调整`));
  }
  const outcome = nodeOutcome(scoring, node, unit);
  if (typeof outcome !== 'number') return { lines: [...lines, outcome], value: null };
  const formula = `${formulaOf(aggregate, parts)} = ${printNumber(outcome)}`;
  lines.push(localText(formula, formula));
  if (node === plan.nodes.length - 1 && plan.indexFactor !== 1) {
    const points = outcome * plan.indexFactor;
    const inPoints = `${term(outcome)} × ${term(plan.indexFactor)} = ${printNumber(points)}`;
    lines.push(localText(`in points: ${inPoints}`, `折合分值：${inPoints}`));
    return { lines, value: points };
  }
  return { lines, value: outcome };
}

function formulaOf({ aggregate }: AggregatePlan, parts: readonly { share: number; score: number }[]): string {
  switch (aggregate) {
    case 'arithmetic':
      return parts.map(({ share, score }) => `${printShare(share)} × ${term(score)}`).join(' + ');
    case 'geometric':
      return parts.map(({ share, score }) => `${term(score)}^${printNumber(share)}`).join(' × ');
    case 'sum':
      return parts.map(({ score }) => term(score)).join(' + ');
    case 'min':
    case 'max':
      return `${aggregate}(${parts.map(({ score }) => printNumber(score)).join(', ')})`;
  }
}
