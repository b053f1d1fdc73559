/**
 * A new author writes a definition for a data file, from nothing to a ranking, by what the editor offers alone: suggestions, fixes and
 * hovers, without a manual.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import {
  goTo,
  hoverAt,
  openFile,
  problems,
  quickFixesAt,
  runCommand,
  screenshot,
  takeFix,
  takeSuggestion,
  webview,
} from './workbench.ts';

const file = 'cities.indicators.yaml';
const data = `code,city,region,gdp,unemployment,office
HGH,Hangzhou,East,21000,2.7,yes
NKG,Nanjing,East,24700,2.3,yes
CTU,Chengdu,West,14400,3.1,no
XIY,Xi'an,West,12300,3.6,yes
`;
const expected = `indicatorSystem: 1
data:
  - path: cities.csv
units:
  id: code
  name: city
  groups:
    region: {column: region}
indicators:
  - id: gdp
    name: Income
    normalise: min-max
  - id: unemployment
    name: Unemployment rate
    normalise: min-max
    direction: negative
  - id: office
    name: Data office
    categories:
      yes: 100
      no: 0
`;
const piece = `  - id: roads
    name: Roads
    weight: 40
    measure: '%'
    direction: positive
    normalise: {method: goalposts, lower: 0, upper: 100}`;

export default [
  { name: 'author en', locale: 'en', folder: 'samples/egdi/data', files: { 'cities.csv': data, [file]: '' }, play },
] satisfies readonly Scenario[];

async function play({ page, name, folder }: Stage): Promise<void> {
  await openFile(page, file);
  await takeSuggestion(page, 'indicatorSystem');
  await takeSuggestion(page, '1');
  await newLine(page);

  await takeSuggestion(page, 'data', 'dat');
  await takeSuggestion(page, 'path');
  await screenshot(page, `${name}-1-files`);
  await takeSuggestion(page, 'cities.csv');
  await newLine(page, 0);

  await takeSuggestion(page, 'units', 'uni');
  await takeSuggestion(page, 'id');
  await takeSuggestion(page, 'code');
  await newLine(page);
  await takeSuggestion(page, 'name', 'na');
  await takeSuggestion(page, 'city');
  await newLine(page);
  await takeSuggestion(page, 'groups', 'gr');
  await takeSuggestion(page, 'region');
  await newLine(page, 0);

  await takeSuggestion(page, 'indicators', 'indic');
  await indicator(page, 'gdp', 'Income');
  await takeSuggestion(page, 'normalise', 'norm');
  await screenshot(page, `${name}-2-methods`);
  await takeSuggestion(page, 'min-max', 'min');
  await newLine(page, 2);
  await page.keyboard.type('- ');
  await indicator(page, 'unemployment', 'Unemployment rate');
  await takeSuggestion(page, 'normalise', 'norm');
  await takeSuggestion(page, 'min-max', 'min');
  await newLine(page, 2);
  await page.keyboard.type('- ');
  await indicator(page, 'office', 'Data office');
  await takeSuggestion(page, 'categories', 'categ');
  await takeSuggestion(page, 'yes');
  await page.keyboard.type('100');
  await newLine(page);
  await takeSuggestion(page, 'no');
  await page.keyboard.type('0');
  await newLine(page, 0);
  await screenshot(page, `${name}-3-written`);

  // What reads well and is wrong is found, and put right by the light bulb.
  const line = expected.split('\n').indexOf('    name: Unemployment rate') + 1;
  await until('the direction is doubted', async () =>
    (await problems(page)).inView.some(problem => problem.code === 'direction-suspect' && problem.line === line),
  );
  assert.match(await hoverAt(page, line - 1, 10), /Unemployment rate/);
  await takeFix(page, await quickFixesAt(page, line, 12), /direction: negative/);
  await runCommand(page, 'Indicators: Preview Ranking');
  await webview(page).locator('[role=grid] [data-unit="NKG"]').waitFor();
  await goTo(page, line, 1);
  await runCommand(page, 'File: Save');
  await until(
    'what was written is what was meant',
    async () => (await readFile(join(folder, file), 'utf8')) === expected,
  );
  await screenshot(page, `${name}-4-ranked`);

  // A whole piece, led from place to place.
  await goTo(page, expected.split('\n').length, 1);
  await page.keyboard.type('  ');
  await takeSuggestion(page, 'leaf-goalposts …', 'leaf');
  await screenshot(page, `${name}-5-piece`);
  for (const word of ['roads', 'Roads', '40']) {
    await page.keyboard.type(word);
    await page.keyboard.press('Tab');
  }
  await runCommand(page, 'File: Save');
  await until('the piece is filled in', async () => (await readFile(join(folder, file), 'utf8')) === expected + piece);
}

/** In a new item of the list: its id and name, and the line after them. */
async function indicator(page: Page, id: string, name: string): Promise<void> {
  await takeSuggestion(page, 'id');
  await takeSuggestion(page, id);
  await newLine(page);
  await takeSuggestion(page, 'name', 'na');
  await page.keyboard.type(name);
  await newLine(page);
}

/** Indented as the editor does it, else by so many blanks. */
async function newLine(page: Page, column?: number): Promise<void> {
  await page.keyboard.press('Escape'); // suggestions, if any
  await page.keyboard.press('Enter');
  if (column === undefined) return;
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Delete');
  await page.keyboard.type(' '.repeat(column));
}
