/** An aggregate's score from its children's, with the shares that were actually used. */
import { type LocalText, localText } from '../../base/locale.ts';
import type { AggregatePlan } from '../../engine/aggregatePlan.ts';
import { reasons } from '../../engine/column.ts';
import { sharesUnder } from '../../engine/explain.ts';
import type { Range } from '../../engine/normalisation.ts';
import type { LeafParams } from '../../engine/params.ts';
import { presenceOf, standIn, takesPart } from '../../engine/presence.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameText } from '../names.ts';
import { printNumber, printShare, term } from '../printNumber.ts';
import { reasonText } from '../reasonText.ts';
import type { Scoring } from '../score.ts';
import { nodeOutcome, type UnnumberedStep } from './explanation.ts';
import { normaliseLine } from './normalise.ts';
import { weightsLine } from './weights.ts';

export function explainAggregate(
  scoring: Scoring,
  node: number,
  unit: number,
): Pick<UnnumberedStep, 'lines' | 'value'> {
  const { compiled, scores } = scoring;
  const { plan } = compiled;
  const aggregate = plan.nodes[node] as AggregatePlan;
  const weights = weightsLine(scoring, node, unit);
  const lines: LocalText[] = weights === undefined ? [] : [weights];
  const parts: Part[] = [];
  const leftOut: LocalText[] = [];
  const shares = sharesUnder(plan, scores, unit, aggregate);
  for (const [position, child] of aggregate.children.entries()) {
    const state = scores.nodes[child]!.states[unit]!;
    const share = shares[position]!;
    const presence = presenceOf(plan.nodes[child]!, state, aggregate);
    if (!takesPart(presence)) leftOut.push(nameOf(compiled.indicatorOf[child]!));
    else if (share > 0) {
      parts.push({ share, score: state === 0 ? scores.nodes[child]!.values[unit]! : standIn(plan, presence) });
    }
  }
  const outcome = nodeOutcome(scoring, node, unit);
  if (leftOut.length > 0) lines.push(leftOutText(leftOut, typeof outcome === 'number' && parts.length > 0));
  if (typeof outcome !== 'number') return { lines: [...lines, outcome], value: null };
  lines.push(...arithmeticLines(scoring, { node, aggregate, unit, parts }, outcome));
  if (node === plan.nodes.length - 1 && plan.indexFactor !== 1) {
    const points = outcome * plan.indexFactor;
    const inPoints = `${term(outcome)} × ${term(plan.indexFactor)} = ${printNumber(points)}`;
    lines.push(localText(`in points: ${inPoints}`, `折合分值：${inPoints}`));
    return { lines, value: points };
  }
  return { lines, value: outcome };
}

function leftOutText(names: readonly LocalText[], areOthersRescaled: boolean): LocalText {
  const [en, zh] = [names.map(name => name.en).join(', '), names.map(name => name['zh-CN']).join('、')];
  return areOthersRescaled
    ? localText(`without ${en}; the other weights are rescaled`, `不计 ${zh}，其余权重按比例调整`)
    : localText(`without ${en}`, `不计 ${zh}`);
}

function nameOf({ id, own }: Indicator): LocalText {
  return nameText(own.name?.value, id);
}

interface Combined {
  readonly node: number;
  readonly aggregate: AggregatePlan;
  readonly unit: number;
  readonly parts: readonly Part[];
}

interface Part {
  readonly share: number;
  readonly score: number;
}

/** How the children's scores are combined, or what was filled in; then how the result is standardised. */
function arithmeticLines(
  { scores, params, compiled }: Scoring,
  { node, aggregate, unit, parts }: Combined,
  outcome: number,
): readonly LocalText[] {
  const combined = scores.unstandardised[node]?.values[unit] ?? outcome;
  const result = printNumber(combined);
  const replaced = scores.imputed[node]?.[unit] ?? 0;
  const lines: LocalText[] = [];
  if (replaced !== 0) {
    const why = reasonText(reasons[replaced]!);
    const [en, zh] = fillingWords[aggregate.impute?.method ?? 'mean'];
    lines.push(localText(`${why.en}; filled with ${en}: ${result}`, `${why['zh-CN']}，以${zh}填补：${result}`));
  } else if (aggregate.aggregate === 'copeland') {
    lines.push(
      localText(`units beaten less units that beat it = ${result}`, `胜过的对象个数 − 不敌的对象个数 = ${result}`),
    );
  } else {
    const formula = `${formulaOf(aggregate, parts)} = ${result}`;
    lines.push(localText(formula, formula));
  }
  const learned = params.aggregates[node]?.standardised;
  const standardised = standardiseLine(aggregate, compiled.plan.scale, learned, combined, outcome);
  if (standardised !== undefined) lines.push(localText(`standardised: ${standardised}`, `再标准化：${standardised}`));
  return lines;
}

const fillingWords = {
  mean: ['the mean of its group', '所在组的均值'],
  median: ['the median of its group', '所在组的中位数'],
} as const;

function standardiseLine(
  { standardise }: AggregatePlan,
  [start, end]: Range,
  params: LeafParams | undefined,
  before: number,
  after: number,
): string | undefined {
  if (standardise === undefined) return undefined;
  if (standardise.method === 'normal-cdf') {
    return `${term(start)} + (${term(end)} − ${term(start)}) × Φ(${term(before)}) = ${printNumber(after)}`;
  }
  return normaliseLine({ direction: 'positive' }, standardise, params ?? { n: 0 }, before, after);
}

function formulaOf({ aggregate, power = 1 }: AggregatePlan, parts: readonly Part[]): string {
  switch (aggregate) {
    case 'arithmetic':
      return parts.map(({ share, score }) => `${printShare(share)} × ${term(score)}`).join(' + ');
    case 'geometric':
      return parts.map(({ share, score }) => `${term(score)}^${printNumber(share)}`).join(' × ');
    case 'sum':
      return parts.map(({ score }) => term(score)).join(' + ');
    case 'harmonic':
      return `1 / (${parts.map(({ share, score }) => `${printShare(share)} / ${term(score)}`).join(' + ')})`;
    case 'power': {
      const terms = parts.map(({ share, score }) => `${printShare(share)} × ${term(score)}^${term(power)}`);
      return `(${terms.join(' + ')})^(1/${term(power)})`;
    }
    case 'min':
    case 'max':
    case 'median':
    case 'product':
    case 'copeland':
      return `${aggregate}(${parts.map(({ score }) => printNumber(score)).join(', ')})`;
  }
}
