/**
 * How far the scores of an indicator are spread, as far as the definition alone tells: siblings with other spreads count
 * otherwise than their weights say. Knows no data.
 */
import type { Header } from '../model/header.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Method } from '../model/method.ts';
import { withBonus } from '../model/select.ts';
import type { Fold, IndicatorSystem } from '../model/system.ts';
import { methodOf } from '../scoring/compile/leaf.ts';

/** Scores lie between (z-scores: all but a few), or are ranks or counts, which go as far as there are units. */
export type Spread =
  | { readonly from: number; readonly to: number; readonly method: string }
  | { readonly ranks: string };

/** `undefined`: the definition does not tell, or the children are mixed themselves. */
export function spreadOf(indicator: Indicator, { framework }: IndicatorSystem): Spread | undefined {
  return framework.foldOf(spread, indicator).spread;
}

/** Those under which children may be spread differently, in the order of the file; `undefined`: those of level 1. */
export function mixedParents(system: IndicatorSystem): readonly (Indicator | undefined)[] {
  const { framework } = system;
  const ofTop = framework.fold(spread);
  const under = (indicators: readonly Indicator[]): readonly Indicator[] =>
    indicators.flatMap(indicator => {
      const { isMixed, isMixedBelow } = framework.foldOf(spread, indicator);
      return [...(isMixed ? [indicator] : []), ...(isMixedBelow ? under(indicator.children ?? []) : [])];
    });
  const isTopMixed = !areAllAlike(ofTop.flatMap(each => each.spread ?? [])) || framework.having(withBonus).length > 0;
  const isMixedBelow = ofTop.some(each => each.isMixed || each.isMixedBelow);
  return [...(isTopMixed ? [undefined] : []), ...(isMixedBelow ? under(system.top) : [])];
}

interface FoldedSpread {
  readonly spread: Spread | undefined;
  /** Whether its children are spread differently, or some below them. */
  readonly isMixed: boolean;
  readonly isMixedBelow: boolean;
}

const spread: Fold<FoldedSpread> = {
  seesHeader: true,
  of: (indicator, below, header) => {
    if (below.length === 0) return { spread: spreadFrom(indicator, [], header), isMixed: false, isMixedBelow: false };
    const known = below.map(each => each.spread).filter(each => each !== undefined);
    const isMixedBelow = below.some(each => each.isMixed || each.isMixedBelow);
    const spread = spreadFrom(indicator, known.length === below.length ? known : [], header);
    return { spread, isMixed: !areAllAlike(known), isMixedBelow };
  },
  equal: (one, other) =>
    one.isMixed === other.isMixed && one.isMixedBelow === other.isMixedBelow && isSame(one.spread, other.spread),
};

function areAllAlike(spreads: readonly Spread[]): boolean {
  return spreads.every(each => areAlike(spreads[0]!, each));
}

/** `ofChildren`: of all of them, or of none. */
function spreadFrom(indicator: Indicator, ofChildren: readonly Spread[], header: Header): Spread | undefined {
  const { children, own } = indicator;
  if (children === undefined) return spreadOfLeaf(indicator, header);
  if (own.standardise !== undefined) return spreadOfMethod(own.standardise, header);
  const method = (own.aggregate ?? header.defaults.aggregate)?.value.method;
  switch (method) {
    case 'copeland':
      return { ranks: method };
    case 'product':
      return onScale(header, method);
    case 'sum':
      return summed(ofChildren);
    default:
      return areAllAlike(ofChildren) ? ofChildren[0] : undefined;
  }
}

/** From the sum of the lowest to the sum of the highest scores. */
function summed(spreads: readonly Spread[]): Spread | undefined {
  const bounds = spreads.flatMap(each => ('ranks' in each ? [] : [each]));
  if (bounds.length === 0 || bounds.length < spreads.length) return undefined;
  const [from, to] = [bounds.reduce((sum, each) => sum + each.from, 0), bounds.reduce((sum, each) => sum + each.to, 0)];
  return { from, to, method: 'sum' };
}

/** Whether an aggregate compares its children's scores as numbers on one scale: a sum adds points, copeland only orders. */
export function keepsSpread(aggregate: string | undefined): boolean {
  return aggregate !== 'sum' && aggregate !== 'copeland' && aggregate !== 'product';
}

function isSame(one: Spread | undefined, other: Spread | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if ('ranks' in one || 'ranks' in other) return 'ranks' in one && 'ranks' in other && one.ranks === other.ranks;
  return one.from === other.from && one.to === other.to && one.method === other.method;
}

/** Neither three times as wide as the other nor beside it. */
export function areAlike(a: Spread, b: Spread): boolean {
  if ('ranks' in a || 'ranks' in b) return 'ranks' in a && 'ranks' in b;
  if (a.from === b.from && a.to === b.to) return true;
  const [narrow, wide] = [a.to - a.from, b.to - b.from].sort((x, y) => x - y) as [number, number];
  const apart = Math.abs((a.from + a.to) / 2 - (b.from + b.to) / 2);
  return wide < 3 * narrow && apart < wide / 2;
}

function spreadOfLeaf(indicator: Indicator, header: Header): Spread | undefined {
  const method = methodOf(indicator, header);
  if (method === undefined) return undefined;
  if (method === 'none' || method.method.value === 'none') return spreadOfGiven(indicator, header);
  return spreadOfMethod(method, header);
}

/** Of a normalisation, or of an aggregate that is standardised by one. */
function spreadOfMethod(method: Method, header: Header): Spread | undefined {
  const name = method.method.value;
  switch (name) {
    case 'min-max':
    case 'goalposts':
    case 'log-goalposts':
    case 'percentile-rank':
    case 'fraction-of-max':
    case 'distance-to-max':
    case 'distance-to-reference':
    case 'distance-to-target':
    case 'normal-cdf': {
      const [from, to] = method.range?.value ?? header.scale;
      return { from, to, method: name };
    }
    case 'z-score': {
      const [mean, sd] = [numberIn(method, 'mean') ?? 0, numberIn(method, 'sd') ?? 1];
      return around(mean, sd, name);
    }
    case 'rank':
    case 'borda':
      return { ranks: name };
    default:
      // `scaled` is never truncated: only the data tell.
      return undefined;
  }
}

/** What categories, steps and checklists give: from the start of the scale, where nothing is earned, to the most. */
function spreadOfGiven({ own }: Indicator, header: Header): Spread {
  const { categories, steps, checklist } = own;
  const values = [
    ...(categories?.values.values() ?? []),
    ...(steps?.steps.flatMap(({ value }) => value ?? []) ?? []),
  ].map(({ value }) => value);
  const points = [...(checklist?.points.values() ?? [])].reduce((sum, { value }) => sum + value, 0);
  const most = checklist === undefined ? Math.max(...values) : points;
  const isGiven = (checklist !== undefined || values.length > 0) && most > header.scale[0];
  return isGiven ? { from: header.scale[0], to: most, method: 'none' } : onScale(header, 'none');
}

function onScale({ scale: [from, to] }: Header, method: string): Spread {
  return { from, to, method };
}

/** Two and a half standard deviations on either side hold nearly all units. */
function around(mean: number, sd: number, method: string): Spread {
  return { from: mean - 2.5 * sd, to: mean + 2.5 * sd, method };
}

function numberIn({ parameters }: Method, key: string): number | undefined {
  const value = parameters.get(key)?.value;
  return typeof value === 'number' ? value : undefined;
}
