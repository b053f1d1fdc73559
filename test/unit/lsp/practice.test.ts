import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Host } from '../../../server/src/lsp/host.ts';
import { Practice } from '../../../server/src/lsp/practice.ts';
import { practisedVersionOf } from '../../../server/src/workspace/files.ts';
import { Workspace } from '../../../server/src/workspace/workspace.ts';

const file = 'file:///demo.indicators.yaml';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function practising() {
  const workspace = new Workspace();
  workspace.openDefinition(file, 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 100}\n');
  const setDefinition = vi.spyOn(workspace, 'setDefinition');
  const failed = vi.fn();
  const host: Partial<Host> = { nextTurn: async () => undefined };
  const practice = new Practice({ workspace, host: host as Host, locale: () => 'en', failed });
  return { practice, workspace, setDefinition, failed };
}

test('nothing is practised before all have rested, nor when someone wants something meanwhile', async () => {
  const { practice, setDefinition } = practising();
  practice.startSoon(file);
  await vi.advanceTimersByTimeAsync(200);
  practice.stop();
  await vi.advanceTimersByTimeAsync(2000);
  expect(setDefinition).not.toHaveBeenCalled();
  practice.startSoon(file);
  await vi.advanceTimersByTimeAsync(2000);
  expect(setDefinition).toHaveBeenCalled();
});

test('it ends: enough is enough', async () => {
  const { practice, workspace, setDefinition, failed } = practising();
  for (let time = 0; time < 3; time++) {
    practice.startSoon(file);
    await vi.advanceTimersByTimeAsync(2000);
  }
  const { length } = setDefinition.mock.calls;
  expect(length).toBeLessThan(200);
  practice.startSoon(file);
  await vi.advanceTimersByTimeAsync(2000);
  expect(setDefinition.mock.calls).toHaveLength(length);
  expect(workspace.isUnknown(practisedVersionOf(file))).toBe(true);
  expect(failed).not.toHaveBeenCalled();
});

test('what fails is told once and not tried again', async () => {
  const { practice, workspace, failed } = practising();
  vi.spyOn(workspace, 'findings').mockImplementation(() => {
    throw new Error('a bug');
  });
  for (let time = 0; time < 2; time++) {
    practice.startSoon(file);
    await vi.advanceTimersByTimeAsync(2000);
  }
  expect(failed.mock.calls).toEqual([[new Error('a bug')]]);
  expect(workspace.isUnknown(practisedVersionOf(file))).toBe(true);
});
