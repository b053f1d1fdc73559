import { localText } from '../../base/locale.ts';
import { cellOf, cellProblems, readBy } from '../cells.ts';
import type { DataContext, Rule } from '../rule.ts';
import { numberText } from '../words.ts';

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
