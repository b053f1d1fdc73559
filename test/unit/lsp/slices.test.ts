import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { Steps } from '../../../server/src/base/steps.ts';
import type { Host } from '../../../server/src/lsp/host.ts';
import { inSlices } from '../../../server/src/lsp/slices.ts';

function* counting(nSteps: number, counted: number[]): Steps<string> {
  for (let step = 0; step < nSteps; step++) {
    for (const end = Date.now() + 10; Date.now() < end; ) counted[0] = step;
    yield;
  }
  return 'done';
}

const hostThat = (nextTurn: () => Promise<void>) => ({ nextTurn }) as Partial<Host> as Host;

test('long work lets the messages in between its slices, and short work is done at once', async () => {
  let nTurns = 0;
  const host = hostThat(async () => {
    nTurns += 1;
  });
  expect(await inSlices(host, counting(0, []))).toBe('done');
  expect(nTurns).toBe(0);
  expect(await inSlices(host, counting(5, []))).toBe('done');
  expect(nTurns).toBe(5);
});

test('what is cancelled goes no further', async () => {
  const source = new CancellationTokenSource();
  const counted: number[] = [];
  const host = hostThat(async () => {
    if (counted[0] === 2) source.cancel();
  });
  expect(await inSlices(host, counting(50, counted), source.token)).toBeUndefined();
  expect(counted).toEqual([2]);
});
