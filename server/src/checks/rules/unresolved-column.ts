import { localText } from '../../base/locale.ts';
import { nearest } from '../../base/nearest.ts';
import { conditionsOf } from '../../model/conditions.ts';
import { nameNode } from '../../model/siblings.ts';
import { findColumn, type UnresolvedColumn } from '../../scoring/columnSearch.ts';
import { insertEntry, quoteScalar } from '../../syntax/edit.ts';
import type { DataContext, Problem, Rule } from '../rule.ts';
import { isBroken } from '../tables.ts';
import { unresolvedProblem } from '../unresolved.ts';
import { nameIn } from '../words.ts';

const definition = (column: string) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, column: ${column}, normalise: none}\n`;
const files = { 'demo.csv': 'code,online_rate\na,97\nb,95\n' };

export const unresolvedColumn: Rule = {
  code: 'unresolved-column',
  severity: 'error',
  level: 'data',
  title: localText('A column that the data do not have', '数据中没有所引用的列'),
  why: localText(
    'An indicator without its column has no value for any unit; nothing above it can be scored.',
    '找不到数据列的指标对所有对象都没有数值，其上各级均无法计分。',
  ),
  wrong: { definition: definition('online_rat'), files },
  right: { definition: definition('online_rate'), files },
  *check(context) {
    const { data, system, tree, sources } = context;
    if (sources.some(({ table }) => table !== undefined && isBroken(table))) return;
    // The columns of a long file are not known without those that it is laid out by.
    const layout = data.unresolved.filter(({ use }) => use === 'long');
    for (const unresolved of layout.length > 0 ? layout : data.unresolved) {
      const { at, indicator } = unresolved;
      // A leaf with neither `column` nor `id` names no column: `schema` asks for the id.
      if (at === undefined && indicator !== undefined && indicator.own.id === undefined) continue;
      yield problemOf(context, unresolved);
    }
    if (!data.isComplete || layout.length > 0) return;
    for (const { column } of conditionsOf(system)) {
      if (column === undefined || findColumn(data.sources, column.value) !== undefined) continue;
      yield unresolvedProblem(tree, column, columnsOf(context), noun);
    }
  },
};

const noun = { en: 'column', zh: '列' };

type Form = 'as-it-stands' | 'laid-out';

/** Of a file as it stands, or (`laid-out`) with a column for each indicator. */
function columnsOf({ sources, data }: DataContext, source?: number, form: Form = 'laid-out'): readonly string[] {
  const all = form === 'laid-out' ? data.sources : sources;
  const among = source === undefined ? all : all.slice(source, source + 1);
  return [...new Set(among.flatMap(({ table }) => table?.columns.map(({ name }) => name) ?? []))].filter(
    name => name !== '',
  );
}

function problemOf(context: DataContext, { use, name, at, indicator, source }: UnresolvedColumn): Problem {
  const { tree, system } = context;
  if (use === 'source' && at !== undefined) {
    const ids = system.data.flatMap(({ id }) => id?.value ?? []);
    return unresolvedProblem(tree, { value: name, node: at.node }, ids, { en: 'data source', zh: '数据源' });
  }
  const isOfFile = use === 'unit-key' || use === 'period' || use === 'long';
  const names = columnsOf(context, source, isOfFile ? 'as-it-stands' : 'laid-out');
  // A checklist names its columns by keys, a group system without a column by its own.
  const node = use === 'checklist' ? (at?.entry?.key ?? at?.node) : at?.node;
  if (node !== undefined) return unresolvedProblem(tree, { value: name, node }, names, noun);
  const near = nearest(name, names);
  const offer = near === undefined ? { en: '', zh: '' } : { en: `; did you mean ${near}?`, zh: `；是否想写 ${near}？` };
  if (indicator === undefined) return keyProblem(context, name, source, offer);
  return {
    at: nameNode(indicator),
    message: localText(
      `${nameIn(indicator, 'en')} reads the column of its id, but there is no column ${name}${offer.en}`,
      `“${nameIn(indicator, 'zh-CN')}”未写 column，以标识为列名，但数据中没有列“${name}”${offer.zh}`,
    ),
    fixes:
      near === undefined
        ? []
        : [
            {
              title: localText(`Add column: ${near}`, `添加 column: ${near}`),
              edits: insertEntry(tree, indicator.own.node, 'column', quoteScalar(near)),
              preferred: true,
            },
          ],
  };
}

/** The column that names the units, where the definition does not say which. */
function keyProblem(
  { system, sources }: DataContext,
  name: string,
  source: number | undefined,
  offer: { en: string; zh: string },
): Problem {
  const path = sources[source ?? 0]?.declaration.path;
  return {
    at: system.units.entry?.key ?? path?.node ?? system.indicatorsEntry!.key,
    message: localText(
      `${path?.value ?? 'the data'} has no column ${name}, and units.id names no other${offer.en}`,
      `${path?.value ?? '数据'} 中没有列“${name}”，而 units.id 未指定其他列${offer.zh}`,
    ),
  };
}
