/** Denominate: values per so much of a denominator. Knows nothing of where the denominator comes from. */
import { type Column, codes, writeNumber, writeReason } from './column.ts';
import type { MethodRecord } from './method.ts';

/**
 * Writes x / (d / factor). A unit without a value keeps its reason; with a value but no denominator the reason is
 * `denominator-missing`, with a denominator of 0 `denominator-zero`.
 */
export function denominateColumn(from: Column, denominator: Column, factor: number, to: Column): void {
  const ratio = ratioBy(factor);
  for (let unit = 0; unit < from.values.length; unit++) {
    const state = from.states[unit]!;
    const divisor = denominator.values[unit]!;
    if (state !== codes.present) writeReason(to, unit, state);
    else if (denominator.states[unit] !== codes.present || !Number.isFinite(divisor)) {
      writeReason(to, unit, codes['denominator-missing']);
    } else if (divisor === 0) writeReason(to, unit, codes['denominator-zero']);
    else writeNumber(to, unit, ratio(from.values[unit]!, divisor));
  }
}

/**
 * x / (d / factor): of decimals that whole numbers can stand for, the number nearest to the exact ratio. So 3 of 9 and 1 of
 * 3 per thousand are the same number and share a rank.
 */
function ratioBy(factor: number): (value: number, divisor: number) => number {
  const factorPlaces = placesOf(factor);
  return (value, divisor) => {
    const valuePlaces = placesOf(value);
    const divisorPlaces = placesOf(divisor);
    const shift = divisorPlaces - valuePlaces - factorPlaces;
    const top = whole(value, valuePlaces) * whole(factor, factorPlaces) * tenTo(Math.max(0, shift));
    const bottom = whole(divisor, divisorPlaces) * tenTo(Math.max(0, -shift));
    const isExact = Math.abs(top) <= Number.MAX_SAFE_INTEGER && Math.abs(bottom) <= Number.MAX_SAFE_INTEGER;
    return isExact ? top / bottom : value / (divisor / factor);
  };
}

const powersOfTen: readonly number[] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/** The least number of decimal places that says the number; NaN: more than there are powers. */
function placesOf(value: number): number {
  const places = powersOfTen.findIndex(power => Math.round(value * power) / power === value);
  return places < 0 ? Number.NaN : places;
}

function whole(value: number, places: number): number {
  return Math.round(value * tenTo(places));
}

function tenTo(power: number): number {
  return powersOfTen[power] ?? Number.NaN;
}

export const denominator: MethodRecord & { readonly example: DenominatorExample } = {
  id: 'denominator',
  title: { en: 'Denominator', 'zh-CN': '分母' },
  meaning: {
    en: 'Makes units of different size comparable: per head, per area, per income.',
    'zh-CN': '使规模不同的对象可比：人均、地均、占比。',
  },
  formula: 'x / (d / factor)',
  source: 'OECD/JRC Handbook (2008), step 2; COINr Denominate',
  parameters: [
    { id: 'denominator', meaning: { en: 'The column d.', 'zh-CN': '作为分母的数据列 d。' } },
    {
      id: 'factor',
      meaning: { en: 'The size of the denominator’s unit.', 'zh-CN': '分母的单位大小。' },
      default: '1',
    },
  ],
  edges: [
    {
      text: { en: 'The denominator is missing: no value.', 'zh-CN': '分母缺失：没有值。' },
      reason: 'denominator-missing',
    },
    { text: { en: 'The denominator is 0: no value.', 'zh-CN': '分母为 0：没有值。' }, reason: 'denominator-zero' },
  ],
  example: { value: 278.4264, denominator: 8735.453, factor: 1000, denominated: 278.4264 / 8.735453 },
};

interface DenominatorExample {
  readonly value: number;
  readonly denominator: number;
  readonly factor: number;
  readonly denominated: number;
}
