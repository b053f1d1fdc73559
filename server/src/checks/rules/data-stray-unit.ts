import { localText } from '../../base/locale.ts';
import { nearest } from '../../base/nearest.ts';
import { cellProblems, shownText } from '../cells.ts';
import type { Rule } from '../rule.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: name}\ndata: [{path: demo.csv}, {path: more.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n  - {id: reply, name: 答复率, normalise: none}\n';
const main = 'name,online\n北京市,97\n上海市,95\n';

export const dataStrayUnit: Rule = {
  code: 'data-stray-unit',
  severity: 'warning',
  level: 'data',
  title: localText('A later data file holds a unit that the first does not', '后续数据文件中有首个文件没有的评估对象'),
  why: localText(
    'Files join on the unit. A name that is written otherwise becomes a unit of its own, and both lack half of their data.',
    '各文件按评估对象合并。名称写法不同就会成为另一个对象，两者各缺一半数据。',
  ),
  wrong: { definition, files: { 'demo.csv': main, 'more.csv': 'name,reply\n北京,90\n上海市,80\n' } },
  right: { definition, files: { 'demo.csv': main, 'more.csv': 'name,reply\n北京市,90\n上海市,80\n' } },
  *check(context) {
    const { data, sources } = context;
    if (!data.isComplete || data.sources.some(({ keyColumn }) => keyColumn < 0)) return;
    const strays = new Set(data.strays.map(({ unit }) => unit));
    const known = data.units.flatMap(({ id }) => (strays.has(id) ? [] : [id]));
    const first = sources[0]?.declaration.path?.value ?? '';
    yield* cellProblems(
      context,
      data.strays.map(({ unit, source, row }) => ({ unit, source, row, column: data.sources[source]!.keyColumn })),
      ({ unit }) => {
        const near = nearest(unit, known);
        return {
          message: localText(
            `${shownText(unit)} is not in ${first}${near === undefined ? '' : `; did you mean ${near}?`}`,
            `${first} 中没有“${shownText(unit)}”${near === undefined ? '' : `；是否想写 ${near}？`}`,
          ),
        };
      },
      localText(`units that are not in ${first}`, `${first} 中没有的对象`),
    );
  },
};
