/** Findings for people: one line each, `path:line:column severity code message`, and what they add up to. */
import type { Severity } from '../../base/finding.ts';
import type { Locale } from '../../base/locale.ts';
import type { PrintableFinding } from '../../workspace/printable.ts';
import type { CheckResult } from '../printable.ts';
import type { Colours, Terminal } from '../terminal.ts';
import { plainText } from './plainText.ts';

export function formatText({ files, findings, counts }: CheckResult, { locale, colours }: Terminal): string {
  const lines = findings.map(finding => line(finding, locale, colours));
  return `${[...lines, ...(lines.length > 0 ? [''] : []), summary(files.length, counts, locale)].join('\n')}\n`;
}

function line(
  { file, range, severity, code, message, related }: PrintableFinding,
  locale: Locale,
  colours: Colours,
): string {
  const place = `${plainText(file)}:${range.start.line + 1}:${range.start.character + 1}`;
  const paint = { error: colours.red, warning: colours.yellow, information: colours.cyan, hint: colours.gray }[
    severity
  ];
  const notes = related.map(
    each =>
      `\n    ${plainText(each.file)}:${each.range.start.line + 1}:${each.range.start.character + 1} ${plainText(each.message)}`,
  );
  return `${place} ${paint(severityWords[locale][severity])} ${colours.bold(code)} ${plainText(message)}${colours.dim(notes.join(''))}`;
}

export const severityWords: Readonly<Record<Locale, Readonly<Record<Severity, string>>>> = {
  en: { error: 'error', warning: 'warning', information: 'info', hint: 'hint' },
  'zh-CN': { error: '错误', warning: '警告', information: '信息', hint: '提示' },
};

export function summary(nFiles: number, counts: Readonly<Record<Severity, number>>, locale: Locale): string {
  const found = (Object.keys(counts) as Severity[]).filter(severity => counts[severity] > 0);
  if (locale === 'zh-CN') {
    const parts = found.map(severity => `${counts[severity]} 个${severityWords['zh-CN'][severity]}`);
    return `${nFiles} 个文件：${parts.length === 0 ? '没有发现问题' : parts.join('，')}`;
  }
  const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const nouns = { error: 'error', warning: 'warning', information: 'information', hint: 'hint' };
  const parts = found.map(severity =>
    severity === 'information' ? `${counts[severity]} information` : plural(counts[severity], nouns[severity]),
  );
  return `${plural(nFiles, 'file')}: ${parts.length === 0 ? 'nothing found' : parts.join(', ')}`;
}
