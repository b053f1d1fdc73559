import { localText } from '../../base/locale.ts';
import type { CellProblem } from '../../scoring/columns.ts';
import { cellProblems, readBy, shownText } from '../cells.ts';
import type { Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: grade, name: Grade, categories: {A: 100, B: 80}}\n';

export const categoryUnmapped: Rule = {
  code: 'category-unmapped',
  severity: 'error',
  level: 'data',
  title: localText('A grade in the data has no value in `categories`', '数据中的等级在 `categories` 中没有取值'),
  why: localText(
    'A grade without a value gives its unit no score. Nothing is guessed: `B+` is not `B`.',
    '没有取值的等级使评估对象没有得分。不作猜测：`B+` 不等于 `B`。',
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
  },
};

function gradesOf(cells: readonly CellProblem[]): readonly string[] {
  return [...new Set(cells.map(({ text }) => shownText(text)))];
}
