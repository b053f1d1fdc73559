import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type BoundSource, type CellProblem, isMissing } from '../../scoring/columns.ts';
import { cellProblems, readBy, shownText } from '../cells.ts';
import type { Problem, Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: grade, name: Grade, categories: {A: 100, B: 80}}\n';

export const categoryUnmapped: Rule = {
  code: 'category-unmapped',
  severity: 'error',
  level: 'data',
  title: localText('A grade in the data has no value in `categories`', '数据中的等级在 `categories` 中没有取值'),
  why: localText(
    'A grade without a value gives its unit no score. Nothing is guessed: `B+` is not `B`. A grade that the file uses for missing or not applicable (`NA`, `缺`) never gets its value: say in `missing` of the data which cells mean missing.',
    '没有取值的等级使评估对象没有得分。不作猜测：`B+` 不等于 `B`。若某等级的写法在数据中表示缺失或不适用（`NA`、`缺`），其取值永远不会用到：请在数据的 `missing` 中写明哪些单元格表示缺失。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,grade\na,A\nb,B+\n' } },
  right: { definition, files: { 'demo.csv': 'code,grade\na,A\nb,B\n' } },
  *check(context) {
    const cells = context.data.problems.filter(({ kind }) => kind === 'category');
    yield* cellProblems(
      context,
      cells,
      ({ text, suggestion, indicator }) => ({
        message: localText(
          `${shownText(text)} is not in categories${suggestion === undefined ? '' : `; did you mean ${suggestion}?`}`,
          `${shownText(text)} 不在 categories 中${suggestion === undefined ? '' : `；是否想写 ${suggestion}？`}`,
        ),
        related: readBy(indicator),
      }),
      localText('not in categories', '不在 categories 中'),
    );
    for (const indicator of new Set(cells.map(each => each.indicator))) {
      if (indicator?.own.categories === undefined) continue;
      const own = cells.filter(each => each.indicator === indicator);
      yield {
        at: indicator.own.categories.entry.key,
        message: localText(
          `${nameIn(indicator, 'en')} has no value for ${listIn(gradesOf(own), 'en')} (${own.length} ${own.length === 1 ? 'cell' : 'cells'})`,
          `“${nameIn(indicator, 'zh-CN')}”没有给出这些等级的取值：${listIn(gradesOf(own), 'zh-CN')}（${own.length} 个单元格）`,
        ),
      };
    }
    for (const [indicator, { places }] of context.data.leaves) yield* neverRead(indicator, places[0]?.source);
  },
};

/** Grades that mean “missing” or “not applicable” in the file: their values are never given. */
function* neverRead(indicator: Indicator, source: BoundSource | undefined): Iterable<Problem> {
  const map = indicator.own.categories?.entry.value;
  if (source === undefined || map?.kind !== 'map') return;
  for (const { name, key } of map.entries) {
    const isNotApplicable = source.notApplicable.has(name);
    if (!isNotApplicable && !isMissing(source, name)) continue;
    const [en, zh] = isNotApplicable ? ['not applicable', '不适用'] : ['missing', '缺失'];
    yield {
      at: key,
      message: localText(
        `${shownText(name)} is read as ${en} in this file: the value for it is never given`,
        `该文件中“${shownText(name)}”视为${zh}：为它写的取值永远不会用到`,
      ),
    };
  }
}

function gradesOf(cells: readonly CellProblem[]): readonly string[] {
  return [...new Set(cells.map(({ text }) => shownText(text)))];
}
