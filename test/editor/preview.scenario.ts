/** A methodology author opens the 2024 sample, changes a weight, sees the finding and who moves, and takes the fix: in both languages. */
import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import type { EditorLocale } from './codeServer.ts';
import { commandLine } from './commandLine.ts';
import { makeFolder, removeFolder, until } from './processes.ts';
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
const first = /^(?<key> {4}weight: )12$/m; // of 管理保障度, the first level-1 indicator
const grid = '[role=grid]';
const rows = `${grid} [role=row][data-unit]`;
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
  const definition = await readFile(join(folder, file), 'utf8');
  const weight = placeOfFirstWeight(definition);
  const findings = findingsOfCommandLine(join(folder, file), locale);
  const order = orderOfCommandLine(join(folder, file));
  const orderWith13 = await orderOfEdited(folder, definition.replace(first, '$<key>13'));
  assert.notDeepEqual(orderWith13, order, 'the sample is made so that the ranking changes');

  await openFile(page, file);
  await untilProblems(page, 'the findings of the command line', found => same(found, findings));
  await runCommand(page, text.preview);
  const panel = webview(page);
  await untilOrder(panel, order);
  await screenshot(page, `preview-${locale}-1-opened`);

  await replaceAt(page, weight.line, weight.column, 2, '13');
  const broken = await untilProblems(page, 'weight-sum on the changed number', found => found.some(isWeightSum));
  const finding = broken.find(isWeightSum)!;
  assert.match(finding.message, text.sum);
  assert.deepEqual({ line: finding.line, column: finding.column }, weight);
  await untilOrder(panel, orderWith13);
  await screenshot(page, `preview-${locale}-2-weight-13`);

  const fixes = await quickFixesAt(page, weight.line, weight.column);
  await screenshot(page, `preview-${locale}-3-fixes`);
  await fixes.filter({ hasText: text.fix }).click();
  await untilProblems(page, 'the findings of before', found => same(found, findings));
  await untilOrder(panel, order);
  await screenshot(page, `preview-${locale}-4-fixed`);
}

function isWeightSum({ code }: Problem): boolean {
  return code === 'weight-sum';
}

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

/** Waits until the panel shows exactly these units, from the first to the last. */
async function untilOrder(panel: FrameLocator, expected: readonly string[]): Promise<void> {
  let last: readonly (string | undefined)[] = [];
  try {
    await until('the order of the command line', async () => {
      last = await shownOrder(panel, expected.length);
      return String(last) === String(expected);
    });
  } catch (error) {
    throw new Error(`the panel shows ${last}\nthe command line   ${expected}`, { cause: error });
  }
}

/** Ids of the units in the panel. It draws only the rows in view: scrolls through it. */
async function shownOrder(panel: FrameLocator, nUnits: number): Promise<readonly (string | undefined)[]> {
  const order = new Array<string | undefined>(nUnits).fill(undefined);
  for (let part = 0; part < 1; part += 0.125) {
    await panel.locator(grid).evaluate((element, place) => element.scrollTo(0, place * element.scrollHeight), part);
    for (const { unit, row } of await panel.locator(rows).evaluateAll(readRows)) order[row] = unit;
  }
  await panel.locator(grid).evaluate(element => element.scrollTo(0, 0));
  return order;
}

/** Runs in the panel. */
function readRows(all: readonly Element[]): readonly { readonly unit: string; readonly row: number }[] {
  return all.map(row => ({
    unit: row.getAttribute('data-unit') ?? '',
    row: Number(row.getAttribute('aria-rowindex')) - 2, // 1 is the header
  }));
}

function findingsOfCommandLine(path: string, locale: EditorLocale): readonly Problem[] {
  const answer = commandLine(['check', path, '--format', 'json', '--locale', locale === 'en' ? 'en' : 'zh-CN']);
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

function orderOfCommandLine(path: string): readonly string[] {
  const answer = commandLine(['score', path, '--format', 'json']);
  return (JSON.parse(answer) as { units: readonly { id: string }[] }).units.map(unit => unit.id);
}

/** What the command line would say of this text in the place of the definition, which stays as it is. */
async function orderOfEdited(folder: string, definition: string): Promise<readonly string[]> {
  const copy = makeFolder('edited');
  try {
    await cp(folder, copy, { recursive: true });
    await writeFile(join(copy, file), definition);
    return orderOfCommandLine(join(copy, file));
  } finally {
    await removeFolder(copy);
  }
}

/** Where the number of the first weight begins; line and column from 1. */
function placeOfFirstWeight(definition: string): { readonly line: number; readonly column: number } {
  const match = first.exec(definition);
  assert.ok(match, `${file} has ${first}`);
  const lines = definition.slice(0, match.index + match.groups!.key!.length).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
