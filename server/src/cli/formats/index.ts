/** The output formats of `check`, `score` and `diff`. */
import type { Comparison } from '../../scoring/compare/systems.ts';
import type { CheckResult } from '../printable.ts';
import type { ScoreResult } from '../scoreResult.ts';
import type { Terminal } from '../terminal.ts';
import { formatBaseline } from './baseline.ts';
import { formatCheckstyle } from './checkstyle.ts';
import { formatDiffHtml } from './diffHtml.ts';
import { formatDiffJson } from './diffJson.ts';
import { formatDiffMarkdown } from './diffMarkdown.ts';
import { formatDiffText } from './diffText.ts';
import { formatGithub } from './github.ts';
import { formatGitlab } from './gitlab.ts';
import { formatJson } from './json.ts';
import { formatJunit } from './junit.ts';
import { formatMarkdown } from './markdown.ts';
import { formatRdjson } from './rdjson.ts';
import { formatSarif } from './sarif.ts';
import { formatScoreCsv } from './scoreCsv.ts';
import { formatScoreHtml } from './scoreHtml.ts';
import { formatScoreJson } from './scoreJson.ts';
import { formatScoreMarkdown } from './scoreMarkdown.ts';
import { formatScoreTable } from './scoreTable.ts';
import { formatScoreXlsx } from './scoreXlsx.ts';
import { formatText } from './text.ts';

export const checkFormats: Readonly<Record<string, (result: CheckResult, terminal: Terminal) => string>> = {
  text: formatText,
  json: formatJson,
  sarif: (result, terminal) => formatSarif(result, terminal), // loaded when it is used, for it knows every rule
  github: formatGithub,
  gitlab: formatGitlab,
  rdjson: formatRdjson,
  junit: formatJunit,
  checkstyle: formatCheckstyle,
  markdown: formatMarkdown,
  baseline: formatBaseline,
};

/** What is no text is bytes. */
export const scoreFormats: Readonly<
  Record<string, (result: ScoreResult, terminal: Terminal) => string | Promise<Uint8Array>>
> = {
  table: formatScoreTable,
  json: formatScoreJson,
  csv: formatScoreCsv,
  markdown: formatScoreMarkdown,
  html: formatScoreHtml,
  xlsx: formatScoreXlsx,
};

export const diffFormats: Readonly<Record<string, (comparison: Comparison, terminal: Terminal) => string>> = {
  text: formatDiffText,
  json: formatDiffJson,
  markdown: formatDiffMarkdown,
  html: formatDiffHtml,
};
