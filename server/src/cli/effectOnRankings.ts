/** What changes since a commit do to the rankings of some definitions, as Markdown that fits one comment. */
import { resolve } from 'node:path';
import type { Locale } from '../base/locale.ts';
import { compareSystems } from '../scoring/compare/systems.ts';
import { scoringAt, scoringOf } from './comparing.ts';
import { diffReport } from './formats/diffMarkdown.ts';
import { fitting } from './formats/markdown.ts';
import { markdownText } from './formats/markdownText.ts';
import type { Terminal } from './terminal.ts';

export interface Since {
  readonly base: string;
  /** Relative paths of definitions that are no more. */
  readonly deleted: readonly string[];
}

/** UTF-8 bytes of the rows of all reports, and of all reports: beside the findings a comment of 64 KB has room for so many. */
const mostRowBytes = 25_000;
const mostBytes = 38_000;

/** One report for each definition that differs, in order; those that do not fit are counted. */
export function effectOn(files: readonly string[], { base, deleted }: Since, terminal: Terminal): readonly string[] {
  const words = texts[terminal.locale];
  const options = { allowOutside: false, withData: true };
  const changed = files.flatMap(file => {
    const path = resolve(terminal.folder, file);
    const before = scoringAt(base, path, options);
    const comparison = before && compareSystems(before.scoring, scoringOf(path, options).scoring);
    return comparison?.changes.length === 0 ? [] : [{ file, comparison }];
  });
  const all = [
    ...changed.map(({ file, comparison }) => {
      if (comparison === undefined) return `### ${markdownText(file)}\n\n${words.isNew}\n`;
      return diffReport(comparison, terminal, { mostBytes: mostRowBytes / changed.length, file });
    }),
    ...deleted.map(file => `### ${markdownText(file)}\n\n${words.isDeleted}\n`),
  ];
  const shown = fitting(all, mostBytes);
  return shown.length === all.length ? all : [...shown, words.more(all.length - shown.length)];
}

const texts: Readonly<Record<Locale, { isNew: string; isDeleted: string; more: (count: number) => string }>> = {
  en: {
    isNew: 'New: there is nothing to compare it with.',
    isDeleted: 'Removed.',
    more: count => `${count} more definitions changed; the reports do not fit here.\n`,
  },
  'zh-CN': {
    isNew: '新增，没有可比较的旧版。',
    isDeleted: '已删除。',
    more: count => `另有 ${count} 个定义有变化，此处放不下。\n`,
  },
};
