import { localText } from '../../base/locale.ts';
import type { Column } from '../../engine/column.ts';
import type { Indicator } from '../../model/indicator.ts';
import { cellOf, cellProblems, readBy } from '../cells.ts';
import type { DataContext, Rule } from '../rule.ts';
import { numberText } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, measure: "%", normalise: min-max}\n';

export const zeroSuspect: Rule = {
  code: 'zero-suspect',
  severity: 'warning',
  level: 'data',
  title: localText('A zero that looks like a missing value', '疑似缺失值的零'),
  why: localText(
    'Some sources print 0 where nothing was reported. Scored as a value it ruins the unit (or makes it the best of a negative indicator), and with min–max it presses all others together. Leave the cell empty, or silence this with the reason why 0 is true.',
    '有些来源把未填报印成 0。当作数值计分会使该对象得分极低（逆向指标则成为最优），采用极差法时还会把其他对象挤在一起。应将单元格留空；若确为 0，请注明理由后关闭。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), steps 2 and 3; COINr Screen (share of zeros)',
    'OECD/JRC《复合指标构建手册》（2008）第 2、3 步；COINr Screen（零值占比）',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online\na,97.2\nb,0\nc,91.5\nd,88.1\ne,95.3\n' } },
  right: { definition, files: { 'demo.csv': 'code,online\na,97.2\nb,\nc,91.5\nd,88.1\ne,95.3\n' } },
  *check(context) {
    yield* cellProblems(
      context,
      [...context.data.leaves.keys()].flatMap(leaf => suspectZeros(context, leaf)),
      ({ indicator, others }) => {
        const [low, high] = [numberText(others[0]!), numberText(others.at(-1)!)];
        return {
          message: localText(
            `0 looks like a missing value: the ${others.length} other values lie between ${low} and ${high}`,
            `0 疑似缺失：其余 ${others.length} 个值在 ${low} 与 ${high} 之间`,
          ),
          related: readBy(indicator),
        };
      },
      localText('zeros that look like missing values', '疑似缺失的零'),
    );
  },
};

function suspectZeros(context: DataContext, indicator: Indicator) {
  const { data } = context;
  const { categories, checklist, range } = indicator.own;
  const [column] = data.leaves.get(indicator)?.columns ?? [];
  if (column === undefined || categories !== undefined || checklist !== undefined) return [];
  // A zero outside the range is reported as such.
  if (range !== undefined && (range.value[0] > 0 || range.value[1] < 0)) return [];
  const { zeros, others } = data.memory.of(column, zerosThatStandApart);
  return zeros.flatMap(unit => {
    const cell = cellOf(context, indicator, unit);
    return cell === undefined ? [] : [{ ...cell, indicator, others }];
  });
}

/** The units with them, and the other values by size. */
function zerosThatStandApart({ values, states }: Column): { zeros: readonly number[]; others: Float64Array } {
  const zeros: number[] = [];
  for (let unit = values.indexOf(0); unit >= 0; unit = values.indexOf(0, unit + 1))
    if (states[unit] === 0) zeros.push(unit);
  if (zeros.length === 0) return noZeros;
  const present = values.filter((_, unit) => states[unit] === 0);
  const others = present.filter(value => value !== 0).sort();
  const doStandApart = areFew(zeros.length, present.length) && standsApart(others) && areMeasured(others);
  return doStandApart ? { zeros, others } : noZeros;
}

const noZeros = { zeros: [], others: new Float64Array() };

/** Many zeros are a fact about the units. */
function areFew(nZeros: number, nAll: number): boolean {
  return nZeros * 4 <= nAll;
}

/** Not marks on a coarse ladder (60, 80, 100), where 0 is the lowest one. */
function areMeasured(sorted: Float64Array): boolean {
  const nDistinct = new Set(sorted).size;
  return nDistinct >= 3 && nDistinct * 2 > sorted.length && sorted.some(value => value % 5 !== 0);
}

/**
 * All others on one side of 0, and it is farther from them than they are from each other; or it lies beyond three
 * interquartile ranges below the first quartile (Tukey's far outlier), over a gap wider than any other.
 */
function standsApart(sorted: Float64Array): boolean {
  const away = sorted[0]! > 0 ? sorted : sorted.map(value => -value).reverse();
  const [least, most] = [away[0]!, away.at(-1)!];
  if (!(least > 0)) return false;
  const quartile = (part: number) => away[Math.round((away.length - 1) * part)]!;
  const isFarOut = quartile(0.25) - 3 * (quartile(0.75) - quartile(0.25)) > 0;
  const widest = away.reduce(
    (gap, value, position) => Math.max(gap, position === 0 ? 0 : value - away[position - 1]!),
    0,
  );
  return least > most - least || (isFarOut && least > widest);
}
