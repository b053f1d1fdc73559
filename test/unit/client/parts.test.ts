import { expect, test } from 'vitest';
import { movedPart, shownParts } from '../../../client/src/preview/webview/parts.ts';
import type { UnitPart } from '../../../server/src/protocol/questions.ts';

const part = (id: string, depth: number, isLeaf = false): UnitPart => ({
  ...{ id, name: id, depth, isLeaf, score: 1, share: 1, points: 1, most: 1, state: 'present', reason: null },
});
const parts = [part('a', 0), part('aa', 1), part('aaa', 2, true), part('ab', 1, true), part('b', 0, true)];
const ids = (...opened: string[]) => shownParts(parts, new Set(opened)).map(({ id }) => id);

test('what is below a closed part is not shown, even where it is open itself', () => {
  expect(ids()).toEqual(['a', 'b']);
  expect(ids('aa')).toEqual(['a', 'b']);
  expect(ids('a')).toEqual(['a', 'aa', 'ab', 'b']);
  expect(ids('a', 'aa')).toEqual(['a', 'aa', 'aaa', 'ab', 'b']);
});

test('keys open, go in, close, go out', () => {
  const opened = new Set(['a', 'aa']);
  const shown = shownParts(parts, opened);
  expect(movedPart(shown, 0, new Set(), 'ArrowRight')).toEqual({ open: 'a' });
  expect(movedPart(shown, 0, opened, 'ArrowRight')).toEqual({ active: 1 });
  expect(movedPart(shown, 2, opened, 'ArrowLeft')).toEqual({ active: 1 });
  expect(movedPart(shown, 1, opened, 'ArrowLeft')).toEqual({ close: 'aa' });
  expect(movedPart(shown, 4, opened, 'ArrowLeft')).toEqual({ active: 4 });
  expect(movedPart(shown, 4, opened, 'ArrowDown')).toEqual({ active: 4 });
  expect(movedPart(shown, 0, opened, 'ArrowUp')).toEqual({ active: 0 });
  expect(movedPart(shown, 0, opened, 'End')).toEqual({ active: 4 });
  expect(movedPart(shown, 0, opened, 'x')).toBeNull();
});
