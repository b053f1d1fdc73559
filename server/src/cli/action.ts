/**
 * The GitHub action: checks the definitions and tells what a pull request does to the rankings, as annotations, in the
 * job summary, in one comment that is updated in place, and as SARIF. Reaches nothing but the runner's GitHub API.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { CannotRun, isCannotRun } from '../base/cannotRun.ts';
import { type Severity, severities } from '../base/finding.ts';
import { localeOf, localText } from '../base/locale.ts';
import { changedSince, deletedSince, knownBase } from '../git/git.ts';
import { isDefinitionName } from '../workspace/files.ts';
import { withoutKnown } from './baseline.ts';
import { checkPaths } from './checking.ts';
import { configurationIn, type FolderConfiguration } from './configuration.ts';
import { effectOn } from './effectOnRankings.ts';
import { formatGithub } from './formats/github.ts';
import { findingsTable } from './formats/markdown.ts';
import { formatSarif } from './formats/sarif.ts';
import { upsertComment } from './githubComment.ts';
import { type CheckResult, isAtLeast } from './printable.ts';
import { plain, say, type Terminal } from './terminal.ts';

async function runAction(): Promise<number> {
  const folder = process.env.GITHUB_WORKSPACE || process.cwd();
  const terminal: Terminal = {
    locale: localeOf(input('locale') || (configurationIn(folder)?.locale ?? 'en')),
    folder,
    colours: plain,
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
  };
  try {
    return await checkAndTell(terminal);
  } catch (error) {
    if (!isCannotRun(error)) throw error;
    terminal.out(`::error::${escaped(say(terminal, error.text))}\n`);
    return 2;
  }
}

async function checkAndTell(terminal: Terminal): Promise<number> {
  const { folder } = terminal;
  const limits = limitsGiven(configurationIn(folder));
  const event = readEvent();
  const base = baseOf(event, terminal);
  const paths = lines(input('paths'));
  const isChanged = input('changed-only') === 'true' && base !== undefined ? changedSince(base, folder) : undefined;
  const options = { allowOutside: false, withData: true, fixes: 'none' as const, codes: [] };
  const checked = checkPaths(paths, { ...options, ...(isChanged && { isChanged }) }, terminal);
  const result = withoutKnown(checked, input('baseline') || undefined, terminal);
  terminal.out(formatGithub(result, terminal));
  if (input('sarif') !== '') writeFileSync(resolve(folder, input('sarif')), formatSarif(result, terminal));

  const effects =
    base === undefined ? [] : effectOn(result.files, { base, deleted: deletedDefinitions(base, folder) }, terminal);
  const marker = `<!-- indicators ${encodeURIComponent(paths.join(' '))} -->`;
  const report = [marker, heading(terminal), findingsTable(result, terminal, 20_000), ...effects].join('\n');
  toFile('GITHUB_STEP_SUMMARY', report);
  if (input('report') !== '') writeFileSync(resolve(folder, input('report')), report);
  const { counts } = result;
  toFile('GITHUB_OUTPUT', `errors=${counts.error}\nwarnings=${counts.warning}\nchanged=${effects.length}\n`);
  if (input('comment') === 'true' && event.pull_request !== undefined) {
    const problem = await upsertComment(event.pull_request.number, marker, report, input('token'));
    if (problem !== undefined) terminal.out(`::notice::${escaped(say(terminal, problem))}\n`);
  }
  return exitCode(result, limits);
}

interface Limits {
  readonly failOn: Severity;
  readonly maxWarnings: number;
}

function limitsGiven(configured: FolderConfiguration | undefined): Limits {
  const failOn = severities.find(each => each === (input('fail-on') || (configured?.failOn ?? 'error')));
  const maxWarnings = input('max-warnings') || String(configured?.maxWarnings ?? '');
  if (failOn !== undefined && /^\d*$/.test(maxWarnings)) {
    return { failOn, maxWarnings: maxWarnings === '' ? Number.POSITIVE_INFINITY : Number(maxWarnings) };
  }
  throw new CannotRun(
    localText(
      `fail-on is one of ${severities.join(', ')}, and max-warnings a whole number`,
      `fail-on 只能是 ${severities.join('、')}，max-warnings 需要整数`,
    ),
  );
}

function exitCode({ findings, counts }: CheckResult, { failOn: limit, maxWarnings }: Limits): number {
  return findings.some(({ severity }) => isAtLeast(severity, limit)) || counts.warning > maxWarnings ? 1 : 0;
}

interface Event {
  readonly pull_request?: { readonly number: number; readonly base: { readonly sha: string } };
  /** Of a push: the commit before it. */
  readonly before?: string;
}

function readEvent(): Event {
  const path = process.env.GITHUB_EVENT_PATH;
  return path === undefined || path === '' ? {} : JSON.parse(readFileSync(path, 'utf8'));
}

/** What is compared with: the input, else the base of the pull request, else what stood before the push. */
function baseOf({ pull_request, before }: Event, terminal: Terminal): string | undefined {
  const given = input('base');
  const wanted = given !== '' ? [given] : [pull_request?.base.sha, before].filter(each => each !== undefined);
  const nothing = /^0*$/;
  const revisions = wanted.filter(each => !nothing.test(each));
  const base = knownBase(revisions, terminal.folder);
  if (base === undefined && revisions.length > 0) {
    const words = localText(
      `The effect on the rankings is not told: commit ${revisions[0]} is not in this clone. Give actions/checkout “fetch-depth: 0”.`,
      `未给出对排名的影响：克隆中没有提交 ${revisions[0]}。请为 actions/checkout 设置 “fetch-depth: 0”。`,
    );
    terminal.out(`::warning::${escaped(say(terminal, words))}\n`);
  }
  return base;
}

function deletedDefinitions(base: string, folder: string): readonly string[] {
  return deletedSince(base, folder)
    .filter(isDefinitionName)
    .map(path => relative(folder, path));
}

function heading({ locale }: Terminal): string {
  return locale === 'en' ? '## Indicator systems\n' : '## 指标体系\n';
}

/** As the runner passes them: upper case, blanks as underscores, trimmed. */
function input(name: string): string {
  return (process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

function toFile(variable: string, text: string): void {
  const path = process.env[variable];
  if (path !== undefined && path !== '') appendFileSync(path, text);
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

runAction().then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stdout.write(`::error::${escaped(`internal error, please report it\n${text}`)}\n`);
    process.exitCode = 2;
  },
);
