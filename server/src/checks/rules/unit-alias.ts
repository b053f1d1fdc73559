import { type LocalText, localText } from '../../base/locale.ts';
import type { BoundTables } from '../../scoring/bind/tables.ts';
import { findColumn } from '../../scoring/columnSearch.ts';
import type { BoundUnit } from '../../scoring/units.ts';
import { quoteScalar } from '../../syntax/edit.ts';
import { alikeNames } from '../alikeUnits.ts';
import { type CellPosition, cellPlace, cellProblems, keyCell } from '../cells.ts';
import type { DataContext, Rule } from '../rule.ts';

const definition = (units: string) =>
  `indicatorSystem: 1\nunits: {${units}}\ndata: [{path: demo.csv}, {path: more.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n  - {id: reply, name: 答复率, normalise: none}\ndefaults: {missing: exclude}\n`;
const files = {
  'demo.csv': 'name,online\n科学技术部,97\n教育部,95\n',
  'more.csv': 'name,reply\n科技部,90\n教育部,80\n',
};

export const unitAlias: Rule = {
  code: 'unit-alias',
  severity: 'warning',
  level: 'data',
  title: localText('Two units that look like one', '疑似同一对象的两个名称'),
  why: localText(
    'One unit under two names is ranked twice, or each of the two lacks half of its data. Say in `units.aliases` that one stands for the other.',
    '同一对象用了两个名称，会重复排名，或各缺一半数据。请在 `units.aliases` 中写明一个代表另一个。',
  ),
  wrong: { definition: definition('id: name'), files },
  right: { definition: definition('id: name, aliases: {科技部: 科学技术部}'), files },
  *check(context) {
    if (!context.data.isComplete || context.data.units.length > mostUnits) return;
    yield* cellProblems(
      context,
      context.data.memory.of(context.data.tables, alike),
      ({ later, earlier, before }) => {
        const hint = aliasHint(context, later, earlier);
        const [one, other] = later.name === earlier.name ? [later.id, earlier.id] : [later.name, earlier.name];
        return {
          message: localText(
            `${one} and ${other} look like one unit${hint.en}`,
            `“${one}”与“${other}”疑似同一对象${hint['zh-CN']}`,
          ),
          related: [{ at: cellPlace(context, before), message: localText(`${other} stands here`, `“${other}”在此`) }],
        };
      },
      localText('units that look like others', '与其他对象疑似相同'),
    );
  },
};

/** Of more units the names are not compared: they come from a register, not from hand. */
const mostUnits = 50_000;

interface AlikeUnits extends CellPosition {
  readonly later: BoundUnit;
  readonly earlier: BoundUnit;
  readonly before: CellPosition;
}

/** By id, else by name; at the cell of the later one. */
function alike(tables: BoundTables): readonly AlikeUnits[] {
  const { name: nameColumn } = tables.boundBy.header.units;
  const name = nameColumn && findColumn(tables.sources, nameColumn.value);
  const keyPlaces = tables.units.map(unit => keyCell(tables, unit));
  const placeOf = ({ index }: BoundUnit, key: 'id' | 'name'): CellPosition => {
    const row = key === 'name' && name !== undefined ? tables.rows[name.source.index]![index]! : -1;
    return row < 0 ? keyPlaces[index]! : { source: name!.source.index, row, column: name!.column };
  };
  const inFile = tables.units.toSorted((a, b) => {
    const [one, other] = [keyPlaces[a.index]!, keyPlaces[b.index]!];
    return one.source - other.source || one.row - other.row;
  });
  const found: AlikeUnits[] = [];
  const said = new Set<number>();
  for (const key of ['id', 'name'] as const) {
    for (const [one, other] of alikeNames(inFile.map(unit => unit[key]))) {
      const [later, earlier] = [inFile[one]!, inFile[other]!];
      if (said.has(later.index)) continue;
      said.add(later.index);
      found.push({ ...placeOf(later, key), later, earlier, before: placeOf(earlier, key) });
    }
  }
  return found;
}

/** What to write where the two never stand in one file: in one file the alias would make two rows of one unit. */
function aliasHint({ data }: DataContext, later: BoundUnit, earlier: BoundUnit): LocalText {
  const isSameFile = data.rows.some(rows => rows[later.index]! >= 0 && rows[earlier.index]! >= 0);
  const alias = `units.aliases: {${quoteScalar(later.id)}: ${quoteScalar(earlier.id)}}`;
  return isSameFile ? localText('', '') : localText(`; if so, ${alias}`, `；若是，请写 ${alias}`);
}
