import { localText } from '../../base/locale.ts';
import { conditionsOf } from '../../model/conditions.ts';
import type { IndicatorSystem, Written } from '../../model/system.ts';
import type { MapEntry } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { unresolvedProblem } from '../unresolved.ts';

export const unresolvedGroup: Rule = {
  code: 'unresolved-group',
  severity: 'error',
  level: 'text',
  title: localText('A reference to a group that is not there', '引用了不存在的分组'),
  why: localText(
    'A list of 省级 units is empty if the group is called something else; so is a ranking within it.',
    '如果分组名称写错，按该组筛选的名单和组内排名都会是空的。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nunits: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}\nindicators:\n  - {id: a, name: A}\nranking: {within: [knid]}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nunits: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}\nindicators:\n  - {id: a, name: A}\nranking: {within: [kind]}\n',
  },
  *check({ tree, system }) {
    const systems = new Map(system.units.groups.map(group => [group.id.value, group]));
    for (const reference of groupSystemReferences(system)) {
      if (!systems.has(reference.value))
        yield unresolvedProblem(tree, reference, systems.keys(), { en: 'group system', zh: '分组' });
    }
    for (const { group, value } of groupValueReferences(system)) {
      const values = systems.get(group)?.values?.map(each => each.value);
      if (values !== undefined && !values.includes(value.value)) {
        yield unresolvedProblem(tree, value, values, { en: `group in ${group}`, zh: `${group} 组别` });
      }
    }
  },
};

function groupSystemReferences(system: IndicatorSystem): readonly Written<string>[] {
  const keyOf = (group: string, entry: MapEntry): Written<string> => ({ value: group, node: entry.key, entry });
  return [
    ...(system.weightsBy === undefined ? [] : [system.weightsBy]),
    ...system.ranking.within,
    ...system.tiers.flatMap(({ within }) => within ?? []),
    ...system.publications.flatMap(({ by }) => by ?? []),
    ...system.expectations.flatMap(({ claim }) => (claim?.kind === 'rank' ? (claim.within ?? []) : [])),
    ...conditionsOf(system).flatMap(({ groups }) => groups.map(({ group, entry }) => keyOf(group, entry))),
    ...system.indicators.flatMap(({ own }) => own.appliesTo.map(({ group, entry }) => keyOf(group, entry))),
  ];
}

function groupValueReferences(system: IndicatorSystem): readonly { group: string; value: Written<string> }[] {
  const applies = system.indicators.flatMap(({ own }) =>
    own.appliesTo.flatMap(({ group, values, entry }) =>
      entry.value === undefined ? [] : values.map(value => ({ group, value: { value, node: entry.value! } })),
    ),
  );
  const weights = system.weightsBy?.value;
  const byGroup = system.indicators.flatMap(({ own }) =>
    weights !== undefined && own.weight?.kind === 'by-group'
      ? [...own.weight.weights].map(([value, { entry, node }]) => ({
          group: weights,
          value: { value, node: entry?.key ?? node },
        }))
      : [],
  );
  return [...conditionsOf(system).flatMap(({ groups }) => groups), ...applies, ...byGroup];
}
