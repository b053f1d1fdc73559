import { localText } from '../../base/locale.ts';
import type { BoundTables } from '../../scoring/bind/tables.ts';
import type { BoundUnit } from '../../scoring/units.ts';
import { type CellPosition, cellPlace, cellProblems, keyCell } from '../cells.ts';
import type { Rule } from '../rule.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code, name: name}\ndata: [{path: demo.csv}, {path: more.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n  - {id: reply, name: 答复率, normalise: none}\n';
const main = 'code,name,online\n11,北京市,97\n12,天津市,95\n';

export const dataUnitName: Rule = {
  code: 'data-unit-name',
  severity: 'warning',
  level: 'data',
  title: localText('A file calls a unit by another unit’s name', '数据文件中某对象用了另一对象的名称'),
  why: localText(
    'Files join on the key. Where a later file gives a unit the name of another one, its keys are probably other keys, and each unit gets the values of another.',
    '各文件按关键列合并。若后一文件中某对象用了另一对象的名称，其编码很可能不是同一套，各对象会得到别人的数据。',
  ),
  wrong: { definition, files: { 'demo.csv': main, 'more.csv': 'code,name,reply\n11,天津市,80\n12,北京市,90\n' } },
  right: { definition, files: { 'demo.csv': main, 'more.csv': 'code,name,reply\n12,天津市,80\n11,北京市,90\n' } },
  *check(context) {
    const { data } = context;
    yield* cellProblems(
      context,
      data.memory.of(data.tables, wronglyNamed),
      ({ unit, owner }) => ({
        message: localText(
          `${unit.id} is called ${owner.name} here, but that is ${owner.id}`,
          `此处将 ${unit.id} 称为“${owner.name}”，而“${owner.name}”是 ${owner.id}`,
        ),
        related: [unit, owner].map(each => ({
          at: cellPlace(context, keyCell(data.tables, each)),
          message: localText(`${each.id} is ${each.name} here`, `${each.id} 在此为“${each.name}”`),
        })),
      }),
      localText('units with the names of others', '用了其他对象名称的对象'),
    );
  },
};

interface WronglyNamed extends CellPosition {
  readonly unit: BoundUnit;
  /** Whose name it is. */
  readonly owner: BoundUnit;
}

/** In files after the one that the names are from; a name that several units share is nobody's. */
function wronglyNamed({ units, sources, rows, boundBy }: BoundTables): readonly WronglyNamed[] {
  const { name: nameColumn } = boundBy.header.units;
  if (nameColumn === undefined) return [];
  const owners = new Map<string, BoundUnit | undefined>();
  for (const unit of units) owners.set(unit.name, owners.has(unit.name) ? undefined : unit);
  return sources.flatMap(({ table, index: source }) => {
    const column = table?.columnIndex(nameColumn.value) ?? -1;
    if (table === undefined || column < 0) return [];
    return units.flatMap(unit => {
      const row = rows[source]![unit.index]!;
      const owner = row < 0 ? undefined : owners.get(table.cell(row, column));
      return owner === undefined || owner === unit ? [] : [{ source, row, column, unit, owner }];
    });
  });
}
