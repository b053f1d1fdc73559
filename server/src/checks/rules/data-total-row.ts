import { localText } from '../../base/locale.ts';
import type { BoundTables } from '../../scoring/bind/tables.ts';
import type { BoundUnit } from '../../scoring/units.ts';
import { type CellPosition, cellProblems, keyCell, shownText } from '../cells.ts';
import type { Rule } from '../rule.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: name}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: cases, name: 办件量, normalise: min-max}\n';

export const dataTotalRow: Rule = {
  code: 'data-total-row',
  severity: 'warning',
  level: 'data',
  title: localText('A row of totals or averages among the units', '评估对象中混有合计行或平均行'),
  why: localText(
    'A spreadsheet’s row of totals is read as one more unit: it is ranked, often first, and min–max takes it for the best. Leave the row out of the data.',
    '表格的合计行会被当作一个评估对象：参与排名，往往居首，极差法还会把它当作最优值。应从数据中去掉该行。',
  ),
  wrong: { definition, files: { 'demo.csv': 'name,cases\n海州,40\n江州,25\n合计,65\n' } },
  right: { definition, files: { 'demo.csv': 'name,cases\n海州,40\n江州,25\n' } },
  *check(context) {
    const { data, scoring } = context;
    yield* cellProblems(
      context,
      // Who is not ranked was thought of.
      data.memory.of(data.tables, totals).filter(({ unit }) => scoring?.scores.eligible[unit.index] !== 0),
      ({ unit: { name } }) => ({
        message: localText(
          `${shownText(name)} looks like a total or an average of units, and is ranked as a unit`,
          `“${shownText(name)}”疑似合计行或平均行，却作为评估对象参与排名`,
        ),
      }),
      localText('rows of totals or averages', '合计行或平均行'),
    );
  },
};

function totals(tables: BoundTables): readonly (CellPosition & { readonly unit: BoundUnit })[] {
  return tables.units
    .filter(({ id, name }) => isTotal(id) || isTotal(name))
    .map(unit => ({ ...keyCell(tables, unit), unit }));
}

/** 合计, 全国平均, Total, OECD average; not Totalan and not 平均乡. */
function isTotal(name: string): boolean {
  const words = name.normalize('NFKC').replace(/[^\p{L}\p{N}]+$/u, '');
  return (
    /(?:合计|总计|小计|共计|平均|平均值|平均数|均值|中位数)$/u.test(words.replace(/\s/g, '')) ||
    /(?:^|[\s(])(?:(?:sub[\s-]?)?total|average|mean|median)$/i.test(words)
  );
}
