/** A working folder that another process has removed is a word to the user, no bug of ours. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

// Windows does not remove a folder that a process works in.
test.skipIf(process.platform === 'win32').each([
  ['en', 'indicators: the working folder is no longer there\n'],
  ['zh-CN', 'indicators: 工作目录已不存在\n'],
])('in %s, and exit code 2', (locale, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'indicators-gone-'));
  const run = spawnSync(
    'sh',
    ['-c', 'rmdir "$0" && exec "$1" "$2" check --locale "$3"', folder, process.execPath, program, locale],
    { cwd: folder, encoding: 'utf8' },
  );
  expect([run.status, run.stdout, run.stderr]).toEqual([2, '', message]);
});
