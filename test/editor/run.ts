/**
 * `npm run editor [-- WORD…]`: packages the extension, installs it in a real VS Code (`host.ts`) and plays every `*.scenario.ts` there,
 * then runs `suite/` inside the extension host. With words, only what has one of them in its name. The closing line counts.
 *
 * INDICATORS_EDITOR=required  a machine that cannot run this fails (continuous integration); otherwise it says so and skips
 * INDICATORS_EDITOR=off       skips
 * INDICATORS_LATENCY=1        also measures how long a key takes to reach the panel
 * INDICATORS_ACTIVATION=1     also measures how long the extension takes to start
 * INDICATORS_EDITOR_HOST      the cache folder of the host
 * CHROMIUM                    the browser
 */
import { cp, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { install, startCodeServer } from './codeServer.ts';
import { runInExtensionHost } from './extensionHost.ts';
import { findHost } from './host.ts';
import { type Bench, play } from './play.ts';
import { makeFolder, removeFolder, run } from './processes.ts';
import type { Scenario } from './scenario.ts';
import { startBrowser } from './workbench.ts';

const root = join(import.meta.dirname, '../..');
const sample = 'samples/digital-government-2024';
const words = process.argv.slice(2);
const demand = process.env.INDICATORS_EDITOR;
const isMeasuring = process.env.INDICATORS_LATENCY !== undefined || process.env.INDICATORS_ACTIVATION !== undefined;
const nAtOnce = 2;

interface Test {
  readonly name: string;
  readonly run: () => Promise<void>;
}

process.exitCode = await main();

async function main(): Promise<number> {
  if (demand === 'off') return skip('INDICATORS_EDITOR=off');
  const host = await findHost();
  if ('missing' in host) return skip(`the real editor cannot run here. Missing: ${host.missing}`);
  const place = makeFolder('vsix');
  const browser = await startBrowser(host);
  try {
    const vsix = join(place, 'indicators.vsix');
    const isPackaged = await verdict('npm run package', async () => {
      await run('npm', ['run', 'package', '--', '--out', vsix], { cwd: root });
    });
    if (!isPackaged) return close(0, 1);
    return await runAll({ host, browser, vsix, extensions: await install(host, [vsix]), root });
  } finally {
    await browser.close();
    await removeFolder(place);
  }
}

/** Several at once, unless times are measured. What fails is played once more at the end, alone: an editor is not always in time. */
async function runAll(bench: Bench): Promise<number> {
  const tests: Test[] = (await scenarios()).map(scenario => ({
    name: scenario.name,
    run: () => play(bench, scenario),
  }));
  tests.push({ name: 'suite in the extension host', run: () => runSuite(bench) });
  const chosen = tests.filter(test => words.length === 0 || words.some(word => test.name.includes(word)));
  if (chosen.length === 0) console.log(`nothing is named ${words.join(' or ')}`);
  const failedOnce = await failing(chosen, isMeasuring ? 1 : nAtOnce);
  const failed = await failing(failedOnce, 1);
  for (const { name } of failedOnce) if (!failed.some(test => test.name === name)) console.log(`UNSTEADY: ${name}`);
  return close(1 + chosen.length - failed.length, chosen.length === 0 ? 1 : failed.length);
}

/** Runs the tests, so many at once; answers those that did not pass. */
async function failing(tests: readonly Test[], atOnce: number): Promise<readonly Test[]> {
  const failed: Test[] = [];
  const waiting = [...tests];
  const work = async (): Promise<void> => {
    for (let test = waiting.shift(); test !== undefined; test = waiting.shift())
      if (!(await verdict(test.name, test.run))) failed.push(test);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

/** Prints the closing line; answers the exit code. */
function close(passed: number, failed: number): number {
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function scenarios(): Promise<readonly Scenario[]> {
  const files = (await readdir(import.meta.dirname)).filter(name => name.endsWith('.scenario.ts')).sort();
  const modules = await Promise.all(
    files.map(async file => (await import(`./${file}`)) as { default: readonly Scenario[] }),
  );
  return modules.flatMap(module => module.default);
}

async function runSuite({ host, browser }: Bench): Promise<void> {
  const place = makeFolder('suite');
  const folder = join(place, basename(sample));
  await cp(join(root, sample), folder, { recursive: true });
  const server = await startCodeServer(host, { locale: 'en' });
  try {
    const suite = join(import.meta.dirname, 'suite/index.cjs');
    await runInExtensionHost(browser, { origin: server.origin, folder, extension: root, suite, locale: 'en' });
  } finally {
    await server.stop();
    await removeFolder(place);
  }
}

async function verdict(name: string, test: () => Promise<void>): Promise<boolean> {
  const begin = performance.now();
  const seconds = (): string => `${((performance.now() - begin) / 1000).toFixed(0)} s`;
  try {
    await test();
    console.log(`✓ ${name} (${seconds()})`);
    return true;
  } catch (error) {
    console.log(`✗ ${name} (${seconds()})`);
    console.log(error);
    return false;
  }
}

function skip(reason: string): number {
  const isRequired = demand === 'required';
  console.log(`${isRequired ? 'FAILED' : 'SKIPPED'}: ${reason}`);
  return close(0, isRequired ? 1 : 0);
}
