import { localText } from '../../base/locale.ts';
import { conditionsOf, imputationGroups, scopesOf } from '../../model/conditions.ts';
import { narrowedTo } from '../../model/select.ts';
import type { IndicatorSystem, Selection } from '../../model/system.ts';
import type { Written } from '../../model/written.ts';
import { insertEntry, quoteScalar } from '../../syntax/edit.ts';
import { entryOf, type MapEntry, type Tree } from '../../syntax/tree.ts';
import type { Problem, Rule } from '../rule.ts';
import { unresolvedProblem } from '../unresolved.ts';

const page = {
  code: 'unresolved-group',
  severity: 'error',
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
} as const satisfies Partial<Rule>;

export const unresolvedGroup: Rule = {
  ...page,
  level: 'text',
  *check({ tree, system: whole }) {
    const system = narrowedTo(whole, grouped);
    const systems = new Map(system.units.groups.map(group => [group.id.value, group]));
    for (const reference of groupSystemReferences(system)) {
      if (!systems.has(reference.value))
        yield unresolvedProblem(tree, reference, systems.keys(), { en: 'group system', zh: '分组' });
    }
    for (const reference of conditionKeys(system)) {
      if (!systems.has(reference.value))
        yield unresolvedProblem(tree, reference, [...systems.keys(), ...conditionWords], {
          en: 'group system',
          zh: '分组',
        });
    }
    const declared = (group: string) => systems.get(group)?.values?.map(each => each.value);
    for (const reference of [...groupValueReferences(system), ...weightKeys(system)]) {
      yield* unknownValue(tree, reference, declared(reference.group));
    }
    yield* weightsWithoutGroups(tree, system);
  },
  inData: {
    ...page,
    level: 'data',
    *check({ tree, system: whole, data }) {
      if (data.units.length === 0) return;
      const system = narrowedTo(whole, grouped);
      const undeclared = new Set(
        system.units.groups.flatMap(({ id, values }) => (values === undefined ? id.value : [])),
      );
      const inData = new Map(data.groupSystems.map(({ id, groups }) => [id, groups]));
      for (const reference of groupValueReferences(system)) {
        // Of a group system whose column is not there another finding tells.
        const groups = undeclared.has(reference.group) ? inData.get(reference.group) : undefined;
        if (groups !== undefined && groups.length > 0) yield* unknownValue(tree, reference, groups);
      }
    },
  },
};

function* unknownValue(
  tree: Tree,
  { group, value, taken }: GroupValue,
  values: readonly string[] | undefined,
): Iterable<Problem> {
  if (values === undefined || values.includes(value.value)) return;
  const names = values.filter(each => !taken.includes(each));
  yield unresolvedProblem(tree, value, names, { en: 'group', zh: '组别' }, group);
}

/** What names a group. */
const grouped: Selection = ({ appliesTo, weight, normalise, impute }) =>
  appliesTo.length > 0 || weight?.kind === 'by-group' || normalise?.over !== undefined || impute !== undefined;

/** What else a condition may say. */
const conditionWords = ['tier', 'column', 'equals'];

function groupSystemReferences(system: IndicatorSystem): readonly Written<string>[] {
  return [
    ...(system.weightsBy === undefined ? [] : [system.weightsBy]),
    ...system.ranking.within,
    ...system.tiers.flatMap(({ within }) => within ?? []),
    ...system.publications.flatMap(({ by }) => by ?? []),
    ...system.expectations.flatMap(({ claim }) => (claim?.kind === 'rank' ? (claim.within ?? []) : [])),
    ...system.indicators.flatMap(({ own }) => own.appliesTo.map(({ group, entry }) => keyOf(group, entry))),
    ...scopesOf(system).flatMap(groups => groups.map(({ group, entry }) => keyOf(group, entry))),
    ...imputationGroups(system),
  ];
}

function conditionKeys(system: IndicatorSystem): readonly Written<string>[] {
  return conditionsOf(system).flatMap(({ groups }) => groups.map(({ group, entry }) => keyOf(group, entry)));
}

function keyOf(value: string, entry: MapEntry): Written<string> {
  return { value, node: entry.key, entry };
}

interface GroupValue {
  readonly group: string;
  readonly value: Written<string>;
  /** Groups that stand there already: none of them is meant. */
  readonly taken: readonly string[];
}

function groupValueReferences(system: IndicatorSystem): readonly GroupValue[] {
  const conditions = [...conditionsOf(system).map(({ groups }) => groups), ...scopesOf(system)].flatMap(groups =>
    groups.map(each => ({ ...each, taken: [] })),
  );
  const applies = system.indicators.flatMap(({ own }) =>
    own.appliesTo.flatMap(({ group, values }) =>
      values.map(value => ({ group, value, taken: values.map(each => each.value) })),
    ),
  );
  return [...conditions, ...applies];
}

function weightKeys(system: IndicatorSystem): readonly GroupValue[] {
  const by = system.weightsBy?.value;
  return system.indicators.flatMap(({ own }): GroupValue[] => {
    if (by === undefined || own.weight?.kind !== 'by-group') return [];
    const taken = [...own.weight.weights.keys()];
    return [...own.weight.weights].map(([value, { entry }]) => ({ group: by, value: keyOf(value, entry!), taken }));
  });
}

/** Weights by group where the file does not say which groups: said once. */
function* weightsWithoutGroups(tree: Tree, system: IndicatorSystem): Iterable<Problem> {
  const first = system.indicators.find(({ own }) => own.weight?.kind === 'by-group');
  if (first === undefined || system.node === undefined || entryOf(system.node, 'weightsBy') !== undefined) return;
  const [only, ...others] = system.units.groups.map(({ id }) => id.value);
  yield {
    at: first.own.weight!.entry.key,
    message: localText(
      'weights differ by group, but `weightsBy` does not say which groups are meant',
      '权重按组别设置，但没有用 `weightsBy` 写明是哪种分组',
    ),
    fixes:
      only === undefined || others.length > 0
        ? []
        : [
            {
              title: localText(`Add weightsBy: ${only}`, `添加 weightsBy: ${only}`),
              edits: insertEntry(tree, system.node, 'weightsBy', quoteScalar(only), { after: 'weights' }),
            },
          ],
  };
}
