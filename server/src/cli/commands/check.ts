import { CannotRun } from '../../base/cannotRun.ts';
import type { Severity } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import { nearest } from '../../base/nearest.ts';
import { rules } from '../../checks/rules/index.ts';
import { changedSince } from '../../git/git.ts';
import { configurationName } from '../../workspace/files.ts';
import { countBySeverity } from '../../workspace/printable.ts';
import { withoutKnown } from '../baseline.ts';
import { checkInput, checkPaths } from '../checking.ts';
import type { Command } from '../command.ts';
import { configurationIn } from '../configuration.ts';
import { checkFormats } from '../formats/index.ts';
import type { Arguments } from '../options.ts';
import { type CheckResult, isAtLeast } from '../printable.ts';
import { say, type Terminal } from '../terminal.ts';
import { write } from '../write.ts';

const formats = Object.keys(checkFormats);

export const check: Command = {
  name: 'check',
  operands: '[PATH…]',
  about: localText('find what is wrong in definitions and their data', '检查定义文件及其数据'),
  options: [
    {
      name: 'format',
      value: 'FORMAT[=FILE]',
      about: localText(
        `${formats.join(', ')}; with =FILE written there (repeatable; default: the project’s, else text, in GitHub Actions github)`,
        `${formats.join('、')}；加 =FILE 则写入该文件（可重复；默认随项目配置，否则为 text，在 GitHub Actions 中为 github）`,
      ),
    },
    { name: 'output', value: 'FILE', about: localText('write to a file instead of stdout', '写入文件而不是标准输出') },
    {
      name: 'fail-on',
      value: 'error|warning|information|hint',
      choices: ['error', 'warning', 'information', 'hint'],
      about: localText(
        'exit with 1 at this severity or above (default: the project’s, else error)',
        '达到该级别时以 1 退出（默认随项目配置，否则为 error）',
      ),
    },
    {
      name: 'max-warnings',
      value: 'N',
      about: localText(
        'exit with 1 at more warnings than this (default: the project’s)',
        '警告多于此数时以 1 退出（默认随项目配置）',
      ),
    },
    {
      name: 'only',
      value: 'CODE…',
      isFurtherValue: word => rules.some(({ code }) => code === word),
      about: localText('only these rules (repeatable, or a,b)', '只报告这些规则（可重复，或用逗号分隔）'),
    },
    { name: 'no-data', about: localText('the text alone: read no data files', '只检查文本，不读数据文件') },
    {
      name: 'fix',
      about: localText('apply the safe fixes to the files; comments and layout stay', '应用安全的修复，保留注释和版式'),
    },
    {
      name: 'changed-since',
      value: 'REV',
      about: localText(
        'only definitions that differ from this git revision, or whose data, previous edition or configuration do',
        '只检查自该 git 版本以来自身、数据、上一版或配置有变化的定义',
      ),
    },
    {
      name: 'baseline',
      value: 'FILE',
      about: localText(
        'leave out the findings of this file (made by --format baseline=FILE)',
        '不报告该文件中已有的发现（由 --format baseline=FILE 生成）',
      ),
    },
    {
      name: 'no-cache',
      about: localText(
        'look at everything anew, and keep nothing for later runs (also: INDICATORS_NO_CACHE=1)',
        '全部重新检查，也不为以后的运行保存结果（亦可设 INDICATORS_NO_CACHE=1）',
      ),
    },
    { name: 'stdin', about: localText('read the definition from standard input', '从标准输入读取定义') },
    {
      name: 'stdin-filename',
      value: 'FILE',
      about: localText('the name that the input stands for', '标准输入对应的文件名'),
    },
    {
      name: 'allow-outside',
      about: localText('read data files outside the repository too', '允许读取仓库以外的数据文件'),
    },
  ],
  note: localText(
    `The project’s ${configurationName}, looked for from each definition’s folder up to the repository’s, may set: rules (severities, each with a reason), ignore, failOn, maxWarnings, formats, locale. What a definition says itself and options go before it.`,
    `项目配置 ${configurationName} 从各定义所在文件夹向上查找，直到仓库根目录，可设置：rules（级别，须写明理由）、ignore、failOn、maxWarnings、formats、locale。定义文件自身的设置和命令行选项优先。`,
  ),
  run(given, terminal) {
    const codes = onlyCodes(given);
    const configuration = configurationIn(terminal.folder, terminal.keeping);
    const outputs = outputsOf(given, (configuration?.formats ?? []).filter(isKnown));
    const maxWarnings = maximum(given.value('max-warnings')) ?? configuration?.maxWarnings ?? unlimited;
    const limit = (given.value('fail-on') ?? configuration?.failOn ?? 'error') as Severity;
    const all = withoutKnown(checked(given, codes, terminal), given.value('baseline'), terminal);
    const findings = codes.length === 0 ? all.findings : all.findings.filter(({ code }) => codes.includes(code));
    const result = { ...all, findings, counts: countBySeverity(findings) };
    for (const { format, file } of outputs) write(checkFormats[format]!(result, terminal), file, terminal);
    const nWarnings = result.counts.warning;
    if (nWarnings > maxWarnings) terminal.err(`${say(terminal, tooManyWarnings(nWarnings, maxWarnings))}\n`);
    return findings.some(({ severity }) => isAtLeast(severity, limit)) || nWarnings > maxWarnings ? 1 : 0;
  },
};

function checked(given: Arguments, codes: readonly string[], terminal: Terminal): CheckResult {
  const options = { allowOutside: given.has('allow-outside'), withData: !given.has('no-data') };
  if (given.has('stdin') && (given.has('fix') || given.has('changed-since') || given.paths.length > 0))
    throw new CannotRun(
      localText(
        '--stdin takes no paths, --fix or --changed-since',
        '--stdin 不能与路径、--fix 或 --changed-since 同用',
      ),
    );
  if (given.has('stdin-filename') && !given.has('stdin'))
    throw new CannotRun(
      localText('--stdin-filename names what --stdin reads', '--stdin-filename 须与 --stdin 同用，指明输入代表的文件'),
    );
  if (given.has('stdin')) return checkInput(given.value('stdin-filename'), options, terminal);
  const since = given.value('changed-since');
  const isChanged = since === undefined ? undefined : changedSince(since, terminal.folder);
  const fixes = given.has('fix') ? 'safe' : 'none';
  return checkPaths(given.paths, { ...options, fixes, codes, ...(isChanged && { isChanged }) }, terminal);
}

interface Output {
  readonly format: string;
  readonly file: string | undefined;
}

/** `--format sarif=out.sarif --format text`; what names no file goes to stdout, or to `--output`. */
function outputsOf(given: Arguments, configured: readonly string[]): readonly Output[] {
  const usual = process.env.GITHUB_ACTIONS === 'true' ? 'github' : 'text';
  const words = [given.all('format'), configured, [usual]].find(each => each.length > 0)!;
  const outputs = words.map(word => {
    const [format = '', ...file] = word.split('=');
    if (!formats.includes(format)) {
      const near = nearest(format, formats);
      throw new CannotRun(
        localText(
          `--format is one of ${formats.join(', ')}, not ${format}${near ? `; did you mean ${near}?` : ''}`,
          `--format 只能是 ${formats.join('、')}，不能是 ${format}${near ? `；是否想用 ${near}？` : ''}`,
        ),
      );
    }
    return { format, file: file.length > 0 ? file.join('=') : given.value('output') };
  });
  if (new Set(outputs.map(({ file }) => file ?? '')).size === outputs.length) return outputs;
  throw new CannotRun(
    localText(
      'two formats for one output: name a file, --format sarif=out.sarif',
      '两种格式写到同一处：请指定文件，如 --format sarif=out.sarif',
    ),
  );
}

function onlyCodes(given: Arguments): readonly string[] {
  for (const code of given.all('only')) {
    const known = rules.map(rule => rule.code);
    if (known.includes(code)) continue;
    const near = nearest(code, known);
    throw new CannotRun(
      localText(
        `no rule ${code}${near ? `; did you mean ${near}?` : ''}`,
        `没有规则 ${code}${near ? `；是否想用 ${near}？` : ''}`,
      ),
    );
  }
  return given.all('only');
}

/** Of a format that there is not, the findings of the configuration tell. */
function isKnown(word: string): boolean {
  return formats.includes(word.replace(/=.*$/s, ''));
}

const unlimited = Number.POSITIVE_INFINITY;

const tooManyWarnings = (nWarnings: number, most: number) =>
  localText(
    `${nWarnings} ${nWarnings === 1 ? 'warning' : 'warnings'}, at most ${most} allowed`,
    `${nWarnings} 个警告，最多允许 ${most} 个`,
  );

function maximum(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d+$/.test(word)) return Number(word);
  throw new CannotRun(
    localText(`--max-warnings takes a whole number, not ${word}`, `--max-warnings 需要整数，不能是 ${word}`),
  );
}
