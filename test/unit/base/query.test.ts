import { expect, test } from 'vitest';
import { answer, fact, QueryStore } from '../../../server/src/base/query.ts';

function words() {
  const text = fact<string, string>('text');
  const computed: string[] = [];
  const trimmed = answer('trimmed', (read, key: string) => {
    computed.push('trimmed');
    return (read(text, key) ?? '').trim();
  });
  const length = answer('length', (read, key: string) => {
    computed.push('length');
    return read(trimmed, key).length;
  });
  return { text, trimmed, length, computed, store: new QueryStore() };
}

test('an answer is computed once and again when a fact that it read changes', () => {
  const { text, length, computed, store } = words();
  store.set(text, 'a', 'one');
  expect(store.get(length, 'a')).toBe(3);
  expect(store.get(length, 'a')).toBe(3);
  expect(computed).toEqual(['length', 'trimmed']);
  store.set(text, 'a', 'three');
  expect(store.get(length, 'a')).toBe(5);
});

test('an answer equal to its predecessor wakes nobody', () => {
  const { text, length, computed, store } = words();
  store.set(text, 'a', 'one');
  store.get(length, 'a');
  store.set(text, 'a', ' one ');
  computed.length = 0;
  expect(store.get(length, 'a')).toBe(3);
  expect(computed).toEqual(['trimmed']);
});

test('a change elsewhere computes nothing', () => {
  const { text, length, computed, store } = words();
  store.set(text, 'a', 'one');
  store.get(length, 'a');
  store.set(text, 'b', 'two');
  computed.length = 0;
  store.get(length, 'a');
  expect(computed).toEqual([]);
});

test('what is forgotten is computed anew', () => {
  const { text, length, store } = words();
  store.set(text, 'a', 'one');
  store.get(length, 'a');
  store.forget('a');
  expect(store.get(length, 'a')).toBe(0);
});

/** An answer that goes on from what it begins with, so that one sees what that was. */
function diary() {
  const text = fact<string, string>('text');
  const seen = answer('seen', (read, key: string, before: readonly string[] | undefined): readonly string[] => [
    ...(before ?? []),
    read(text, key) ?? '',
  ]);
  return { text, seen, store: new QueryStore() };
}

test('the first answer about a key begins with what is known of one that it is like, and depends on nothing there', () => {
  const { text, seen, store } = diary();
  store.set(text, 'a', 'one');
  store.set(text, 'b', 'two');
  store.liken('b', 'a');
  expect(store.get(seen, 'a')).toEqual(['one']);
  expect(store.get(seen, 'b')).toEqual(['one', 'two']);
  store.set(text, 'a', 'three');
  expect(store.get(seen, 'b')).toEqual(['one', 'two']);
  store.set(text, 'b', 'four');
  expect(store.get(seen, 'b')).toEqual(['one', 'two', 'four']);
});

test('an answer begins with what is suggested, once, and says whether it is known', () => {
  const { text, seen, store } = diary();
  store.set(text, 'a', 'one');
  expect(store.isKnown(seen, 'a')).toBe(false);
  store.suggest(seen, 'a', ['none']);
  expect(store.get(seen, 'a')).toEqual(['none', 'one']);
  store.set(text, 'b', 'other');
  expect(store.isKnown(seen, 'a')).toBe(true);
  store.set(text, 'a', 'two');
  expect(store.isKnown(seen, 'a')).toBe(false);
  store.suggest(seen, 'a', ['some']);
  expect(store.get(seen, 'a')).toEqual(['some', 'two']);
  store.set(text, 'a', 'three');
  expect(store.get(seen, 'a')).toEqual(['some', 'two', 'three']);
});

test('an answer that depends on itself is our own bug', () => {
  const self: ReturnType<typeof answer<string, number>> = answer('self', (read, key: string) => read(self, key) + 1);
  expect(() => new QueryStore().get(self, 'a')).toThrow('depends on itself');
});

test('the previous value is handed in as a hint', () => {
  const text = fact<string, string>('text');
  const seen: (string | undefined)[] = [];
  const copy = answer('copy', (read, key: string, previous: string | undefined) => {
    seen.push(previous);
    return read(text, key) ?? '';
  });
  const store = new QueryStore();
  store.set(text, 'a', 'one');
  store.get(copy, 'a');
  store.set(text, 'a', 'two');
  store.get(copy, 'a');
  expect(seen).toEqual([undefined, 'one']);
});
