import { localText } from '../../base/locale.ts';
import { conditionsOf } from '../../model/conditions.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { headerPlace } from '../cells.ts';
import type { Rule } from '../rule.ts';
import { isReadable } from '../tables.ts';
import { listIn } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n';

export const dataUnusedColumn: Rule = {
  code: 'data-unused-column',
  severity: 'hint',
  level: 'data',
  title: localText('Columns that nothing uses', '没有被使用的数据列'),
  why: localText(
    'Perhaps an indicator was forgotten, or reads another column. One finding for each file.',
    '可能遗漏了指标，或指标引用了其他列。每个文件只提示一次。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online,reply\na,97,80\nb,95,90\n' } },
  right: { definition, files: { 'demo.csv': 'code,online\na,97\nb,95\n' } },
  *check(context) {
    const { system, data } = context;
    if (!isReadable(context) || data.unresolved.length > 0) return;
    const used = usedColumns(system);
    for (const [source, { table, declaration }] of data.sources.entries()) {
      const key = (declaration.unit ?? system.units.id)?.value ?? 'id';
      const unused = (table?.columns ?? []).flatMap(({ name }, column) =>
        name === '' || name === key || used.has(name) ? [] : [{ name, column }],
      );
      const [first, ...others] = unused;
      if (first === undefined) continue;
      const names = unused.map(({ name }) => name);
      yield {
        at: headerPlace(context, source, first.column),
        message: localText(`used by nothing: ${listIn(names, 'en')}`, `未被使用的列：${listIn(names, 'zh-CN')}`),
        related: others.slice(0, 10).map(({ name, column }) => ({
          at: headerPlace(context, source, column),
          message: localText(`${name} is not used either`, `“${name}”也未被使用`),
        })),
      };
    }
  },
};

function usedColumns(system: IndicatorSystem): ReadonlySet<string> {
  const { units, indicators, adjustments, data } = system;
  const leaves = indicators.filter(({ children }) => children === undefined);
  return new Set([
    ...(units.name === undefined ? [] : [units.name.value]),
    ...data.flatMap(({ period }) => period?.column.value ?? []),
    ...(units.order.kind === 'column' ? [units.order.column.value] : []),
    ...units.groups.map(({ id, column }) => (column ?? id).value),
    ...leaves.flatMap(({ id, own }) =>
      own.checklist === undefined ? [own.column?.value ?? id] : [...own.checklist.points.keys()],
    ),
    ...leaves.flatMap(({ own }) => own.denominator?.value ?? []),
    ...adjustments.flatMap(({ column }) => column?.value ?? []),
    ...conditionsOf(system).flatMap(({ column }) => column?.value ?? []),
  ]);
}
