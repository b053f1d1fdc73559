import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { isReadable } from '../tables.ts';

const definition = (count: number) =>
  `indicatorSystem: 1\nunits: {id: name, count: ${count}}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n`;
const files = { 'demo.csv': 'name,online\n北京市,97\n上海市,95\n' };

export const dataUnitCount: Rule = {
  code: 'data-unit-count',
  severity: 'error',
  level: 'data',
  title: localText('The data hold more or fewer units than declared', '数据中的评估对象个数与声明不符'),
  why: localText(
    'A unit that was lost on the way to the file is missing from every list, and nobody sees it there.',
    '在数据整理中遗漏的对象不会出现在任何名单中，很难被发现。',
  ),
  wrong: { definition: definition(3), files },
  right: { definition: definition(2), files },
  *check(context) {
    const { system, data } = context;
    const { count } = system.units;
    if (count === undefined || !isReadable(context) || data.units.length === count.value) return;
    const nFound = data.units.length;
    yield {
      at: count.node,
      message: localText(
        `${count.value} units are declared, ${nFound} found in the data`,
        `声明 ${count.value} 个评估对象，数据中有 ${nFound} 个`,
      ),
    };
  },
};
