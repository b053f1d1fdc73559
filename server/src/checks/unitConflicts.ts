/** What `expect` says of single units and cannot all be true: two ranks, two scores, two tiers, a rank against a score. */
import { compare, type Decimal, round, toNumber } from '../base/decimal.ts';
import { type LocalText, localText } from '../base/locale.ts';
import { type Best, betterSign } from '../engine/better.ts';
import { bestOf } from '../model/bounds.ts';
import type { Claim } from '../model/claims.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { Written } from '../model/written.ts';
import { claimText } from '../scoring/claimText.ts';
import { tierNamed } from '../scoring/conditions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Problem } from './rule.ts';

type RankClaim = Extract<Claim, { kind: 'rank' }>;
type ScoreClaim = Extract<Claim, { kind: 'score' }>;

export function unitConflicts(system: IndicatorSystem): readonly Problem[] {
  const claims = system.expectations.flatMap(({ claim }) => claim ?? []);
  const unitOf = ({ value }: Written<string>) => system.units.aliases.get(value)?.value ?? value;
  const ranks = claims.filter(claim => claim.kind === 'rank');
  const scores = claims.filter(claim => claim.kind === 'score');
  return [
    ...contradicted(
      ranks,
      ({ unit, within }) => `${unitOf(unit)} ${within?.value ?? ''}`,
      (a, b) => compare(a.is.value, b.is.value) === 0,
    ),
    ...contradicted(scores, ({ unit, indicator }) => `${unitOf(unit)} ${indicator?.value ?? ''}`, areOneScore),
    ...ranksBeyond(ranks, system),
    ...ranksAgainstScores(ranks, scores, unitOf, bestOf(system)),
    ...inTwoTiers(claims, system, unitOf),
  ];
}

/** The second of two claims about one thing that say different numbers. */
function contradicted<One extends RankClaim | ScoreClaim>(
  claims: readonly One[],
  keyOf: (claim: One) => string,
  agree: (a: One, b: One) => boolean,
): readonly Problem[] {
  const firstOf = new Map<string, One>();
  return claims.flatMap(claim => {
    const first = firstOf.get(keyOf(claim));
    if (first === undefined) firstOf.set(keyOf(claim), claim);
    return first === undefined || agree(first, claim) ? [] : [conflict(claim.is.node, claimText(claim), first)];
  });
}

/** Rounded to the fewer of their decimals. */
function areOneScore(a: ScoreClaim, b: ScoreClaim): boolean {
  const decimals = Math.min(...[a, b].map(({ is, decimals }) => decimals ?? is.value.scale));
  return compare(round(a.is.value, decimals), round(b.is.value, decimals)) === 0;
}

function ranksBeyond(ranks: readonly RankClaim[], { units: { count } }: IndicatorSystem): readonly Problem[] {
  if (count === undefined) return [];
  const says = localText(`${count.value} units are declared`, `声明 ${count.value} 个评估对象`);
  return ranks
    .filter(({ is }) => toNumber(is.value) > count.value)
    .map(claim => problem(claim.is.node, claimText(claim), { at: count.node, says }));
}

/** In the order of their ranks no score may become better. */
function ranksAgainstScores(
  ranks: readonly RankClaim[],
  scores: readonly ScoreClaim[],
  unitOf: (unit: Written<string>) => string,
  best: Best,
): readonly Problem[] {
  const totals = new Map(
    scores.toReversed().flatMap(claim => (claim.indicator === undefined ? [[unitOf(claim.unit), claim] as const] : [])),
  );
  const both = ranks
    .flatMap(rank => {
      const score = rank.within === undefined ? totals.get(unitOf(rank.unit)) : undefined;
      return score === undefined ? [] : [{ rank, score }];
    })
    .sort((a, b) => compare(a.rank.is.value, b.rank.is.value));
  return both.flatMap(({ rank, score }, position) => {
    const before = both[position - 1];
    const isWorse = before !== undefined && compare(before.rank.is.value, rank.is.value) < 0;
    if (!isWorse || !isBetter(score, before.score, best)) return [];
    const says = together(claimText(before.rank), claimText(before.score));
    return [problem(rank.is.node, together(claimText(rank), claimText(score)), { at: before.rank.is.node, says })];
  });
}

/** Also where both are rounded to the fewer decimals: a printed difference may be rounding. */
function isBetter(a: ScoreClaim, b: ScoreClaim, best: Best): boolean {
  const decimals = Math.min(...[a, b].map(({ is, decimals }) => decimals ?? is.value.scale));
  const rounded = ({ is: { value } }: ScoreClaim): Decimal => round(value, decimals);
  return betterSign(best) * compare(rounded(a), rounded(b)) > 0;
}

/** A unit in the lists of two tiers that have no unit in common. */
function inTwoTiers(
  claims: readonly Claim[],
  { tiers }: IndicatorSystem,
  unitOf: (unit: Written<string>) => string,
): readonly Problem[] {
  const seen = new Map<
    string,
    { readonly from: number; readonly to: number; readonly node: Node; readonly says: LocalText }
  >();
  return claims.flatMap(claim => {
    const tier = claim.kind === 'members' ? claim.where.tier : undefined;
    const position = tier === undefined ? -1 : tierNamed(tiers, tier.name.value);
    if (claim.kind !== 'members' || tier === undefined || position < 0) return [];
    const [from, to] = [tier.orBetter ? 0 : position, position + 1];
    return claim.are.flatMap(unit => {
      const name = tier.name.value;
      const says = tier.orBetter
        ? localText(`${unit.value} is in ${name} or better`, `${unit.value} 在${name}及以上`)
        : localText(`${unit.value} is in ${name}`, `${unit.value} 在${name}`);
      const before = seen.get(unitOf(unit));
      if (before === undefined) seen.set(unitOf(unit), { from, to, node: unit.node, says });
      const isApart = before !== undefined && (before.to <= from || to <= before.from);
      return isApart ? [problem(unit.node, says, { at: before.node, says: before.says })] : [];
    });
  });
}

function together(a: LocalText, b: LocalText): LocalText {
  return localText(`${a.en}, ${b.en}`, `${a['zh-CN']}，${b['zh-CN']}`);
}

function conflict(at: Node, says: LocalText, other: RankClaim | ScoreClaim): Problem {
  return problem(at, says, { at: other.is.node, says: claimText(other) });
}

function problem(at: Node, says: LocalText, other: { readonly at: Node; readonly says: LocalText }): Problem {
  return {
    at,
    message: localText(
      `cannot be true beside what else is published: ${says.en}, but ${other.says.en}`,
      `与其他已公布的结果矛盾：${says['zh-CN']}，而${other.says['zh-CN']}`,
    ),
    related: [{ at: other.at, message: other.says }],
  };
}
