/**
 * Workflow commands of GitHub Actions: annotations on the lines. A step shows ten errors, ten warnings and ten notices
 * and drops the rest silently; so what is beyond that is printed as plain lines, and counted.
 */
import type { Severity } from '../../base/finding.ts';
import type { PrintableFinding } from '../../workspace/printable.ts';
import type { CheckResult } from '../printable.ts';
import type { Terminal } from '../terminal.ts';
import { formatText } from './text.ts';

const mostPerCommand = 10;

export function formatGithub(result: CheckResult, terminal: Terminal): string {
  const counts = new Map<string, number>();
  const shown = result.findings.filter(({ severity }) => {
    const command = commands[severity];
    const number = (counts.get(command) ?? 0) + 1;
    counts.set(command, number);
    return number <= mostPerCommand;
  });
  const rest = result.findings.filter(finding => !shown.includes(finding));
  const [list = '', ...sum] = formatText({ ...result, findings: rest }, terminal).split(/(?<=\n)\n/);
  // A line that begins with a file's name must not pass for a command.
  const plain = rest.length === 0 ? list : [list.replace(/^/gm, '- ').slice(0, -2), ...sum].join('\n');
  const note =
    rest.length === 0
      ? ''
      : terminal.locale === 'en'
        ? `${rest.length} findings are not annotated (GitHub shows ${mostPerCommand} of a kind for each step); here they are:\n`
        : `有 ${rest.length} 条未加注（GitHub 每步每类只显示 ${mostPerCommand} 条），列在此处：\n`;
  return `${shown.map(line).join('')}${note}${plain}`;
}

function line({ code, severity, message, file, range: { start, end } }: PrintableFinding): string {
  const isOneLine = start.line === end.line;
  const properties = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    ...(isOneLine && { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) }),
    title: code,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${data(message)}\n`;
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
