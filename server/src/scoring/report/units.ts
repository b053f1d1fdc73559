/** One unit's results as plain data. */
import type { Locale } from '../../base/locale.ts';
import { type Reason, reasons as reasonNames } from '../../engine/column.ts';
import type { Indicator } from '../../model/indicator.ts';
import { tierName } from '../names.ts';
import { type Outcome, type Scoring, scoreOf, standingOf, unitScore } from '../score.ts';
import { imputedOf } from './preparation.ts';

export interface UnitReport extends IndicatorResults {
  readonly id: string;
  readonly name: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly score: number | null;
  readonly unrounded: number | null;
  readonly rank: number | null;
  /** By group system; in several groups: the rank in the first. */
  readonly rankWithin: Readonly<Record<string, number>>;
  /** By group system and group. */
  readonly ranksWithin: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly tier: string | null;
  readonly eligible: boolean;
  readonly adjustments: readonly { readonly id: string; readonly points: number }[];
}

/** What a unit has by indicator id. */
interface IndicatorResults {
  readonly scores: Readonly<Record<string, number | null>>;
  /** Ids of the leaves without a value, whatever stands in for it, or without a score; `reasons` says why. */
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
  /** What stands in for missing values: of a leaf the value in its own measure, of an aggregate the score. */
  readonly imputed: Readonly<Record<string, number>>;
  /** Why there is no score; under `""` for the total. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** What takes a look at every indicator is put together when it is asked for. */
export function unitReport(
  scoring: Scoring,
  indicators: readonly Indicator[],
  index: number,
  locale: Locale,
): UnitReport {
  const result = unitScore(scoring, index);
  let known: IndicatorResults | undefined;
  const byIndicator = () => {
    known ??= indicatorResults(scoring, indicators, index);
    return known;
  };
  return {
    id: result.unit.id,
    name: result.unit.name,
    groups: Object.fromEntries(result.unit.groups),
    score: result.score ?? null,
    unrounded: result.unrounded ?? null,
    rank: result.rank ?? null,
    rankWithin: Object.fromEntries(
      [...result.rankWithin].flatMap(([id, byGroup]) => {
        const [first] = byGroup.values();
        return first === undefined ? [] : [[id, first] as const];
      }),
    ),
    ranksWithin: Object.fromEntries([...result.rankWithin].map(([id, ranks]) => [id, Object.fromEntries(ranks)])),
    tier: result.tier === undefined ? null : tierName(scoring, result.tier, locale),
    eligible: result.eligible,
    get scores() {
      return byIndicator().scores;
    },
    get missing() {
      return byIndicator().missing;
    },
    get notApplicable() {
      return byIndicator().notApplicable;
    },
    get imputed() {
      return byIndicator().imputed;
    },
    get reasons() {
      return byIndicator().reasons;
    },
    adjustments: result.adjustments,
  };
}

function indicatorResults(scoring: Scoring, indicators: readonly Indicator[], index: number): IndicatorResults {
  const outcomes = indicators.map(indicator => [indicator.id, scoreOf(scoring, indicator, index)] as const);
  const reasons = outcomes.flatMap(([id, outcome]) => {
    const code = reasonCode(outcome);
    return code === undefined ? [] : [[id, code] as const];
  });
  const whyNot = new Map(reasons);
  const { reason } = standingOf(scoring, index);
  const totalReason = reason === undefined ? [] : [['', reasonCode(reason) ?? ''] as const];
  const leaves = indicators.filter(({ children }) => children === undefined);
  const raw = new Map(leaves.map(leaf => [leaf, rawState(scoring, leaf, index)]));
  const isWithout = (leaf: Indicator) => !['present', 'not-applicable'].includes(raw.get(leaf)!);
  return {
    scores: Object.fromEntries(outcomes.map(([id, each]) => [id, each.kind === 'number' ? each.value : null])),
    missing: leaves
      .filter(leaf => isWithout(leaf) || (whyNot.get(leaf.id) ?? 'not-applicable') !== 'not-applicable')
      .map(({ id }) => id),
    notApplicable: leaves.filter(leaf => raw.get(leaf) === 'not-applicable').map(({ id }) => id),
    imputed: imputedOf(scoring, indicators, index),
    reasons: Object.fromEntries([...totalReason, ...whyNot]),
  };
}

/** Of the value as it was read. */
function rawState({ compiled, scores }: Scoring, leaf: Indicator, unit: number): Reason {
  const node = compiled.nodeOf.get(leaf);
  return node === undefined ? 'missing' : reasonNames[scores.raw[node]?.states[unit] ?? 0]!;
}

function reasonCode(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'number':
      return undefined;
    case 'reason':
      return outcome.reason;
    case 'unscored':
      return outcome.unscored.code;
    case 'no-weight-group':
      return outcome.kind;
  }
}
