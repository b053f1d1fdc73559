import { toNumber } from '../../base/decimal.ts';
import { type LocalText, localText } from '../../base/locale.ts';
import { findColumn } from '../../scoring/columnSearch.ts';
import { type CellPosition, cellOf, cellProblems, readBy } from '../cells.ts';
import type { DataContext, Rule } from '../rule.ts';
import { numberText, textOrId } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, measure: "%", range: [0, 100], normalise: min-max}\n';

export const dataRange: Rule = {
  code: 'data-range',
  severity: 'warning',
  level: 'data',
  title: localText('A value lies outside the plausible range', '数值超出合理范围'),
  why: localText(
    'A share of 970 % is a slip of the decimal point; with min–max it decides the scores of all units.',
    '970% 的占比多半是小数点错位；采用极差法时，它会左右所有对象的得分。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online\na,97\nb,970\n' } },
  right: { definition, files: { 'demo.csv': 'code,online\na,97\nb,98\n' } },
  *check(context) {
    yield* cellProblems(
      context,
      valuesOutside(context),
      ({ value, range: [lower, upper], indicator }) => ({
        message: localText(
          `${numberText(value)} is outside the range ${numberText(lower)}–${numberText(upper)}`,
          `${numberText(value)} 超出范围 ${numberText(lower)}–${numberText(upper)}`,
        ),
        related: readBy(indicator),
      }),
      localText('outside the range', '超出范围'),
    );
    yield* cellProblems(
      context,
      [...turnedRound(context)],
      ({ message }) => ({ message }),
      localText('with the wrong sign for a bonus or a deduction', '加分或扣分的符号相反'),
    );
  },
};

function valuesOutside(context: DataContext) {
  const { data } = context;
  return [...data.leaves].flatMap(
    ([
      indicator,
      {
        columns: [column],
      },
    ]) => {
      const { range, categories, checklist } = indicator.own;
      if (range === undefined || column === undefined || categories !== undefined || checklist !== undefined) return [];
      const [lower, upper] = range.value;
      if (lower > upper) return [];
      if (!column.values.some((value, unit) => column.states[unit] === 0 && (value < lower || value > upper)))
        return [];
      return data.units.flatMap(({ index }) => {
        const value = column.values[index]!;
        const isOutside = column.states[index] === 0 && (value < lower || value > upper);
        const cell = isOutside ? cellOf(context, indicator, index) : undefined;
        return cell === undefined ? [] : [{ ...cell, value, range: range.value, indicator }];
      });
    },
  );
}

/** Cells by which a bonus takes points away or a deduction adds some. */
function* turnedRound({ data, system }: DataContext): Iterable<CellPosition & { readonly message: LocalText }> {
  for (const [position, { kind, id, name, column, points }] of system.adjustments.entries()) {
    const values = data.adjustments[position]?.values;
    const place = column && findColumn(data.sources, column.value);
    if (values === undefined || place === undefined || kind === undefined || kind.value === 'veto') continue;
    const each = points === undefined ? 1 : toNumber(points.value);
    const title = textOrId(name?.value, id?.value ?? `#${position + 1}`);
    const source = place.source.index;
    for (const { index } of data.units) {
      const amount = each * values[index]!;
      const row = data.rows[source]?.[index] ?? -1;
      if (!(amount < 0) || row < 0) continue;
      const figure = numberText(-amount);
      const message =
        kind.value === 'bonus'
          ? localText(
              `the bonus ${title.en} takes ${figure} points away here`,
              `加分项“${title['zh-CN']}”在此反而扣 ${figure} 分`,
            )
          : localText(
              `the deduction ${title.en} adds ${figure} points here`,
              `扣分项“${title['zh-CN']}”在此反而加 ${figure} 分`,
            );
      yield { source, row, column: place.column, message };
    }
  }
}
