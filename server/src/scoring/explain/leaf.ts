/** A leaf's way from cell to score, with its formula filled in. */
import { type LocalText, localText } from '../../base/locale.ts';
import { reasons } from '../../engine/column.ts';
import type { LeafPlan } from '../../engine/leafPlan.ts';
import type { LeafParams } from '../../engine/params.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { LeafCells } from '../bind/leaves.ts';
import { type ColumnPlace, textAt } from '../columns.ts';
import { printNumber } from '../printNumber.ts';
import { reasonText } from '../reasonText.ts';
import type { Scoring } from '../score.ts';
import { type ExplainedCell, nodeOutcome, type UnnumberedStep } from './explanation.ts';
import { normaliseLine } from './normalise.ts';
import { preparationLines } from './preparation.ts';

export function explainLeaf(
  scoring: Scoring,
  indicator: Indicator,
  node: number,
  unit: number,
): Pick<UnnumberedStep, 'lines' | 'value' | 'cells'> {
  const { data, compiled, params, scores } = scoring;
  const cells = cellsOf(scoring, indicator, unit);
  const raw = scores.raw[node]!;
  const prepared = scores.prepared[node]!;
  const state = reasons[prepared.states[unit]!]!;
  const outcome = nodeOutcome(scoring, node, unit);
  const plan = compiled.plan.nodes[node] as LeafPlan;
  const lines: LocalText[] = cells.map(cell => cellLine(cell, scoring));
  if (cells.length < placesOf(data.leaves.get(indicator)!).length) {
    lines.push(localText('the unit is not in the data source', '数据源中没有该评估对象'));
  }
  if (raw.states[unit] === 0) lines.push(...valueLines(indicator, cells, raw.values[unit]!));
  lines.push(...preparationLines(scoring, indicator, node, unit));
  if (state === 'present') {
    if (typeof outcome === 'number') {
      lines.push(...normaliseLines(plan, params.leaves[node], prepared.values[unit]!, outcome));
    }
  } else if (typeof outcome === 'number') {
    const score = printNumber(outcome);
    lines.push(localText(`the value is missing; ${score} stands in for it`, `数据缺失，以 ${score} 分代替`));
  }
  if (typeof outcome !== 'number') lines.push(state === 'present' ? outcome : reasonText(state));
  return { lines, value: typeof outcome === 'number' ? outcome : null, cells };
}

function cellsOf({ system, data }: Scoring, indicator: Indicator, unit: number): readonly ExplainedCell[] {
  const leaf = data.leaves.get(indicator);
  return (leaf === undefined ? [] : placesOf(leaf)).flatMap(place => {
    const source = place.source.index;
    const row = data.rows[source]?.[unit] ?? -1;
    if (row < 0) return [];
    const path = system.data[source]?.path?.value ?? '';
    const { table } = place.source;
    const name = table?.columns[place.column]?.name ?? '';
    const line = table?.rowNumber(row, place.column) ?? 0;
    return [{ source, path, row, line, column: place.column, name, text: textAt(place, row) }];
  });
}

/** The denominator's last. */
function placesOf({ places, denominator }: LeafCells): readonly ColumnPlace[] {
  return denominator === undefined ? places : [...places, denominator.place];
}

function cellLine({ path, source, row, column, line, name, text }: ExplainedCell, { data }: Scoring): LocalText {
  const table = data.sources[source]?.table;
  if (table?.isText === false) {
    const { en, 'zh-CN': zh } = table.addressOf(row, column);
    return localText(`${path}, ${en}: “${text}”`, `${path} ${zh}：“${text}”`);
  }
  return localText(`${path}, line ${line}, column “${name}”: “${text}”`, `${path} 第 ${line} 行“${name}”列：“${text}”`);
}

function valueLines({ own }: Indicator, cells: readonly ExplainedCell[], value: number): readonly LocalText[] {
  const [cell] = cells;
  if (own.checklist !== undefined) {
    const points = [...own.checklist.points.values()];
    const terms = points.map((each, position) => `${printNumber(each.value)} (${cells[position]?.text ?? ''})`);
    const zh = `各项分值（${terms.join('；')}），符合者合计 ${printNumber(value)}`;
    return [localText(`points ${terms.join('; ')}; those that are met add up to ${printNumber(value)}`, zh)];
  }
  if (own.categories !== undefined) return [same(`${cell?.text ?? ''} → ${printNumber(value)}`)];
  if (own.steps === undefined) return [];
  const number = Number(cell?.text);
  const step = own.steps.steps.find(({ atLeast }) => atLeast === undefined || number >= atLeast.value);
  const bound = step?.atLeast;
  if (bound === undefined)
    return [localText(`below all steps → ${printNumber(value)}`, `低于各级 → ${printNumber(value)}`)];
  return [same(`${printNumber(number)} ≥ ${printNumber(bound.value)} → ${printNumber(value)}`)];
}

function normaliseLines(
  plan: LeafPlan,
  params: LeafParams | undefined,
  value: number,
  score: number,
): readonly LocalText[] {
  if (plan.normalise.method !== 'none')
    return [same(normaliseLine(plan, plan.normalise, params ?? { n: 0 }, value, score))];
  return plan.source.kind === 'column' ? [localText('the value is the score', '数值即得分')] : [];
}

function same(text: string): LocalText {
  return localText(text, text);
}
