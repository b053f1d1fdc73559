/** What was compiled is kept for the next run, and never trusted when it is not as it was written. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'indicators-code-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function version(more: NodeJS.ProcessEnv = {}): object {
  const words = [resolve('dist/cli.js'), '--version'];
  const env = { ...process.env, NODE_COMPILE_CACHE: folder, ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

const ours = () => readdirSync(folder).filter(name => /^[0-9a-f]{16}-v/.test(name));
const { version: expected } = JSON.parse(readFileSync('package.json', 'utf8'));
const fine = { status: 0, stdout: `${expected}\n`, stderr: '' };

test('the first run keeps it, and the next says the same', () => {
  expect(version({ NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(fine);
  expect(ours()).toEqual([]);
  expect(version()).toEqual(fine);
  expect(ours()).toHaveLength(1);
  expect(version()).toEqual(fine);
});

test('damaged anywhere it is compiled and kept again', () => {
  version();
  const file = join(folder, ours()[0]!);
  const whole = readFileSync(file);
  for (const at of [0, 100, whole.length >> 1, whole.length - 1]) {
    const damaged = Buffer.from(whole);
    damaged[at]! ^= 0x5a;
    writeFileSync(file, damaged);
    expect(version()).toEqual(fine);
    expect(readFileSync(file).equals(damaged)).toBe(false);
  }
  writeFileSync(file, whole.subarray(0, whole.length >> 1));
  expect(version()).toEqual(fine);
});

test('the language server keeps it when it ends, and starts with it', async () => {
  const keptBefore = ours().length;
  const first = await started();
  expect(first).toContain('"hoverProvider":true');
  expect(ours()).toHaveLength(keptBefore + 1);
  expect(await started()).toBe(first);
  expect(ours()).toHaveLength(keptBefore + 1);
});

/** What the language server writes from its start to its end. */
async function started(): Promise<string> {
  const initialize = { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };
  const messages = [
    initialize,
    { method: 'initialized', params: {} },
    { id: 2, method: 'shutdown' },
    { method: 'exit' },
  ];
  const env = { ...process.env, NODE_COMPILE_CACHE: folder };
  const server = spawn(process.execPath, [resolve('dist/server.js'), '--stdio'], { env });
  for (const message of messages) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${text.length}\r\n\r\n${text}`);
  }
  let said = '';
  for await (const part of server.stdout.setEncoding('utf8')) said += part;
  return said;
}
