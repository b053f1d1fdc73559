import { localText } from '../../base/locale.ts';
import { cellPlace, cellProblems, layoutProblems, shownText } from '../cells.ts';
import type { DataContext, Rule } from '../rule.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: name}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n';

export const dataDuplicateUnit: Rule = {
  code: 'data-duplicate-unit',
  severity: 'error',
  level: 'data',
  title: localText('One unit has two rows', '同一评估对象有两行数据'),
  why: localText(
    'Only one row can count: the first does. Which of the two is right, only their author knows.',
    '只有一行可以计分，现取第一行。哪一行正确，只有数据提供者知道。',
  ),
  wrong: { definition, files: { 'demo.csv': 'name,online\n北京市,97\n上海市,95\n北京市,90\n' } },
  right: { definition, files: { 'demo.csv': 'name,online\n北京市,97\n上海市,95\n天津市,90\n' } },
  *check(context) {
    const cells = context.data.duplicates.map(each => ({ ...each, ...keyOf(context, each) }));
    yield* cellProblems(
      context,
      cells,
      ({ unit, firstRow, source, column }) => {
        const first = cellPlace(context, { source, row: firstRow, column });
        const line = context.data.sources[source]!.table!.rowNumber(firstRow, column);
        return {
          message: localText(
            `${shownText(unit)} is there already, in row ${line}; only that one counts`,
            `“${shownText(unit)}”已在第 ${line} 行出现，只取该行`,
          ),
          related: [{ at: first, message: localText('the row that counts', '计入的行') }],
        };
      },
      localText('units that are there already', '对象重复出现'),
    );
    yield* layoutProblems(context, 'repeated-value');
  },
};

function keyOf({ data }: DataContext, { source, row }: { source: number; row: number }) {
  return { source, row, column: data.sources[source]!.keyColumn };
}
