import { type LocalText, localText } from '../../base/locale.ts';
import type { NotANumber } from '../../data/number.ts';
import { type CellProblem, noTokens, yesTokens } from '../../scoring/columns.ts';
import { cellProblems, readBy, shownText } from '../cells.ts';
import type { Rule } from '../rule.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n';

export const dataNumber: Rule = {
  code: 'data-number',
  severity: 'error',
  level: 'data',
  title: localText('A cell is not a number', '单元格不是数字'),
  why: localText(
    'A cell such as `12,5`, `１２`, `95%` or `#N/A` has no value: the unit is scored without it. Nothing is guessed: say it as a plain number, or list the token under `missing`.',
    '`12,5`、`１２`、`95%`、`#N/A` 之类的单元格没有数值，评估对象按缺失计。不作猜测：请改写为普通数字，或将该记号列入 `missing`。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online\na,97\nb,95%\n' } },
  right: { definition, files: { 'demo.csv': 'code,online\na,97\nb,95\n' } },
  *check(context) {
    yield* cellProblems(
      context,
      context.data.problems.filter(({ kind }) => kind === 'number' || kind === 'order'),
      cell => ({ message: notNumber(cell), related: readBy(cell.indicator) }),
      localText('not numbers', '不是数字'),
    );
    yield* cellProblems(
      context,
      context.data.problems.filter(({ kind }) => kind === 'checklist' || kind === 'veto'),
      ({ text, indicator }) => ({
        message: localText(
          `${shownText(text)} is neither yes nor no (${yesTokens.join(', ')}; ${noTokens.join(', ')})`,
          `${shownText(text)} 既非是也非否（${yesTokens.join('、')}；${noTokens.join('、')}）`,
        ),
        related: readBy(indicator),
      }),
      localText('neither yes nor no', '既非是也非否'),
    );
  },
};

function notNumber({ text, reason, suggestion }: CellProblem): LocalText {
  const why = reason === undefined ? undefined : reasons[reason];
  const en = why === undefined ? '' : ` (${why.en})`;
  const zh = why === undefined ? '' : `（${why['zh-CN']}）`;
  return localText(
    `${shownText(text)} is not a number${en}${suggestion === undefined ? '' : `; did you mean ${suggestion}?`}`,
    `${shownText(text)} 不是数字${zh}${suggestion === undefined ? '' : `；是否想写 ${suggestion}？`}`,
  );
}

const reasons: Readonly<Record<NotANumber, LocalText | undefined>> = {
  empty: undefined,
  text: undefined,
  'thousands-separator': localText('digits are grouped', '含千位分隔符'),
  'decimal-comma': localText('a decimal comma', '小数点写成了逗号'),
  percent: localText('a percent sign', '含百分号'),
  'full-width': localText('full-width characters', '全角字符'),
  invisible: localText('characters that are not seen', '含不可见字符'),
  'error-value': localText('a spreadsheet’s error', '表格软件的错误值'),
  formula: localText(
    'a formula whose value the file does not hold: open and save it in a spreadsheet program',
    '公式没有存储结果：请用表格软件打开并保存',
  ),
  infinite: localText('not finite', '不是有限数'),
};
