/**
 * Programs that the bench starts and folders that it makes, and the promise that none outlives it: each program has its own process
 * group, which is killed when it is stopped and when the bench ends, however it ends. Knows nothing about what runs.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Running {
  readonly process: ChildProcess;
  /** Everything it has printed so far, both streams in the order of arrival. */
  readonly output: () => string;
  /** Its exit code, or null if a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

export function start(command: string, args: readonly string[], options: SpawnOptions = {}): Running {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  const ended = new Promise<number | null>(resolve => {
    child.on('error', error => {
      chunks.push(`${error}\n`);
      resolve(127);
    });
    child.on('close', code => resolve(code));
  });
  running.add(child);
  void ended.then(() => running.delete(child));
  const stop = async (): Promise<void> => {
    signalGroup(child, 'SIGTERM');
    const inTime = await Promise.race([ended.then(() => true), within(5_000)]);
    signalGroup(child, 'SIGKILL');
    if (!inTime) await ended;
  };
  return { process: child, output: () => chunks.join(''), ended, stop };
}

/** Runs a program to its end and answers what it printed; throws with that text if it fails or takes too long. */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { readonly deadline?: number } = {},
): Promise<string> {
  const { deadline = 300_000, ...rest } = options;
  const program = start(command, args, rest);
  const code = await Promise.race([program.ended, within(deadline).then(() => 'late' as const)]);
  if (code === 0) return program.output();
  await program.stop();
  const why = code === 'late' ? `did not end within ${deadline / 1000} s` : `ended with ${code}`;
  throw new Error(`${command} ${args.join(' ')} ${why}\n${program.output().slice(-4_000)}`);
}

/** Asks again until the answer is neither undefined nor false; throws with `what` and the last error when the time is over. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, deadline = 30_000): Promise<T> {
  const end = performance.now() + deadline;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      throw new Error(`not within ${deadline / 1000} s: ${what}`, last === undefined ? {} : { cause: last });
    }
    await pause(100);
  }
}

/** A new, empty folder. */
export function makeFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `indicators-${purpose}-`));
  folders.add(folder);
  return folder;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.delete(folder);
}

/** Resolves with false after the time; does not keep the process alive. */
export function within(milliseconds: number): Promise<false> {
  return new Promise(resolve => setTimeout(() => resolve(false), milliseconds).unref());
}

/** Between two questions of `until`; unlike `within` it keeps the process alive. */
function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

const running = new Set<ChildProcess>();
const folders = new Set<string>();

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(1));
}
