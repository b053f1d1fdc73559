/**
 * How a unit came to its place: numbered steps from each cell to the rank, each with arithmetic that a reader can redo
 * by hand. Numbers are shown to six decimals; the arithmetic behind them is not rounded. Knows no format.
 */
import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { findUnit } from '../bind/bind.ts';
import { nameText } from '../names.ts';
import { reasonText } from '../reasonText.ts';
import { type Scoring, scoreOf } from '../score.ts';
import { explainAggregate } from './aggregate.ts';
import type { Explanation, UnnumberedStep } from './explanation.ts';
import { explainLeaf } from './leaf.ts';
import { explainAdjustments, explainPlace } from './place.ts';

/** `reference` is the unit's id, or its name; `undefined` where there is no such unit. */
export function explain(scoring: Scoring, reference: string): Explanation | undefined {
  const { system, data, compiled } = scoring;
  const found = findUnit(data, reference);
  if (found === undefined) return undefined;
  const { index: unit, id, name } = found;
  const steps: UnnumberedStep[] = [];
  const visit = (indicator: Indicator) => {
    for (const child of indicator.children ?? []) visit(child);
    steps.push(explainIndicator(scoring, indicator, unit));
  };
  for (const indicator of system.top) visit(indicator);
  const index = compiled.plan.nodes.length - 1;
  steps.push({
    kind: 'index',
    subject: null,
    title: localText('Index', '总指数'),
    ...(compiled.noTotals === undefined
      ? explainAggregate(scoring, index, unit)
      : { lines: [compiled.noTotals.message], value: null }),
    cells: [],
  });
  steps.push(...explainAdjustments(scoring, unit), ...explainPlace(scoring, unit));
  return { unit: { id, name }, steps: steps.map((step, position) => ({ number: position + 1, ...step })) };
}

function explainIndicator(scoring: Scoring, indicator: Indicator, unit: number): UnnumberedStep {
  const { compiled } = scoring;
  const node = compiled.nodeOf.get(indicator);
  const title = nameText(indicator.own.name?.value, indicator.id);
  const head = { subject: indicator.id, title };
  const kind = indicator.children === undefined ? 'leaf' : 'aggregate';
  const outcome = scoreOf(scoring, indicator, unit);
  if (node === undefined || outcome.kind === 'unscored' || outcome.kind === 'no-weight-group') {
    const line = outcome.kind === 'unscored' ? outcome.unscored.message : reasonText('no-weight-group');
    return { kind, ...head, lines: [line], value: null, cells: [] };
  }
  if (kind === 'leaf') return { kind, ...head, ...explainLeaf(scoring, indicator, node, unit) };
  return { kind, ...head, ...explainAggregate(scoring, node, unit), cells: [] };
}
