import { expect, test } from 'vitest';
import { changeOf } from '../../../client/src/preview/webview/change.ts';
import { unitView } from './fixture.ts';

const unit = unitView({ id: 'a', score: 90, rank: 3, tier: 1, before: { score: 85.5, rank: 5, tier: 2 } });

test('there is no change without something to compare with', () => {
  expect(changeOf(unit, 'none')).toBeNull();
  expect(changeOf(unit, 'not-scored')).toBeNull();
});

test('a smaller rank is a gain', () => {
  expect(changeOf(unit, 'changed')).toEqual({ isNew: false, places: 2, score: 4.5, tierBefore: 2, isChanged: true });
});

test('a unit that the baseline does not have is new', () => {
  expect(changeOf({ ...unit, before: null }, 'changed')?.isNew).toBe(true);
});

test('nothing differs', () => {
  const same = { ...unit, before: { score: 90, rank: 3, tier: 1 } };
  expect(changeOf(same, 'same')).toEqual({ isNew: false, places: 0, score: 0, tierBefore: null, isChanged: false });
});

test('a rank that went is a change without a number', () => {
  const unranked = { ...unit, rank: null, score: null, tier: null };
  expect(changeOf(unranked, 'changed')).toEqual({
    isNew: false,
    places: null,
    score: null,
    tierBefore: 2,
    isChanged: true,
  });
});
