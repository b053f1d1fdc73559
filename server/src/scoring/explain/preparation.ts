/** What was done to a leaf's value before it was normalised, step by step, with the formulas filled in. */
import { type LocalText, localText } from '../../base/locale.ts';
import { type Column, reasons } from '../../engine/column.ts';
import { imputeMethods } from '../../engine/impute/index.ts';
import type { Imputation, LeafPlan, LeafStep } from '../../engine/leafPlan.ts';
import type { ImputeParams, TreatParams } from '../../engine/params.ts';
import { winsorisedValue } from '../../engine/treat/winsorise.ts';
import type { Indicator } from '../../model/indicator.ts';
import { printNumber, term } from '../printNumber.ts';
import { reasonText } from '../reasonText.ts';
import type { Scoring } from '../score.ts';

export function preparationLines(
  scoring: Scoring,
  indicator: Indicator,
  node: number,
  unit: number,
): readonly LocalText[] {
  const { compiled, scores } = scoring;
  const leaf = compiled.plan.nodes[node] as LeafPlan;
  let before = scores.raw[node]!;
  const lines: LocalText[] = [];
  for (const { step, columns } of scores.steps) {
    const after = columns[node];
    if (after === undefined) continue;
    lines.push(...stepLines(scoring, indicator, { leaf, node, unit, before, after }, step));
    before = after;
  }
  return lines;
}

interface Stage {
  readonly leaf: LeafPlan;
  readonly node: number;
  readonly unit: number;
  readonly before: Column;
  readonly after: Column;
}

function stepLines(scoring: Scoring, indicator: Indicator, stage: Stage, step: LeafStep): readonly LocalText[] {
  const { unit, before, after } = stage;
  const result = after.states[unit] === 0 ? printNumber(after.values[unit]!) : undefined;
  switch (step) {
    case 'denominate': {
      if (before.states[unit] !== 0) return [];
      return [
        result === undefined ? reasonText(reasons[after.states[unit]!]!) : denominateLine(scoring, stage, result),
      ];
    }
    case 'impute':
      if (before.states[unit] === 0) return [];
      return result === undefined ? leftLines(stage) : [imputeLine(scoring, indicator, stage, result)];
    case 'treat': {
      const params = scoring.params.preparation?.treat[stage.node];
      return before.states[unit] !== 0 || params === undefined ? [] : treatLines(stage, params, result);
    }
    case 'screen':
    case 'normalise':
      return [];
  }
}

function denominateLine({ compiled }: Scoring, { leaf, unit, before }: Stage, result: string): LocalText {
  const { column, factor } = leaf.denominator!;
  const divisor = term(compiled.input.columns[column]!.values[unit]!);
  const by = factor === 1 ? divisor : `(${divisor} / ${printNumber(factor)})`;
  const line = `${term(before.values[unit]!)} / ${by} = ${result}`;
  return localText(`divided by the denominator: ${line}`, `除以分母：${line}`);
}

function imputeLine(
  scoring: Scoring,
  indicator: Indicator,
  { leaf, node, unit, before }: Stage,
  result: string,
): LocalText {
  const why = reasonText(reasons[before.states[unit]!]!);
  const params = scoring.params.preparation?.impute[node];
  const what = standIn(scoring, indicator, leaf.impute!, params, unit);
  return localText(`${why.en}; imputed: ${what.en} = ${result}`, `${why['zh-CN']}；插补：${what['zh-CN']} = ${result}`);
}

function leftLines({ unit, before }: Stage): readonly LocalText[] {
  const reason = reasons[before.states[unit]!]!;
  if (reason !== 'missing' && reason !== 'denominator-missing') return [];
  return [localText('there is nothing to impute from', '没有可供插补的值')];
}

function standIn(
  { data, system, compiled }: Scoring,
  { own }: Indicator,
  impute: Imputation,
  params: ImputeParams | undefined,
  unit: number,
): LocalText {
  const { en, 'zh-CN': zh } = imputeMethods[impute.method].title;
  switch (impute.method) {
    case 'mean':
    case 'median': {
      const [method, methodZh] = impute.method === 'mean' ? ['mean', '均值'] : ['median', '中位数'];
      if (impute.from === 'leaves') {
        const names = impute.leaves.flatMap(leaf => compiled.indicatorOf[leaf]?.id ?? []).join(', ');
        const [scale, scaleZh] = impute.on === 'min-max' ? [' on min–max', '（极差法换算后）'] : ['', ''];
        return localText(
          `${method} of the unit’s other indicators${scale} among ${names}`,
          `该对象在 ${names} 中其他指标的${methodZh}${scaleZh}`,
        );
      }
      const by = String((own.impute ?? system.defaults.impute)?.parameters.get('by')?.value ?? '');
      const group = impute.by && data.units[unit]!.groups.get(by)?.[0];
      const index =
        group === undefined ? 0 : (data.groupSystems.find(({ id }) => id === by)?.groups.indexOf(group) ?? 0);
      const n = params?.counts?.[index] ?? 0;
      return group === undefined
        ? localText(`${method} of the column (n = ${n})`, `整列的${methodZh}（n = ${n}）`)
        : localText(`${method} of the group ${group} (n = ${n})`, `“${group}”组的${methodZh}（n = ${n}）`);
    }
    case 'constant':
    case 'carry':
    case 'latest':
    case 'linear':
    case 'em':
      return localText(`${en.charAt(0).toLowerCase()}${en.slice(1)}`, zh);
  }
}

function treatLines(
  { leaf, unit, before }: Stage,
  params: TreatParams,
  result: string | undefined,
): readonly LocalText[] {
  const { winsorised, transformed } = params;
  const value = before.values[unit]!;
  const shape = localText(shapeText(params.before, '; '), shapeText(params.before, '，', ['偏度', '峰度']));
  const treatment = leaf.treat!;
  const isClamped = winsorised !== undefined && (transformed === undefined || treatment.combine);
  const clamped = isClamped ? winsorisedValue(value, winsorised) : value;
  const lines: LocalText[] = [];
  if (params.wouldBeConstant) {
    lines.push(
      localText(
        `not treated (${shape.en}): winsorising would make all values equal`,
        `未处理（${shape['zh-CN']}）：缩尾会使所有值相等`,
      ),
    );
  }
  if (clamped !== value) {
    lines.push(
      localText(
        `winsorised (${shape.en}): ${printNumber(value)} → ${printNumber(clamped)}`,
        `缩尾（${shape['zh-CN']}）：${printNumber(value)} → ${printNumber(clamped)}`,
      ),
    );
  }
  if (transformed !== undefined) {
    const line = `${transformFormula(transformed, clamped)} = ${result ?? ''}`;
    if (result === undefined) lines.push(reasonText('non-positive'));
    else lines.push(localText(`transformed (${shape.en}): ${line}`, `变换（${shape['zh-CN']}）：${line}`));
  }
  return lines;
}

function shapeText({ skew, kurtosis }: TreatParams['before'], separator: string, words = ['skew', 'kurtosis']): string {
  const print = (value: number | null) => (value === null ? '–' : printNumber(Number(value.toPrecision(6))));
  return `${words[0]} ${print(skew)}${separator}${words[1]} ${print(kurtosis)}`;
}

function transformFormula(params: NonNullable<TreatParams['transformed']>, value: number): string {
  const { method, min, max, mirrored, lambda = 0 } = params;
  const x = term(value);
  switch (method) {
    case 'log': {
      const shift = printNumber(0.01 * (max - min));
      return mirrored ? `−ln(${term(max)} + ${shift} − ${x})` : `ln(${x} − ${term(min)} + ${shift})`;
    }
    case 'log-shift':
      return `ln(${x} − ${term(min)} + 1)`;
    case 'log-gii':
      return `ln((${term(max)} − 1) × (${x} − ${term(min)}) / (${term(max)} − ${term(min)}) + 1)`;
    case 'box-cox': {
      const shifted = `(${x} − ${term(min)} + 1)`;
      return lambda === 0 ? `ln${shifted}` : `(${shifted}^${printNumber(lambda)} − 1) / ${printNumber(lambda)}`;
    }
  }
}
