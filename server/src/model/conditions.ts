/** All conditions that a definition states, wherever they stand, and the groups that methods learn from. */
import type { IndicatorSystem } from './system.ts';
import type { Condition, Scope } from './units.ts';
import type { Written } from './written.ts';

export function conditionsOf(system: IndicatorSystem): readonly Condition[] {
  const claims = system.expectations.flatMap(({ claim }) =>
    claim !== undefined && 'where' in claim ? [claim.where] : [],
  );
  const eligible = system.ranking.eligible?.where;
  return [...system.publications.map(({ where }) => where), ...claims, ...(eligible === undefined ? [] : [eligible])];
}

/** The groups of each `over`. */
export function scopesOf(system: IndicatorSystem): readonly Condition['groups'][] {
  return oversOf(system).flatMap(({ value }) => (value.kind === 'groups' ? [value.groups] : []));
}

/** The group systems that `impute` fills within. */
export function imputationGroups(system: IndicatorSystem): readonly Written<string>[] {
  const imputations = [system.defaults, ...system.indicators.map(({ own }) => own)].map(({ impute }) => impute);
  return imputations.flatMap(impute => {
    const by = impute?.parameters.get('by');
    return by === undefined ? [] : [{ ...by, value: String(by.value) }];
  });
}

function oversOf({ defaults, aggregate, indicators }: IndicatorSystem): readonly Written<Scope>[] {
  const weighted = [aggregate, ...indicators.map(({ own }) => own)];
  return [
    ...[defaults, ...weighted].flatMap(({ normalise, impute, standardise, treat }) => [
      ...[normalise?.over, impute?.over, standardise?.over, treat?.over],
    ]),
    ...weighted.map(({ weighting }) => weighting?.over),
  ].filter(over => over !== undefined);
}
