import { localText } from '../../base/locale.ts';
import { findColumn } from '../../scoring/columnSearch.ts';
import { folded } from '../../scoring/columns.ts';
import { cellProblems, shownText } from '../cells.ts';
import type { Rule } from '../rule.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: name, groups: {kind: {column: kind}}}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\nranking: {within: [kind], ties: dense}\n';

export const groupAlias: Rule = {
  code: 'group-alias',
  severity: 'warning',
  level: 'data',
  title: localText('Two groups that differ in writing only', '两个分组只差写法'),
  why: localText(
    'A group that is written otherwise (a blank, full width, another case) is a group of its own: its units are missing from the ranking of the other. So is a cell that names several groups with another separator. Write them alike, or declare the groups in `values`, so that others are errors.',
    '分组写法不同（多一个空格、全角、大小写）就会成为另一个分组，其对象不会出现在原分组的排名中；单元格用了别的分隔符也是如此。应统一写法，或在 `values` 中声明分组。',
  ),
  wrong: { definition, files: { 'demo.csv': 'name,kind,online\n海州,A 组,97\n江州,A组,95\n河州,B组,90\n' } },
  right: { definition, files: { 'demo.csv': 'name,kind,online\n海州,A组,97\n江州,A组,95\n河州,B组,90\n' } },
  *check(context) {
    const { system, data } = context;
    for (const { id, column, values, separator } of system.units.groups) {
      const place = findColumn(data.sources, (column ?? id).value);
      if (values !== undefined || place === undefined) continue;
      const source = place.source.index;
      const usual = usualWritings(data.units.flatMap(unit => unit.groups.get(id.value) ?? []));
      const cells = data.units.flatMap(unit => {
        const row = data.rows[source]![unit.index]!;
        const names = row < 0 ? [] : (unit.groups.get(id.value) ?? []);
        return names.flatMap(name => {
          const other = usual.get(folded(name))!;
          const isSeveral = separator !== undefined && name.normalize('NFKC').includes(separator);
          return isSeveral || other !== name ? [{ source, row, column: place.column, name, other, isSeveral }] : [];
        });
      });
      yield* cellProblems(
        context,
        cells,
        ({ name, other, isSeveral }) => ({
          message: isSeveral
            ? localText(
                `${shownText(name)} is one group of ${id.value}: what separates groups is ${separator}`,
                `“${shownText(name)}”成了 ${id.value} 的一个分组：分隔符应为 ${separator}`,
              )
            : localText(
                `${shownText(name)} and ${shownText(other)} differ in writing only, and are two groups of ${id.value}`,
                `“${shownText(name)}”与“${shownText(other)}”只差写法，却是 ${id.value} 的两个分组`,
              ),
        }),
        localText(`groups of ${id.value} that differ in writing only`, `${id.value} 中只差写法的分组`),
      );
    }
  },
};

/** The most frequent of those that differ in writing only. */
function usualWritings(names: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const usual = new Map<string, string>();
  for (const [name, count] of counts) {
    const known = usual.get(folded(name));
    if (known === undefined || count > counts.get(known)!) usual.set(folded(name), name);
  }
  return usual;
}
