/**
 * How long a keystroke takes to reach the panel, and how evenly it scrolls: figures, printed, of the sample and of a large
 * system that is written for it. Runs only where it is asked for by name (INDICATORS_LATENCY=1): the figures are those of
 * the machine, and nothing here judges them.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './processes.ts';
import type { Scenario, Stage } from './scenario.ts';
import { goTo, openFile, pageFrame, runCommand, webview } from './workbench.ts';

const nKeys = 40;

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
  await openFile(page, 'data/large.indicators.yaml');
  await page.locator('#indicator-systems\\.indicators\\.indicators\\.score').filter({ hasText: 'scored' }).waitFor();
  await runCommand(page, 'Indicators: Preview Ranking');
  await webview(page).locator('[data-unit]').first().waitFor();
  const frame = await pageFrame(page);

  const line = definition.split('\n').findIndex(each => each.includes('weight: 10'));
  await goTo(page, line + 1, definition.split('\n')[line]!.length + 1);
  await page.evaluate(() => {
    const own = window as unknown as { keyAt: number };
    window.addEventListener('keydown', () => (own.keyAt = performance.timeOrigin + performance.now()), true);
  });
  await page.evaluate(watch, '.monaco-editor .view-lines');
  await frame.evaluate(watch, '[role=grid]');
  const times: number[] = [];
  const ownTimes: number[] = [];
  for (let key = 0; key < nKeys; key++) {
    await page.waitForTimeout(300); // the pace of a typist who looks: what the last key caused has come to rest
    await page.keyboard.press(key % 2 === 0 ? 'Backspace' : String(1 + (key % 9)));
    const pressed = await page.evaluate(() => (window as unknown as { keyAt: number }).keyAt);
    const changed = await until('the panel has changed', () => frame.evaluate(drawnAfter, pressed));
    times.push(changed - pressed);
    ownTimes.push((await until('the text has changed', () => page.evaluate(drawnAfter, pressed))) - pressed);
  }
  const frames = await frame.evaluate(scrollDown);
  const of = (all: readonly number[], share: number) =>
    [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))]!.toFixed(1);
  console.log(`  keystroke → panel, ${nKeys} keys: median ${of(times, 0.5)} ms, p95 ${of(times, 0.95)} ms`);
  console.log(`  keystroke → the editor’s own text: median ${of(ownTimes, 0.5)} ms, p95 ${of(ownTimes, 0.95)} ms`);
  console.log(`  scrolling, ${frames.length} frames: median ${of(frames, 0.5)} ms, p95 ${of(frames, 0.95)} ms`);
}

/** Runs in the page or in the panel: remembers the first frame that shows a change after a key. */
function watch(selector: string): void {
  const own = window as unknown as { drawnAt: number[] };
  own.drawnAt = [];
  const observer = new MutationObserver(() =>
    requestAnimationFrame(() => {
      own.drawnAt.push(performance.timeOrigin + performance.now());
    }),
  );
  observer.observe(document.querySelector(selector)!, { subtree: true, childList: true, characterData: true });
}

/** Runs where `watch` does. */
function drawnAfter(pressed: number): number | undefined {
  return (window as unknown as { drawnAt: number[] }).drawnAt.find(drawn => drawn > pressed);
}

/** Runs in the panel: times between frames while the table is scrolled a row and a half a frame. */
async function scrollDown(): Promise<number[]> {
  const grid = document.querySelector('[role=grid]')!;
  const times: number[] = [];
  let last = await new Promise<number>(resolve => requestAnimationFrame(resolve));
  for (let frame = 0; frame < 240; frame++) {
    grid.scrollTop += 42;
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
