import { type Locale, type LocalText, localText } from '../../base/locale.ts';
import type { TableProblem } from '../../data/table.ts';
import { cellProblems, layoutProblems, shownText } from '../cells.ts';
import { labelsWithoutValue } from '../labels.ts';
import type { DataContext, Problem, Rule, Source } from '../rule.ts';
import { listIn } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n';

export const dataFile: Rule = {
  code: 'data-file',
  severity: 'error',
  level: 'data',
  title: localText('A file that is named cannot be read, or not as it stands', '所引用的文件无法读取或内容有缺陷'),
  why: localText(
    'Nothing is scored from a file that is not there, and a row that is cut short gives wrong cells. Files lie in the workspace folder; nothing is fetched from a network.',
    '文件不存在则无从计分，残缺的行会使单元格错位。文件应位于工作区内，不会从网络获取任何数据。',
  ),
  wrong: { definition },
  right: { definition, files: { 'demo.csv': 'code,online\na,97\nb,90\n' } },
  *check(context) {
    const { earlier, system } = context;
    if (system.previous !== undefined && typeof earlier === 'string') {
      yield { at: system.previous.node, message: messages[earlier](system.previous.value) };
    }
    const files = new Set<string>();
    for (const source of context.sources) {
      yield* sourceProblems(source, files.has(source.file) ? 'the file again' : 'a new file');
      files.add(source.file);
    }
    yield* layoutProblems(context, 'unnamed-row');
    yield* unknownPeriods(context);
    yield* cellProblems(
      context,
      context.data.problems.filter(({ kind }) => kind === 'unit'),
      () => ({
        message: localText('this row names no unit and is not used', '此行没有写明评估对象，未予使用'),
      }),
      localText('they name no unit', '没有写明评估对象'),
    );
    yield* cellProblems(
      context,
      context.data.problems.filter(({ kind }) => kind === 'period'),
      () => ({ message: localText('this row names no period and is not used', '此行没有写明时期，未予使用') }),
      localText('they name no period', '没有写明时期'),
    );
    yield* cellProblems(
      context,
      labelsWithoutValue(context),
      ({ text }) => ({
        message: localText(
          `${shownText(text)} is an error or a formula without its value, and stands here as it is`,
          `${shownText(text)} 是错误值或没有存储结果的公式，在此按原样使用`,
        ),
      }),
      localText('errors, or formulas without their values', '错误值或没有存储结果的公式'),
    );
  },
};

/** What stands in a file that two sources read is reported once. */
function* sourceProblems(
  { declaration: { path, sheet }, file, state, table }: Source,
  visit: 'a new file' | 'the file again',
): Iterable<Problem> {
  if (path === undefined) return;
  if (state !== 'read' || table === undefined) {
    if (state !== 'read') yield { at: path.node, message: messages[state](path.value) };
    return;
  }
  const problems = table.problems.filter(({ code }) => code !== 'replacement-characters');
  for (const { code, range, message } of problems) {
    const node = code === 'unknown-sheet' ? (sheet?.node ?? path.node) : path.node;
    if (ofWholeFile.has(code) || !table.isText) yield { at: node, message: ofFile(path.value, message) };
    else if (visit === 'a new file') yield { at: { file, range }, message };
  }
  if (table.nRows > 0 || problems.some(({ code }) => ofWholeFile.has(code) || code.startsWith('json'))) return;
  yield { at: path.node, message: localText(`${path.value} holds no rows`, `${path.value} 中没有数据行`) };
}

function* unknownPeriods({ data, system }: DataContext): Iterable<Problem> {
  for (const { source, wanted, found } of data.unknownPeriods) {
    const { period, path } = system.data[source]!;
    const at = period?.is?.node ?? period?.column.node ?? path?.node;
    if (at === undefined) continue;
    const there = { en: shownList(found, 'en'), zh: shownList(found, 'zh-CN') };
    const of = path?.value ?? '';
    const message =
      wanted === undefined
        ? localText(
            `say which period is scored (is: …); ${of} has ${there.en}`,
            `请写明计分的时期（is: …）；${of} 中有 ${there.zh}`,
          )
        : localText(
            `${of} has no rows of the period ${wanted}; it has ${there.en}`,
            `${of} 中没有时期 ${wanted} 的数据，只有 ${there.zh}`,
          );
    yield { at, message };
  }
}

function shownList(names: readonly string[], locale: Locale): string {
  const [first, second, third, ...more] = names;
  return more.length < 10 ? listIn(names, locale) : `${listIn([first!, second!, third!], locale)} … ${names.at(-1)}`;
}

const ofWholeFile: ReadonlySet<TableProblem['code']> = new Set([
  'empty-file',
  'too-large',
  'not-opened',
  'unknown-sheet',
]);

function ofFile(path: string, message: LocalText): LocalText {
  return localText(`${path}: ${message.en}`, `${path}：${message['zh-CN']}`);
}

const supported = 'csv, tsv, xlsx, json, ndjson, parquet';

const messages: Readonly<Record<Exclude<Source['state'], 'read'>, (path: string) => LocalText>> = {
  missing: path => localText(`there is no file ${path}`, `没有文件 ${path}`),
  unreadable: path => localText(`${path} cannot be read`, `无法读取 ${path}`),
  outside: path =>
    localText(
      `${path} lies outside the folder that may be read; nothing is read from there without your consent (--allow-outside, in an editor the setting indicators.allowOutside)`,
      `${path} 位于允许读取的文件夹之外，未经同意不予读取（可用 --allow-outside，在编辑器中用设置 indicators.allowOutside）`,
    ),
  'unknown-format': path =>
    localText(
      `the format of ${path} is not known (supported: ${supported})`,
      `无法识别 ${path} 的格式（支持的格式：${supported}）`,
    ),
};
