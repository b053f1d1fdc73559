import { localText } from '../../base/locale.ts';
import { nearest } from '../../base/nearest.ts';
import { withGroupWeights } from '../../model/select.ts';
import { cellText, findColumn } from '../../scoring/columnSearch.ts';
import { isMissing } from '../../scoring/columns.ts';
import { cellProblems, shownText } from '../cells.ts';
import type { DataContext, Rule } from '../rule.ts';
import { listIn } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: name, groups: {kind: {column: kind, values: [省级, 重点城市]}}}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n';

export const unitInGroup: Rule = {
  code: 'unit-in-group',
  severity: 'error',
  level: 'data',
  title: localText('A group that is not declared, or a unit in no group', '分组值未声明，或对象不属于任何分组'),
  why: localText(
    'A unit in a group that is written otherwise is missing from the group’s list and ranking. Where weights or quotas differ by group, a unit without one has no score or no tier.',
    '分组写法不同的对象不会出现在该组的名单和排名中。权重或名额分组设定时，没有分组的对象没有得分或档次。',
  ),
  wrong: { definition, files: { 'demo.csv': 'name,kind,online\n浙江省,省级,97\n厦门市,重点市,95\n' } },
  right: { definition, files: { 'demo.csv': 'name,kind,online\n浙江省,省级,97\n厦门市,重点城市,95\n' } },
  *check(context) {
    yield* undeclared(context);
    yield* ungrouped(context);
    yield* leftOut(context);
  },
};

function undeclared(context: DataContext) {
  const valuesIn = (source: number, column: number) => {
    const name = context.data.sources[source]?.table?.columns[column]?.name;
    const declarations = context.system.units.groups.filter(group => (group.column ?? group.id).value === name);
    return declarations.flatMap(({ values }) => values?.map(({ value }) => value) ?? []);
  };
  return cellProblems(
    context,
    context.data.problems.filter(({ kind }) => kind === 'group'),
    ({ text, source, column }) => {
      const values = valuesIn(source, column);
      const near = nearest(text, values);
      return {
        message: localText(
          `${shownText(text)} is none of the groups ${listIn(values, 'en')}${near === undefined ? '' : `; did you mean ${near}?`}`,
          `${shownText(text)} 不在 ${listIn(values, 'zh-CN')} 之中${near === undefined ? '' : `；是否想写 ${near}？`}`,
        ),
      };
    },
    localText('groups that are not declared', '分组值未声明'),
  );
}

/** Units without a group, or with several, where weights or quotas are by group. */
function* ungrouped(context: DataContext) {
  const { system, data } = context;
  const byWeights = system.framework.hasAny(withGroupWeights) ? system.weightsBy?.value : undefined;
  const needed = groupsNeeded(context);
  for (const { id, column } of system.units.groups) {
    const place = findColumn(data.sources, (column ?? id).value);
    if (!needed.has(id.value) || place === undefined) continue;
    const cells = data.units.flatMap(unit => {
      const nGroups = unit.groups.get(id.value)?.length ?? 0;
      const row = data.rows[place.source.index]![unit.index]!;
      const isWrong = nGroups === 0 || (nGroups > 1 && byWeights === id.value);
      return isWrong && row >= 0 ? [{ source: place.source.index, row, column: place.column, unit, nGroups }] : [];
    });
    yield* cellProblems(
      context,
      cells,
      ({ unit, nGroups }) => ({
        message:
          nGroups === 0
            ? localText(
                `${unit.name} is in no group of ${id.value}, but weights or quotas are by it`,
                `“${unit.name}”没有 ${id.value} 分组，而权重或名额按此分组`,
              )
            : localText(
                `${unit.name} is in ${nGroups} groups of ${id.value}, but weights are by it: one is needed`,
                `“${unit.name}”属于 ${nGroups} 个 ${id.value} 分组，而权重按此分组，只能属于一个`,
              ),
      }),
      localText(`units without one group of ${id.value}`, `对象没有唯一的 ${id.value} 分组`),
    );
  }
}

/**
 * Units with an empty cell where nearly all others are in one of the declared groups. Groups without `values`, or those of
 * a minority, are labels that a unit may lack.
 */
function* leftOut(context: DataContext) {
  const { system, data } = context;
  const needed = groupsNeeded(context);
  for (const { id, column, values } of system.units.groups) {
    const place = findColumn(data.sources, (column ?? id).value);
    if (values === undefined || needed.has(id.value) || place === undefined) continue;
    const without = data.units.filter(unit => isMissing(place.source, cellText(data, unit.index, place)));
    if (without.length * 2 >= data.units.length) continue;
    const rows = data.rows[place.source.index]!;
    const cells = without.map(unit => ({
      source: place.source.index,
      row: rows[unit.index]!,
      column: place.column,
      unit,
    }));
    yield* cellProblems(
      context,
      cells.filter(({ row }) => row >= 0),
      ({ unit }) => ({
        message: localText(
          `${unit.name} is in no group of ${id.value}: ${listIn(
            values.map(({ value }) => value),
            'en',
          )}`,
          `“${unit.name}”不在 ${id.value} 的任何分组中：${listIn(
            values.map(({ value }) => value),
            'zh-CN',
          )}`,
        ),
      }),
      localText(`units without a group of ${id.value}`, `对象没有 ${id.value} 分组`),
    );
  }
}

/** The group systems that weights or quotas are by. */
function groupsNeeded({ system }: DataContext): ReadonlySet<string | undefined> {
  const byWeights = system.framework.hasAny(withGroupWeights) ? system.weightsBy?.value : undefined;
  return new Set([byWeights, ...system.tiers.map(({ within }) => within?.value)]);
}
