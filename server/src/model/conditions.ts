/** All conditions that a definition states, wherever they stand. */
import type { Condition, IndicatorSystem } from './system.ts';

export function conditionsOf(system: IndicatorSystem): readonly Condition[] {
  const claims = system.expectations.flatMap(({ claim }) =>
    claim !== undefined && 'where' in claim ? [claim.where] : [],
  );
  const eligible = system.ranking.eligible?.where;
  return [...system.publications.map(({ where }) => where), ...claims, ...(eligible === undefined ? [] : [eligible])];
}
