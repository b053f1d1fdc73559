/** What is kept counts as long as all that it was found from is as it was, and never fails a run. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { digest } from '../../../server/src/cli/digest.ts';
import { type Keeping, keptOrFound, removeOldAnswers } from '../../../server/src/cli/kept.ts';
import type { FileContent } from '../../../server/src/workspace/facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'indicators-kept-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const keeping = { folder, build: 'one' };

let files: Record<string, string> = {};
let nFound = 0;
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  files = { a: 'first b', b: '1' };
  nFound = 0;
});

function read(file: string): FileContent {
  const text = files[file];
  return text === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes: Buffer.from(text) };
}

/** What `a` says, and what the file says that it names. */
function ask(where: Keeping | undefined = keeping, question = 'q', isLasting = true): string {
  const textOf = (content: FileContent) =>
    content.kind === 'bytes' ? Buffer.from(content.bytes).toString() : content.kind;
  const find = (remembering: typeof read) => {
    nFound++;
    const own = textOf(remembering('a'));
    return { answer: `${own}: ${textOf(remembering(own.split(' ')[1] ?? ''))}`, isLasting };
  };
  return keptOrFound([question], read, find, where);
}

test('an answer is found once', () => {
  expect([ask(), ask(), ask()]).toEqual(['first b: 1', 'first b: 1', 'first b: 1']);
  expect(nFound).toBe(1);
});

test.each([
  ['what was read', () => (files.a = 'other b'), 'other b: 1'],
  ['what was read of another file', () => (files.b = '2'), 'first b: 2'],
  ['that a file goes', () => delete files.b, 'first b: missing'],
])('it is found anew after a change: %s', (_, change, answer) => {
  ask();
  change();
  expect([ask(), ask()]).toEqual([answer, answer]);
  expect(nFound).toBe(2);
});

test('that a file comes is seen, too', () => {
  files = { a: 'first c' };
  expect(ask()).toBe('first c: missing');
  files.c = '3';
  expect(ask()).toBe('first c: 3');
});

test('another question, another build and no folder are of their own', () => {
  ask();
  ask(keeping, 'r');
  ask({ folder, build: 'two' });
  keptOrFound(['q'], read, () => ({ answer: nFound++, isLasting: true }), undefined);
  expect(nFound).toBe(4);
});

test('what another run may find otherwise is not kept', () => {
  ask(keeping, 'q', false);
  ask(keeping, 'q', false);
  expect(nFound).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test('damaged anywhere it is found anew', () => {
  ask();
  const path = join(folder, readdirSync(folder)[0]!);
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at += 7) {
    const damaged = Buffer.from(whole);
    damaged[at]! ^= 0x1a;
    writeFileSync(path, damaged);
    expect(ask()).toBe('first b: 1');
    expect(readFileSync(path)).toEqual(whole);
  }
  for (const content of ['', 'x', whole.subarray(0, 40)]) {
    writeFileSync(path, content);
    expect(ask()).toBe('first b: 1');
  }
});

test('a folder that is not there or cannot be written fails nothing', () => {
  expect(ask({ folder: join(folder, 'none'), build: 'one' })).toBe('first b: 1');
  writeFileSync(join(folder, 'file'), '');
  expect(ask({ folder: join(folder, 'file'), build: 'one' })).toBe('first b: 1');
  removeOldAnswers({ folder: join(folder, 'none'), build: 'one' });
});

test('the oldest go', () => {
  for (let number = 0; number < 1_003; number++) writeFileSync(join(folder, digest(String(number))), '');
  writeFileSync(join(folder, 'not ours'), '');
  ask();
  removeOldAnswers(keeping);
  expect(readdirSync(folder)).toHaveLength(1_001);
  nFound = 0;
  ask();
  expect(nFound).toBe(0);
});

test.each([
  ['', '00000000000000000000000000000000'],
  ['hello', '2b2444a0db91def79adb31b69adb31b6'],
  ['hello, world', '8b21605cb9b98a1e93273a83eb5957c7'],
  ['aaaaaaaaaaaaaaaa', 'c2cc4a68c77161e048b411a14787d726'],
  ['The quick brown fox jumps over the lazy dog', '2f1583c3ecee2c675d7bf66ce5e91d2c'],
  ['体系'.repeat(100), 'bf0de0522403e7887f5b3bffee2df45d'],
])('the digest of %s is that of the mmh3 package of Python', (text, expected) => {
  expect(digest(text)).toBe(expected);
  const inside = Buffer.from(`x${text}y`);
  expect(digest(inside.subarray(1, inside.length - 1))).toBe(expected);
});
