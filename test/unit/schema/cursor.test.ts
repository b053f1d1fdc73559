import { describe, expect, test } from 'vitest';
import { schemaAt } from '../../../server/src/schema/cursor.ts';
import { parse } from '../../../server/src/syntax/parse.ts';

/** `at path word`, the cursor being the last `|` of the text. */
function spot(marked: string): string | undefined {
  const found = cursorIn(marked);
  if (found === undefined) return undefined;
  const { at, place, word } = found.cursor;
  return `${at} /${place.path.join('/')} ${found.text.slice(word.start, word.end)}`.trimEnd();
}

function cursorIn(marked: string) {
  const offset = marked.lastIndexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const cursor = schemaAt(parse(text), offset);
  return cursor && { text, cursor };
}

function openKeys(marked: string): readonly string[] {
  const keys = cursorIn(marked)?.cursor.place.keys ?? [];
  return keys.filter(({ isPresent }) => !isPresent).map(({ key, isRequired }) => (isRequired ? `${key}!` : key));
}

describe('in block style', () => {
  test.each([
    ['|', 'key /'],
    ['ind|', 'key / ind'],
    ['id: a\n|', 'key /'],
    ['weights: |', 'value /weights'],
    ['weights: per|\nid: a\n', 'value /weights per'],
    ['weights: per|cent\n', 'value /weights percent'],
    ['defaults:\n  |', 'key /defaults'],
    ['defaults:\n  norm|\nid: a\n', 'key /defaults norm'],
    ['defaults:\n  normalise:\n    |', 'key /defaults/normalise'],
    ['defaults:\n  normalise:\n    method: |', 'value /defaults/normalise/method'],
    ['indicators:\n  - |', 'key /indicators/0'],
    ['indicators:\n  - id: a\n    |\n  - id: b\n', 'key /indicators/0'],
    ['indicators:\n  - id: a\n    wei|\n  - id: b\n', 'key /indicators/0 wei'],
    ['indicators:\n  - id: a\n  - na|me: b\n', 'key /indicators/1 name'],
    ['indicators:\n- id: a\n- n|\n', 'key /indicators/1 n'],
    ['indicators:\n- id: a\n|', 'key /'],
    [
      'indicators:\n  - id: a\n    indicators:\n      - id: b\n        direction: |\n',
      'value /indicators/0/indicators/0/direction',
    ],
    ['indicators:\n  - id: a\n    indicators:\n      - id: b\n    |\n', 'key /indicators/0'],
    ['tiers:\n  - name: a\n  - |', 'key /tiers/1'],
    ['ranking:\n  within:\n    - ki|', 'key /ranking/within/0 ki'],
    ['description: |+\n  some\n  te|xt\n', 'value /description te'],
  ])('%j', (marked, expected) => {
    expect(spot(marked)).toBe(expected);
  });
});

describe('in flow style', () => {
  test.each([
    ['defaults: {|}', 'key /defaults'],
    ['defaults: {normalise: {me|}}', 'key /defaults/normalise me'],
    ['defaults: {normalise: {method: |}}', 'value /defaults/normalise/method'],
    ['defaults: {normalise: {method: goal|posts, lower: 1}}', 'value /defaults/normalise/method goalposts'],
    ['indicators:\n  - {id: a, |', 'key /indicators/0'],
    ['units: {order: [北京市, 天|]}', 'value /units/order/1 天'],
    ['tiers: [{name: "a, b", atL|}]', 'key /tiers/0 atL'],
    ['tiers: [{name: a}, {|}]', 'key /tiers/1'],
  ])('%j', (marked, expected) => {
    expect(spot(marked)).toBe(expected);
  });
});

test('nothing in comments, and where the format knows no such place', () => {
  expect(spot('id: a # wei|')).toBeUndefined();
  expect(spot('id:\n  foo: |\n')).toBeUndefined();
});

test('the branch that is written decides the keys; before it is, only the choice is offered', () => {
  expect(openKeys('defaults:\n  normalise:\n    |')).toEqual(['method!']);
  expect(openKeys('defaults:\n  normalise: {method: goalposts, |}')).toEqual(['lower!', 'upper!', 'truncate', 'range']);
  expect(openKeys('adjustments:\n  - kind: veto\n    |')).toEqual(['id!', 'name', 'column!', 'equals!', 'then']);
  expect(openKeys('expect:\n  - rank: {unit: a}\n    |')).toContain('is!');
});

test('on a key its own text is at hand', () => {
  const found = cursorIn('indicators:\n  - id: a\n    wei|ght: 3\n');
  expect(found?.cursor.at === 'key' && found.cursor.subject?.title).toEqual({ en: 'Weight', 'zh-CN': '权重' });
  expect(found?.cursor.at === 'key' && found.cursor.entry?.key.source).toBe('weight');
});
