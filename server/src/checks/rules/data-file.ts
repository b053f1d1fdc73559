import { type LocalText, localText } from '../../base/locale.ts';
import type { TableProblem } from '../../data/table.ts';
import { cellProblems } from '../cells.ts';
import type { Problem, Rule, Source } from '../rule.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n';

export const dataFile: Rule = {
  code: 'data-file',
  severity: 'error',
  level: 'data',
  title: localText('A data file cannot be read, or not as it stands', '数据文件无法读取或内容有缺陷'),
  why: localText(
    'Nothing is scored from a file that is not there, and a row that is cut short gives wrong cells. Files lie in the workspace folder; nothing is fetched from a network.',
    '文件不存在则无从计分，残缺的行会使单元格错位。文件应位于工作区内，不会从网络获取任何数据。',
  ),
  wrong: { definition },
  right: { definition, files: { 'demo.csv': 'code,online\na,97\nb,90\n' } },
  *check(context) {
    const files = new Set<string>();
    for (const source of context.sources) {
      yield* sourceProblems(source, files.has(source.file) ? 'the file again' : 'a new file');
      files.add(source.file);
    }
    yield* cellProblems(
      context,
      context.data.problems.filter(({ kind }) => kind === 'unit'),
      () => ({
        message: localText('this row names no unit and is not used', '此行没有写明评估对象，未予使用'),
      }),
      localText('they name no unit', '没有写明评估对象'),
    );
  },
};

/** What stands in a file that two sources read is reported once. */
function* sourceProblems(
  { declaration: { path }, file, state, table }: Source,
  visit: 'a new file' | 'the file again',
): Iterable<Problem> {
  if (path === undefined) return;
  if (state !== 'read' || table === undefined) {
    if (state !== 'read') yield { at: path.node, message: messages[state](path.value) };
    return;
  }
  const problems = table.problems.filter(({ code }) => code !== 'replacement-characters');
  for (const { code, range, message } of problems) {
    if (ofWholeFile.has(code)) yield { at: path.node, message: ofFile(path.value, message) };
    else if (visit === 'a new file') yield { at: { file, range }, message };
  }
  if (table.nRows > 0 || problems.some(({ code }) => ofWholeFile.has(code) || code.startsWith('json'))) return;
  yield { at: path.node, message: localText(`${path.value} holds no rows`, `${path.value} 中没有数据行`) };
}

const ofWholeFile: ReadonlySet<TableProblem['code']> = new Set(['empty-file', 'too-large']);

function ofFile(path: string, message: LocalText): LocalText {
  return localText(`${path}: ${message.en}`, `${path}：${message['zh-CN']}`);
}

const supported = 'csv, tsv, json';

/** Part of the format, but not read yet. */
const planned: ReadonlySet<string> = new Set(['xlsx', 'parquet', 'ndjson']);

const messages: Readonly<Record<Exclude<Source['state'], 'read'>, (path: string) => LocalText>> = {
  missing: path => localText(`there is no file ${path}`, `没有文件 ${path}`),
  unreadable: path => localText(`${path} cannot be read`, `无法读取 ${path}`),
  outside: path =>
    localText(
      `${path} lies outside the folder that may be read; nothing is read from there without your consent`,
      `${path} 位于允许读取的文件夹之外，未经同意不予读取`,
    ),
  'unknown-format': path => {
    const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
    const formats = localText(`supported: ${supported}`, `支持的格式：${supported}`);
    return planned.has(extension)
      ? localText(
          `${extension} files are not read yet: save ${path} as CSV (${formats.en})`,
          `尚不能读取 ${extension} 文件，请将 ${path} 另存为 CSV（${formats['zh-CN']}）`,
        )
      : localText(
          `the format of ${path} is not known (${formats.en})`,
          `无法识别 ${path} 的格式（${formats['zh-CN']}）`,
        );
  },
};
