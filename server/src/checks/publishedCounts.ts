/**
 * The counts that `expect` states or implies: counts themselves, lengths of lists, the only number of units that gives a
 * published share or growth; and those that no number of units gives. Of this edition and, as far as it tells, of the one
 * before. Knows no data.
 */
import { compare, type Decimal, decimalOf, divide, multiply, subtract, toNumber } from '../base/decimal.ts';
import { type LocalText, localText } from '../base/locale.ts';
import type { Claim } from '../model/claims.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { Condition } from '../model/units.ts';
import { claimText } from '../scoring/claimText.ts';
import { tierNamed } from '../scoring/conditions.ts';
import type { Edition, ProblemPlace, TextContext } from './rule.ts';

export interface CountFact {
  readonly period: 'now' | 'before';
  /** `kind = 省级` and the like, sorted. */
  readonly groups: readonly string[];
  /** What the cells of a column are, as `leading-group: 是`. */
  readonly column: string | undefined;
  /** Positions of tiers: from the best, up to and without `to`; the last position is for units in no tier. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly at: ProblemPlace;
  readonly says: () => LocalText;
}

/** What counts, lists and the unit count say of themselves. */
export function statedCounts(context: TextContext): readonly CountFact[] {
  const { system, earlier } = context;
  const own = countsIn(system, 'now', node => node);
  const growth = system.expectations.flatMap(({ claim }) => {
    if (claim?.kind !== 'change') return [];
    const fact = countFact(system, claim.where, claim.from.value);
    return fact === undefined
      ? []
      : [{ ...fact, period: 'before' as const, at: claim.from.node, says: () => fromText(claim) }];
  });
  return [...own, ...(typeof earlier === 'object' ? countsBefore(system, earlier) : []), ...growth];
}

/** Where the tiers have other names, their counts are not comparable. */
function countsBefore(system: IndicatorSystem, { file, tree, system: before }: Edition): readonly CountFact[] {
  const names = (each: IndicatorSystem) => each.tiers.map(({ name }) => name?.value.plain).join('\n');
  const facts = countsIn(before, 'before', node => ({ file, range: tree.rangeOf(node) }));
  if (names(system) === names(before)) return facts;
  const ofAll = facts.filter(({ from, to }) => from === 0 && to > before.tiers.length);
  return ofAll.map(fact => ({ ...fact, to: system.tiers.length + 1 }));
}

function countsIn(
  system: IndicatorSystem,
  period: CountFact['period'],
  placeOf: (node: Condition['groups'][number]['value']['node']) => ProblemPlace,
): readonly CountFact[] {
  const declared = system.units.count;
  const all = { groups: [], tier: undefined, column: undefined, equals: undefined, unread: undefined };
  const nUnits = declared && countFact(system, all, decimalOf(declared.value));
  const claims = system.expectations.flatMap(({ claim }) => {
    const isList = claim?.kind === 'members' && claim.are.length > 0;
    if (claim?.kind !== 'count' && !isList) return [];
    const fact = countFact(system, claim.where, isList ? decimalOf(claim.are.length) : (claim as CountClaim).is.value);
    const node = isList ? (claim as ListClaim).are[0]!.node : (claim as CountClaim).is.node;
    return fact === undefined
      ? []
      : [
          {
            ...fact,
            period,
            at: placeOf(node),
            says: () => (isList ? listText(claim as ListClaim) : claimText(claim)),
          },
        ];
  });
  if (nUnits === undefined) return claims;
  const says = () => localText(`${declared!.value} units are declared`, `声明 ${declared!.value} 个评估对象`);
  return [{ ...nUnits, period, at: placeOf(declared!.node), says }, ...claims];
}

type CountClaim = Extract<Claim, { kind: 'count' }>;
type ListClaim = Extract<Claim, { kind: 'members' }>;
type ShareClaim = Extract<Claim, { kind: 'share' }>;
type ChangeClaim = Extract<Claim, { kind: 'change' }>;

/** The whole numbers of units that give a published percentage, and where none does the two nearest. */
export interface Counted {
  readonly counts: readonly number[];
  readonly near: () => readonly { readonly count: number; readonly percent: Decimal }[];
}

/** How many of `nAll` units are the share. */
export function countsOfShare({ is, decimals }: ShareClaim, nAll: number): Counted {
  const percentOf = (count: number) => divide(decimalOf(100 * count), decimalOf(nAll), decimals);
  const about = (toNumber(is.value) * nAll) / 100;
  return countsGiving(is.value, { about, within: roundingOf(nAll, decimals), most: nAll, percentOf });
}

/** How many units there are after the growth. */
export function countsOfGrowth({ is, from, decimals }: ChangeClaim): Counted {
  const percentOf = (count: number) =>
    divide(multiply(subtract(decimalOf(count), from.value), decimalOf(100)), from.value, decimals);
  const before = toNumber(from.value);
  const about = before * (1 + toNumber(is.value) / 100);
  return countsGiving(is.value, { about, within: roundingOf(before, decimals), most: Infinity, percentOf });
}

/** How many units of `all` a percentage moves by that is rounded to the next of so many decimals; rather more than less. */
function roundingOf(all: number, decimals: number): number {
  return (all / 100) * 10 ** -decimals + 1e-6;
}

interface Search {
  /** The number of units in binary fractions, and how far off it may be at most. */
  readonly about: number;
  readonly within: number;
  readonly most: number;
  readonly percentOf: (count: number) => Decimal;
}

/** Percentages lie close together where there are very many units: then more than one count gives it. */
function countsGiving(is: Decimal, { about, within, most, percentOf }: Search): Counted {
  const middle = Math.floor(about);
  const tried = [-1, 0, 1, 2].map(step => middle + step).filter(count => count >= 0 && count <= most);
  const counts = tried.filter(count => Math.abs(count - about) <= within && compare(percentOf(count), is) === 0);
  const near = () =>
    tried
      .filter(count => count === middle || count === middle + 1)
      .map(count => ({ count, percent: percentOf(count) }));
  return { counts, near };
}

/** As a count; `undefined` where a part of the condition is unknown or the count is no whole number. */
export function countFact(
  { tiers }: IndicatorSystem,
  { groups, tier, column, equals, unread }: Condition,
  value: Decimal,
): Pick<CountFact, 'groups' | 'column' | 'from' | 'to' | 'count'> | undefined {
  const position = tier === undefined ? tiers.length : tierNamed(tiers, tier.name.value);
  const count = toNumber(value);
  if (position < 0 || unread !== undefined || !Number.isInteger(count)) return undefined;
  return {
    groups: groups.map(({ group, value: name }) => `${group} = ${name.value}`).sort(),
    column: column && `${column.value}: ${equals?.value ?? ''}`,
    from: tier === undefined || tier.orBetter ? 0 : position,
    to: position + 1,
    count,
  };
}

function listText({ where, are }: ListClaim): LocalText {
  const text = claimText({ kind: 'members', where, are: [], order: undefined });
  return localText(
    `${text.en.replace(/: $/, '')}: ${are.length} names`,
    `${text['zh-CN'].replace(/：$/, '')}：${are.length} 个`,
  );
}

function fromText({ where, from }: ChangeClaim): LocalText {
  const { en, 'zh-CN': zh } = claimText({ kind: 'count', where, is: from });
  return localText(`before, ${en.replace(/ is (?=\S+$)/, ' was ')}`, `上一版${zh}`);
}
