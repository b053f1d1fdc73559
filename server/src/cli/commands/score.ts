import { CannotRun } from '../../base/cannotRun.ts';
import type { Severity } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import type { ScoreReport } from '../../scoring/report/report.ts';
import { countBySeverity } from '../../workspace/printable.ts';
import { scoreAnswer } from '../../workspace/printableAnswers.ts';
import { Workspace } from '../../workspace/workspace.ts';
import type { Command } from '../command.ts';
import { findDefinition, wordingOf } from '../files.ts';
import { scoreFormats } from '../formats/index.ts';
import { summary } from '../formats/text.ts';
import { openFile } from '../openDefinition.ts';
import type { Arguments } from '../options.ts';
import { isAtLeast } from '../printable.ts';
import type { ScoreResult } from '../scoreResult.ts';
import { say, type Terminal } from '../terminal.ts';
import { write } from '../write.ts';

const formats = Object.keys(scoreFormats);

export const score: Command = {
  name: 'score',
  operands: 'PATH',
  about: localText('scores, ranks, tiers, publications, expectations', '得分、位次、档次、公布名单、预期结果'),
  options: [
    {
      name: 'format',
      value: formats.join('|'),
      choices: formats,
      about: localText('how results are printed (default: table)', '输出格式（默认 table）'),
    },
    { name: 'output', value: 'FILE', about: localText('write to a file instead of stdout', '写入文件而不是标准输出') },
    {
      name: 'data',
      value: 'FILE',
      about: localText('read this file in place of the first data source', '用此文件代替第一个数据源'),
    },
    {
      name: 'where',
      value: 'GROUP=VALUE',
      about: localText(
        'only units of a group or tier: kind=省级 (repeatable)',
        '只显示某组别或档次：kind=省级（可重复）',
      ),
    },
    { name: 'level', value: 'N', about: localText('with the scores of this level', '同时显示第 N 级得分') },
    {
      name: 'fail-on',
      value: 'error|warning|information|hint',
      choices: ['error', 'warning', 'information', 'hint'],
      about: localText(
        'exit with 1 at findings of this severity or above (default: error)',
        '发现达到该级别时以 1 退出（默认 error）',
      ),
    },
    {
      name: 'allow-outside',
      about: localText('read data files outside the repository too', '允许读取仓库以外的数据文件'),
    },
  ],
  async run(given, terminal) {
    const [path, more] = given.paths;
    if (path === undefined || more !== undefined)
      throw new CannotRun(
        localText('name one definition: indicators score PATH', '请指定一个定义文件：indicators score PATH'),
      );
    const { report, scoring } = resultFor(path, given, terminal);
    const level = levelOf(given.value('level'), report);
    const shown = selected(report, given.all('where'));
    const format = scoreFormats[given.value('format') ?? 'table']!;
    write(await format({ report: shown, scoring, level }, terminal), given.value('output'), terminal);
    const { findings } = report;
    const counts = countBySeverity(findings as readonly { severity: Severity }[]);
    if (counts.error > 0) {
      const words = localText(
        `${summary(1, counts, 'en')}: see indicators check ${path}`,
        `${summary(1, counts, 'zh-CN')}：详见 indicators check ${path}`,
      );
      terminal.err(`${say(terminal, words)}\n`);
    }
    const limit = (given.value('fail-on') ?? 'error') as Severity;
    return findings.some(({ severity }) => isAtLeast(severity as Severity, limit)) ? 1 : 0;
  },
};

function resultFor(path: string, given: Arguments, terminal: Terminal): Omit<ScoreResult, 'level'> {
  const workspace = new Workspace();
  const definition = findDefinition(path, terminal.folder);
  const replacement = given.value('data');
  const file = openFile(workspace, definition, {
    allowOutside: given.has('allow-outside'),
    withData: true,
    ...(replacement === undefined ? {} : { firstDataFile: replacement, folder: terminal.folder }),
  });
  return { report: scoreAnswer(workspace, file, wordingOf(terminal)), scoring: workspace.scoring(file) };
}

function levelOf(word: string | undefined, { indicators }: ScoreReport): number | undefined {
  if (word === undefined) return undefined;
  const deepest = Math.max(0, ...indicators.map(({ level }) => level));
  if (/^[1-9]\d*$/.test(word) && Number(word) <= deepest) return Number(word);
  throw new CannotRun(
    localText(
      `--level takes a whole number from 1 to ${deepest}, not ${word}`,
      `--level 需要 1 到 ${deepest} 的整数，不能是 ${word}`,
    ),
  );
}

/** The report with the units that meet every `group=value`; `tier=优秀级` works too. Ranks stay those of all units. */
function selected(report: ScoreReport, conditions: readonly string[]): ScoreReport {
  const tests = conditions.map(condition => conditionOf(condition, report));
  const isMeant = (unit: ScoreReport['units'][number]) =>
    tests.every(({ key, value }) => (key === 'tier' ? unit.tier === value : (unit.groups[key] ?? []).includes(value)));
  return { ...report, units: report.units.filter(isMeant) };
}

function conditionOf(condition: string, report: ScoreReport): { readonly key: string; readonly value: string } {
  const known = new Map(report.groups.map(({ id, groups }) => [id, groups]));
  if (!known.has('tier'))
    known.set(
      'tier',
      report.tiers.map(({ name }) => name),
    );
  const at = condition.indexOf('=');
  const key = condition.slice(0, Math.max(0, at));
  const value = condition.slice(at + 1);
  const values = at < 0 ? undefined : known.get(key);
  if (values === undefined) {
    const keys = [...known.keys()];
    throw new CannotRun(
      localText(
        `--where takes GROUP=VALUE with one of ${keys.join(', ')}, not ${condition}`,
        `--where 应写作 组别=取值，组别为 ${keys.join('、')} 之一，不能是 ${condition}`,
      ),
    );
  }
  if (!values.includes(value)) {
    throw new CannotRun(
      localText(
        `${key} is one of ${values.join(', ')}, not ${value}`,
        `${key} 的取值为 ${values.join('、')} 之一，不能是 ${value}`,
      ),
    );
  }
  return { key, value };
}
