/** A methodology author opens the 2024 sample, changes a weight, sees the finding and who moves, and takes the fix: in both languages. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { EditorLocale } from './codeServer.ts';
import { commandLine } from './commandLine.ts';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import {
  openFile,
  type Problem,
  problems,
  quickFixesAt,
  replaceAt,
  runCommand,
  screenshot,
  webview,
} from './workbench.ts';

const file = 'dgsc-2024.indicators.yaml';
const first = /^ {4}weight: (?=12$)/m; // of 管理保障度, the first level-1 indicator
const rows = '[role=grid] [role=row][data-unit]';
const texts = {
  en: { preview: 'Indicators: Preview Ranking', fix: /^Put the difference on Governance/, sum: /\b101\b/ },
  'zh-cn': { preview: '指标体系: 预览排名', fix: /^将差额计入“管理保障度”/, sum: /之和为 101，/ },
};

export default [scenario('en'), scenario('zh-cn')];

function scenario(locale: EditorLocale): Scenario {
  return { name: `preview ${locale}`, locale, folder: 'samples/digital-government-2024', play };
}

async function play({ page, folder, locale }: Stage): Promise<void> {
  const text = texts[locale];
  const weight = positionAfter(await readFile(join(folder, file), 'utf8'), first);

  await openFile(page, file);
  const expected = findingsOfCommandLine(folder, locale);
  await untilProblems(page, 'the findings of the command line', found => same(found, expected));

  await runCommand(page, text.preview);
  const ranking = webview(page).locator(rows);
  const before = await untilOrder(ranking, 'the ranking is there', order => order.length > 5);
  assert.deepEqual(before, orderOfCommandLine(folder).slice(0, before.length));
  await screenshot(page, `preview-${locale}-1-opened`);

  await replaceAt(page, weight.line, weight.column, 2, '13');
  const broken = await untilProblems(page, 'weight-sum on the changed number', found => found.some(isWeightSum));
  const finding = broken.find(isWeightSum)!;
  assert.match(finding.message, text.sum);
  assert.deepEqual({ line: finding.line, column: finding.column }, weight);
  await untilOrder(ranking, 'another order', order => order.length > 5 && String(order) !== String(before));
  await screenshot(page, `preview-${locale}-2-weight-13`);

  const fixes = await quickFixesAt(page, weight.line, weight.column);
  await screenshot(page, `preview-${locale}-3-fixes`);
  await fixes.filter({ hasText: text.fix }).click();
  await untilProblems(page, 'the findings of before', found => same(found, expected));
  await untilOrder(ranking, 'the order of before', order => String(order) === String(before));
  await screenshot(page, `preview-${locale}-4-fixed`);
}

function isWeightSum({ code }: Problem): boolean {
  return code === 'weight-sum';
}

/** Both in the order of the file. */
function same(found: readonly Problem[], expected: readonly Problem[]): boolean {
  const key = ({ line, column, code, message }: Problem): string => [line, column, code, message].join(' ');
  return found.map(key).sort().join('\n') === expected.map(key).sort().join('\n');
}

function untilProblems(
  page: Page,
  what: string,
  isIt: (found: readonly Problem[]) => boolean,
): Promise<readonly Problem[]> {
  let last: readonly Problem[] = [];
  return until(what, async () => {
    last = await problems(page);
    return isIt(last) && last;
  }).catch(error => {
    throw new Error(`Problems shows ${JSON.stringify(last, undefined, 1)}`, { cause: error });
  });
}

/** Ids of the units that the panel shows, from the top. */
function untilOrder(
  ranking: Locator,
  what: string,
  isIt: (order: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return until(what, async () => {
    const drawn = await ranking.evaluateAll(all =>
      all.map(row => ({ unit: row.getAttribute('data-unit') ?? '', row: Number(row.getAttribute('aria-rowindex')) })),
    );
    const order = drawn.sort((one, other) => one.row - other.row).map(({ unit }) => unit);
    return isIt(order) && order;
  });
}

function findingsOfCommandLine(folder: string, locale: EditorLocale): readonly Problem[] {
  const answer = commandLine([
    'check',
    join(folder, file),
    '--format',
    'json',
    '--locale',
    locale === 'en' ? 'en' : 'zh-CN',
  ]);
  const { findings } = JSON.parse(answer) as { findings: readonly Finding[] };
  return findings.map(({ message, code, range: { start } }) => ({
    message,
    code,
    line: start.line + 1,
    column: start.character + 1,
  }));
}

interface Finding {
  readonly message: string;
  readonly code: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

function orderOfCommandLine(folder: string): readonly string[] {
  const answer = commandLine(['score', join(folder, file), '--format', 'json']);
  return (JSON.parse(answer) as { units: readonly { id: string }[] }).units.map(unit => unit.id);
}

/** Where the text after the match begins; line and column from 1. */
function positionAfter(text: string, pattern: RegExp): { readonly line: number; readonly column: number } {
  const match = pattern.exec(text);
  assert.ok(match, `${file} has ${pattern}`);
  const lines = text.slice(0, match.index + match[0].length).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
