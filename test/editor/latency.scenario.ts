/**
 * How long a keystroke takes to reach the panel, and how evenly it scrolls: figures, printed, of systems that are written
 * for it; in turns with a panel that only shows how long a plain text is, which is what the editor itself takes. Runs only
 * where it is asked for by name (INDICATORS_LATENCY=1): the figures are those of the machine, and nothing here judges them.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import { goTo, openFile, pageFrame, runCommand, scoreStatus, webview } from './workbench.ts';

const nRounds = 4;
const nKeys = 10; // a round

export default process.env.INDICATORS_LATENCY === undefined
  ? []
  : [
      { nUnits: 64, nLeaves: 60 },
      { nUnits: 3000, nLeaves: 300 },
      { nUnits: 10_000, nLeaves: 20 },
    ].map(
      (size): Scenario => ({
        name: `latency ${size.nUnits} × ${size.nLeaves}`,
        locale: 'en',
        folder: 'samples/digital-government-2024',
        beside: 'panel',
        play: stage => play(stage, size),
      }),
    );

interface Size {
  readonly nUnits: number;
  readonly nLeaves: number;
}

async function play({ page, folder }: Stage, size: Size): Promise<void> {
  const definition = definitionOf(size.nLeaves);
  // In a folder that is still folded: VS Code reads it when it is opened.
  await writeFile(join(folder, 'data/large.csv'), dataOf(size));
  await writeFile(join(folder, 'data/large.indicators.yaml'), definition);
  await writeFile(join(folder, 'data/large.txt'), definition);
  await openFile(page, 'data/large.txt');
  await runCommand(page, 'Empty: Show Panel');
  await openFile(page, 'data/large.indicators.yaml');
  await scoreStatus(page).filter({ hasText: 'scored' }).waitFor();
  await runCommand(page, 'Indicators: Preview Ranking');
  await webview(page).locator('[data-unit]').first().waitFor();
  await page.evaluate(() => {
    const own = window as unknown as { keyAt: number };
    window.addEventListener('keydown', () => (own.keyAt = performance.timeOrigin + performance.now()), true);
  });

  const line = definition.split('\n').findIndex(each => each.includes('weight: 10'));
  const place: Place = { line: line + 1, column: definition.split('\n')[line]!.length + 1 };
  const ours: Subject = {
    file: 'large.indicators.yaml',
    tab: 'Ranking: large',
    shown: '[role=grid]',
    scrolled: '[role=grid]',
    keys: [],
    frames: [],
  };
  const empty: Subject = {
    file: 'large.txt',
    tab: 'Empty panel',
    shown: '#page',
    scrolled: '#long',
    keys: [],
    frames: [],
  };
  for (let round = 0; round < nRounds; round++) {
    await typeInto(page, empty, place);
    await typeInto(page, ours, place);
  }
  for (let round = 0; round < nRounds; round++) {
    await scrollIn(page, empty);
    await scrollIn(page, ours);
  }
  const of = (all: readonly number[], share: number) =>
    [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))]!.toFixed(1);
  const say = (what: string, times: readonly number[]) =>
    console.log(`  ${what}, ${times.length}: median ${of(times, 0.5)} ms, p95 ${of(times, 0.95)} ms`);
  say(
    'keystroke → our panel',
    ours.keys.map(({ begun }) => begun),
  );
  say(
    'keystroke → an empty panel',
    empty.keys.map(({ begun }) => begun),
  );
  say(
    'keystroke → our panel painted',
    ours.keys.map(({ painted }) => painted),
  );
  say(
    'keystroke → an empty panel painted',
    empty.keys.map(({ painted }) => painted),
  );
  say(
    'keystroke → the editor’s own text',
    ours.keys.map(({ text }) => text),
  );
  say(
    'keystroke → the editor’s own text, beside an empty panel',
    empty.keys.map(({ text }) => text),
  );
  say('scrolling our panel, frames', ours.frames);
  say('scrolling a blank place in an empty panel, frames', empty.frames);
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Two tabs, and the element in the panel that changes. */
interface Subject {
  readonly file: string;
  readonly tab: string;
  readonly shown: string;
  readonly scrolled: string;
  /** From the key until the frame with the change begins in the panel, until that is painted, and until that of the editor's text begins. */
  readonly keys: { readonly begun: number; readonly painted: number; readonly text: number }[];
  /** Times between frames while it is scrolled. */
  readonly frames: number[];
}

/** A round: with the pointer over it, as it is where a wheel is turned. */
async function scrollIn(page: Page, { tab, scrolled, frames }: Subject): Promise<void> {
  await page.locator('.tab').filter({ hasText: tab }).click();
  const frame = await pageFrame(page);
  const place = frame.locator(scrolled);
  await place.waitFor();
  const { x, y, width, height } = (await place.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  frames.push(...(await frame.evaluate(scrollDown, scrolled)));
}

/** A round: shows the text and its panel, types and waits for both. */
async function typeInto(page: Page, { file, tab, shown, keys }: Subject, { line, column }: Place): Promise<void> {
  for (const each of [tab, file]) await page.locator('.tab').filter({ hasText: each }).click();
  const frame = await pageFrame(page);
  await until('the panel is there', () => frame.evaluate(each => document.querySelector(each) !== null, shown));
  await goTo(page, line, column);
  await page.evaluate(watch, '.editor-instance .view-lines');
  await frame.evaluate(watch, shown);
  for (let key = 0; key < nKeys; key++) {
    await page.waitForTimeout(300); // the pace of a typist who looks: what the last key caused has come to rest
    await page.keyboard.press(key % 2 === 0 ? 'Backspace' : String(key % 9));
    const pressed = await page.evaluate(() => (window as unknown as { keyAt: number }).keyAt);
    const changed = await until('the panel has changed', () => frame.evaluate(drawnAfter, pressed));
    const text = await until('the text has changed', () => page.evaluate(drawnAfter, pressed));
    keys.push({
      begun: changed.begun - pressed,
      painted: changed.painted - pressed,
      text: text.begun - pressed,
    });
  }
}

interface Drawn {
  readonly begun: number;
  readonly painted: number;
}

/** Runs in the page or in the panel: remembers the frames that show a change. */
function watch(selector: string): void {
  const own = window as unknown as { drawn: Drawn[]; watching?: MutationObserver };
  own.drawn = [];
  own.watching?.disconnect();
  own.watching = new MutationObserver(() =>
    requestAnimationFrame(() => {
      const begun = performance.timeOrigin + performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => own.drawn.push({ begun, painted: performance.timeOrigin + performance.now() });
      port2.postMessage(null);
    }),
  );
  own.watching.observe(document.querySelector(selector)!, { subtree: true, childList: true, characterData: true });
}

/** Runs where `watch` does. */
function drawnAfter(pressed: number): Drawn | undefined {
  return (window as unknown as { drawn: Drawn[] }).drawn.find(({ begun }) => begun > pressed);
}

/** Runs in the panel: times between frames while it is scrolled a row and a half of the table a frame. */
async function scrollDown(selector: string): Promise<number[]> {
  const place = document.querySelector(selector)!;
  const times: number[] = [];
  let last = await new Promise<number>(resolve => requestAnimationFrame(resolve));
  for (let frame = 0; frame < 120; frame++) {
    place.scrollTop += 42;
    const now = await new Promise<number>(resolve => requestAnimationFrame(resolve));
    times.push(now - last);
    last = now;
  }
  return times;
}

/** Ten level-1 indicators, each with groups of up to five leaves. */
function definitionOf(nLeaves: number): string {
  const nTop = 10;
  const leaves = Array.from({ length: nLeaves }, (_, leaf) => leaf);
  const top = Array.from({ length: nTop }, (_, index) => {
    const own = leaves.filter(leaf => leaf % nTop === index);
    const groups = Array.from({ length: Math.ceil(own.length / 5) }, (_, group) => own.slice(group * 5, group * 5 + 5));
    return [
      `  - id: top${index}\n    name: Top ${index}\n    weight: ${10 + index}\n    indicators:`,
      ...groups.map((members, group) =>
        [
          `      - id: mid${index}-${group}\n        name: Group ${index}.${group}\n        weight: ${5 + group}\n        indicators:`,
          ...members.map(leaf => `          - {id: leaf${leaf}, name: Leaf ${leaf}, weight: ${1 + (leaf % 7)}}`),
        ].join('\n'),
      ),
    ].join('\n');
  });
  return `indicatorSystem: 1
id: large
title: A large system
weights: relative
units: {id: code, name: name, groups: {kind: {column: kind}}}
data: [{path: large.csv}]
defaults: {normalise: {method: min-max}, missing: exclude}
indicators:
${top.join('\n')}
tiers: [{name: A, atLeast: 60}, {name: B, atLeast: 50}, {name: C}]
ranking: {ties: competition, round: {decimals: 2}}
`;
}

function dataOf({ nUnits, nLeaves }: Size): string {
  let state = 42;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  const value = () => (next() < 0.02 ? '' : (next() * 100).toFixed(2));
  const row = (unit: number) => [`u${unit}`, `Unit ${unit}`, unit % 2 === 0 ? 'x' : 'y'];
  const lines = Array.from({ length: nUnits }, (_, unit) => [...row(unit), ...Array.from({ length: nLeaves }, value)]);
  return [['code', 'name', 'kind', ...Array.from({ length: nLeaves }, (_, leaf) => `leaf${leaf}`)], ...lines]
    .map(cells => cells.join(','))
    .join('\n');
}
