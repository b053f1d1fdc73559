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
  type Problems,
  problems,
  quickFixesAt,
  replaceAt,
  runCommand,
  screenshot,
  takeFix,
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

const sample = 'samples/digital-government-2024';

export default [
  { name: 'preview en', locale: 'en', folder: sample, play },
  { name: 'preview zh-cn', locale: 'zh-cn', folder: sample, play },
  { name: 'preview in the browser', locale: 'en', editor: 'browser', folder: sample, play },
] satisfies readonly Scenario[];

async function play({ page, folder, locale, name }: Stage): Promise<void> {
  const text = texts[locale];
  const definition = await readFile(join(folder, file), 'utf8');
  const weight = placeOfFirstWeight(definition);
  const asWritten = await answersOfCommandLine(folder, definition, locale);
  const with13 = await answersOfCommandLine(folder, definition.replace(first, '$<key>13'), locale);
  assert.notDeepEqual(with13.order, asWritten.order, 'the sample is made so that the ranking changes');

  await openFile(page, file);
  await untilProblems(page, asWritten.findings);
  await runCommand(page, text.preview);
  const panel = webview(page);
  await untilOrder(panel, asWritten.order);
  await screenshot(page, `${name}-1-opened`);

  await replaceAt(page, weight.line, weight.column, 2, '13');
  const found = await untilProblems(page, with13.findings);
  const finding = found.find(({ code }) => code === 'weight-sum');
  assert.match(finding?.message ?? '', text.sum);
  assert.deepEqual({ line: finding?.line, column: finding?.column }, weight);
  await untilOrder(panel, with13.order);
  await screenshot(page, `${name}-2-weight-13`);

  const fixes = await quickFixesAt(page, weight.line, weight.column);
  await screenshot(page, `${name}-3-fixes`);
  await takeFix(page, fixes, text.fix);
  await untilProblems(page, asWritten.findings);
  await untilOrder(panel, asWritten.order);
  await screenshot(page, `${name}-4-fixed`);
}

/** Waits until Problems has as many findings as the command line, and none in view that the command line has not. */
async function untilProblems(page: Page, expected: readonly Problem[]): Promise<readonly Problem[]> {
  const key = ({ line, column, code, message }: Problem): string => `${line}:${column} ${code} ${message}`;
  const keys = new Set(expected.map(key));
  let last: Problems | undefined;
  try {
    return await until('the findings of the command line', async () => {
      last = await problems(page);
      const { count, inView } = last;
      const isDrawn = inView.length > 0 || expected.length === 0;
      return count === expected.length && isDrawn && inView.every(problem => keys.has(key(problem))) && inView;
    });
  } catch (error) {
    const [shown, wanted] = [last, expected].map(each => JSON.stringify(each, undefined, 1));
    throw new Error(`Problems shows ${shown}\nthe command line ${wanted}`, { cause: error });
  }
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

interface Answers {
  readonly findings: readonly Problem[];
  /** Ids of the units in rank order. */
  readonly order: readonly string[];
}

/** What the command line says of the folder with this text in the place of the definition. */
async function answersOfCommandLine(folder: string, definition: string, locale: EditorLocale): Promise<Answers> {
  const copy = makeFolder('answers');
  const path = join(copy, file);
  try {
    await cp(folder, copy, { recursive: true });
    await writeFile(path, definition);
    const language = locale === 'en' ? 'en' : 'zh-CN';
    const checked: CheckAnswer = JSON.parse(commandLine(['check', path, '--format', 'json', '--locale', language]));
    const scored: ScoreAnswer = JSON.parse(commandLine(['score', path, '--format', 'json']));
    return { findings: checked.findings.map(asShown), order: scored.units.map(unit => unit.id) };
  } finally {
    await removeFolder(copy);
  }
}

interface CheckAnswer {
  readonly findings: readonly Finding[];
}

interface Finding {
  readonly message: string;
  readonly code: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface ScoreAnswer {
  readonly units: readonly { readonly id: string }[];
}

function asShown({ message, code, range: { start } }: Finding): Problem {
  return { message, code, line: start.line + 1, column: start.character + 1 };
}

/** Where the number of the first weight begins; line and column from 1. */
function placeOfFirstWeight(definition: string): { readonly line: number; readonly column: number } {
  const match = first.exec(definition);
  assert.ok(match, `${file} has ${first}`);
  const lines = definition.slice(0, match.index + match.groups!.key!.length).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
