/** The built command line, whose answers the editor must agree with. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../dist/cli.js');

/** What it prints on stdout; its exit code may say that there are findings, but not that it could not run. */
export function commandLine(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (status !== 0 && status !== 1) throw new Error(`indicators ${args.join(' ')} ended with ${status}\n${stderr}`);
  return stdout;
}
