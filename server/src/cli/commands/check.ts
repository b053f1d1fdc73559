import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Severity } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import { nearest } from '../../base/nearest.ts';
import { rules } from '../../checks/rules/index.ts';
import { Workspace } from '../../workspace/workspace.ts';
import type { Command } from '../command.ts';
import { displayPath, findDefinitions, openFile, openText } from '../files.ts';
import { checkFormats } from '../formats/index.ts';
import type { Arguments } from '../options.ts';
import { countBySeverity, isAtLeast, type PrintableFinding, printable } from '../printable.ts';
import { CannotRun, type Terminal } from '../terminal.ts';
import { write } from '../write.ts';

const formats = Object.keys(checkFormats);

export const check: Command = {
  name: 'check',
  operands: '[PATH…]',
  about: localText('find what is wrong in definitions and their data', '检查定义文件及其数据'),
  options: [
    {
      name: 'format',
      value: formats.join('|'),
      choices: formats,
      about: localText('how findings are printed', '输出格式'),
    },
    { name: 'output', value: 'FILE', about: localText('write to a file instead of stdout', '写入文件而不是标准输出') },
    {
      name: 'fail-on',
      value: 'error|warning|information|hint',
      choices: ['error', 'warning', 'information', 'hint'],
      about: localText('exit with 1 at this severity or above (default: error)', '达到该级别时以 1 退出（默认 error）'),
    },
    {
      name: 'max-warnings',
      value: 'N',
      about: localText('exit with 1 at more warnings than this', '警告多于此数时以 1 退出'),
    },
    { name: 'only', value: 'CODE', about: localText('only these rules (repeatable)', '只报告这些规则（可重复）') },
    { name: 'no-data', about: localText('the text alone: read no data files', '只检查文本，不读数据文件') },
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
  run(given, terminal) {
    const codes = onlyCodes(given);
    const limit = (given.value('fail-on') ?? 'error') as Severity;
    const maxWarnings = maximum(given.value('max-warnings'));
    const { files, findings } = checkAll(given, terminal);
    const shown = codes.length === 0 ? findings : findings.filter(({ code }) => codes.includes(code));
    const counts = countBySeverity(shown);
    const format = checkFormats[given.value('format') ?? 'text']!;
    write(format({ files, findings: shown, counts }, terminal), given.value('output'), terminal);
    return shown.some(({ severity }) => isAtLeast(severity, limit)) || counts.warning > maxWarnings ? 1 : 0;
  },
};

/** Every definition in a workspace of its own; a finding in a data file that two definitions read is told once. */
function checkAll(
  given: Arguments,
  terminal: Terminal,
): { files: readonly string[]; findings: readonly PrintableFinding[] } {
  const options = { allowOutside: given.has('allow-outside'), withData: !given.has('no-data') };
  const files: string[] = [];
  const findings = new Map<string, PrintableFinding>();
  const checkOne = (open: (workspace: Workspace) => string) => {
    const workspace = new Workspace();
    const file = open(workspace);
    files.push(displayPath(file, terminal.folder));
    const found = options.withData ? workspace.findings(file) : workspace.textFindings(file);
    for (const finding of printable(found, workspace, file, terminal.folder, terminal.locale))
      findings.set(JSON.stringify(finding), finding);
  };
  if (given.has('stdin')) {
    const path = resolve(terminal.folder, given.value('stdin-filename') ?? 'stdin.indicators.yaml');
    checkOne(workspace => openText(workspace, path, readFileSync(0, 'utf8'), options));
  } else {
    for (const path of findDefinitions(given.paths, terminal.folder))
      checkOne(workspace => openFile(workspace, path, options));
  }
  return { files, findings: [...findings.values()] };
}

function onlyCodes(given: Arguments): readonly string[] {
  const known = rules.map(({ code }) => code);
  for (const code of given.all('only')) {
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

function maximum(word: string | undefined): number {
  if (word === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(word)) return Number(word);
  throw new CannotRun(
    localText(`--max-warnings takes a whole number, not ${word}`, `--max-warnings 需要整数，不能是 ${word}`),
  );
}
