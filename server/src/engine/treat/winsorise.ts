/** Winsorising: the most extreme values become the next ones. Knows nothing of what comes before and after. */
import type { MethodRecord } from '../method.ts';
import { type Limits, type Moments, momentsOf, passes } from './moments.ts';

export interface Winsorised {
  /** Lower values become `low`, higher ones `high`; both are values of the column. */
  readonly low: number;
  readonly high: number;
  /** How many values were moved. */
  readonly nLow: number;
  readonly nHigh: number;
  /** Of the values after it. */
  readonly moments: Moments;
}

export interface WinsoriseOptions extends Limits {
  /** Another step is made while fewer values than this are moved; `undefined`: no limit. */
  readonly max?: number;
  /** Goes on to `max` even if the column passes. */
  readonly force: boolean;
}

/**
 * `sorted` in ascending order. While the column does not pass and fewer than `max` values are moved, all values at the
 * extreme become the next value: the highest where the skew is not negative, else the lowest. Equal values move together,
 * so more than `max` may be moved. `undefined` where a step would make all values equal.
 */
export function winsoriseSorted(
  sorted: Float64Array,
  { max = Infinity, force, ...limits }: WinsoriseOptions,
): Winsorised | undefined {
  const n = sorted.length;
  const values = sorted.slice();
  let first = 0; // of the lowest values that were not moved
  let last = n - 1;
  let moments = momentsOf(values);
  while (first + (n - 1 - last) < max && (force ? moments.skew !== null : !passes(moments, limits))) {
    let nextLast = last;
    while (nextLast >= first && values[nextLast] === values[last]) nextLast--;
    let nextFirst = first;
    while (nextFirst <= last && values[nextFirst] === values[first]) nextFirst++;
    if (nextLast < nextFirst) return undefined;
    if ((moments.skew ?? 0) >= 0) {
      last = nextLast;
      values.fill(values[last]!, last + 1);
    } else {
      first = nextFirst;
      values.fill(values[first]!, 0, first);
    }
    moments = momentsOf(values);
  }
  return { low: values[0] ?? 0, high: values[n - 1] ?? 0, nLow: first, nHigh: n - 1 - last, moments };
}

/** Of any unit, those not learned from included: a value beyond the limit of a side that was winsorised becomes that limit. */
export function winsorisedValue(
  value: number,
  { low, high, nLow, nHigh }: Pick<Winsorised, 'low' | 'high' | 'nLow' | 'nHigh'>,
): number {
  if (nHigh > 0 && value > high) return high;
  return nLow > 0 && value < low ? low : value;
}

export const winsorise: MethodRecord & { readonly example: WinsoriseExample } = {
  id: 'winsorise',
  title: { en: 'Winsorise', 'zh-CN': '缩尾' },
  meaning: {
    en: 'The most extreme values become the next value, step by step, until the column passes.',
    'zh-CN': '逐步把最极端的值改为次极端的值，直到该列达标。',
  },
  formula: 'while |skew| ≥ skew, kurtosis ≥ kurtosis and fewer than max values are moved: extreme → next value',
  source: 'OECD/JRC Handbook (2008), step 2; COINr winsorise',
  parameters: [
    {
      id: 'max',
      meaning: {
        en: 'Another step is made while fewer values than this are moved.',
        'zh-CN': '移动的值少于此数时才继续。',
      },
      default: '5',
    },
    {
      id: 'skew',
      meaning: { en: 'The column passes with an absolute skew below this.', 'zh-CN': '偏度绝对值低于此值即达标。' },
      default: '2',
    },
    {
      id: 'kurtosis',
      meaning: { en: 'The column passes with an excess kurtosis below this.', 'zh-CN': '超额峰度低于此值即达标。' },
      default: '3.5',
    },
    {
      id: 'force',
      meaning: {
        en: 'A column that did not pass is winsorised up to `max`, though it may pass before.',
        'zh-CN': '未达标的列一直缩尾到 `max`，即使中途已达标。',
      },
      default: 'false',
    },
  ],
  edges: [
    { text: { en: 'The column passes: nothing is moved.', 'zh-CN': '该列达标：不移动任何值。' } },
    {
      text: {
        en: 'Equal values move together, so more than `max` may be moved.',
        'zh-CN': '相等的值一起移动，因此移动数可能超过 `max`。',
      },
    },
    {
      text: {
        en: 'A step would make all values equal: the column is left untreated, `then` included (COINr warns).',
        'zh-CN': '再缩尾一步所有值就会相等：该列不作任何处理，也不作 `then` 的变换（COINr 给出警告）。',
      },
    },
    {
      text: {
        en: 'Fewer than four values, or equal ones: the kurtosis is not defined, the column passes.',
        'zh-CN': '少于四个值或全部相等：峰度无定义，该列视为达标。',
      },
    },
  ],
  example: {
    values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100],
    options: { max: 5, skew: 2, kurtosis: 3.5, force: false },
    winsorised: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10],
  },
};

interface WinsoriseExample {
  readonly values: readonly number[];
  readonly options: WinsoriseOptions;
  readonly winsorised: readonly number[];
}
