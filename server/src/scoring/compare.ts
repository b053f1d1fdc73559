/** Two reports of one system, unit by unit: what an edit did to scores, ranks and tiers. */
import { decimalOf, subtract, toNumber } from '../base/decimal.ts';
import type { ScoreReport, UnitReport } from './report.ts';

export interface UnitChange {
  readonly id: string;
  readonly name: string;
  /** `null`: the unit is not there. */
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** After less before; `null` where one of the two has none. */
  readonly scoreChange: number | null;
  /** Places gained: rank before less rank after. */
  readonly placesGained: number | null;
  readonly tierChanged: boolean;
}

export interface Standing {
  readonly score: number | null;
  readonly rank: number | null;
  readonly tier: string | null;
}

/** In the order of `after`, then units that are only in `before`, in its order. Units are the same if their ids are. */
export function compareReports(before: ScoreReport, after: ScoreReport): readonly UnitChange[] {
  const unitsBefore = new Map(before.units.map(unit => [unit.id, unit]));
  const idsAfter = new Set(after.units.map(({ id }) => id));
  return [
    ...after.units.map(unit => changeOf(unitsBefore.get(unit.id), unit)),
    ...before.units.filter(({ id }) => !idsAfter.has(id)).map(unit => changeOf(unit, undefined)),
  ];
}

function changeOf(before: UnitReport | undefined, after: UnitReport | undefined): UnitChange {
  const { id, name } = (after ?? before)!;
  return {
    id,
    name,
    before: standing(before),
    after: standing(after),
    scoreChange: difference(after?.score, before?.score),
    placesGained: difference(before?.rank, after?.rank),
    tierChanged: (before?.tier ?? null) !== (after?.tier ?? null),
  };
}

function standing(unit: UnitReport | undefined): Standing | null {
  return unit === undefined ? null : { score: unit.score, rank: unit.rank, tier: unit.tier };
}

function difference(from: number | null | undefined, less: number | null | undefined): number | null {
  return typeof from === 'number' && typeof less === 'number'
    ? toNumber(subtract(decimalOf(from), decimalOf(less)))
    : null;
}
