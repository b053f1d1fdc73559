/** What the systems of one file hand on must never show. */
import { expect, test } from 'vitest';
import { readSystem } from '../../../server/src/model/read.ts';
import { idOf } from '../../../server/src/model/select.ts';
import type { Selection } from '../../../server/src/model/system.ts';
import { parse } from '../../../server/src/syntax/parse.ts';

const text = 'indicatorSystem: 1\nid: d\nindicators:\n  - id: a\n  - id: a\n  - id: b\n';

test('indicators that were gone for a while are found again', () => {
  const first = readSystem(parse(text));
  expect(first.framework.sharing(idOf)).toHaveLength(2);
  const none = readSystem(parse('indicatorSystem: 1\nid: d\n', parse(text)), first);
  expect(none.framework.has(idOf, 'b')).toBe(false);
  const again = readSystem(parse(text.replace('id: b', 'id: c')), none);
  expect(again.framework.sharing(idOf)).toHaveLength(2);
  expect(again.framework.has(idOf, 'c')).toBe(true);
});

test('more selections than a number has bits are told as the first ones are', () => {
  const nested = 'indicatorSystem: 1\nid: d\nindicators:\n  - id: a\n    indicators:\n      - id: b\n      - id: c\n';
  const { framework } = readSystem(parse(nested));
  const selections = Array.from({ length: 40 }, (_, nth): Selection => {
    return ({ id }) => id?.value === ['a', 'b', 'none'][nth % 3];
  });
  for (const round of [1, 2]) {
    const found = selections.map(selection =>
      framework
        .having(selection)
        .map(({ id }) => id)
        .join(),
    );
    expect(found, `round ${round}`).toEqual(selections.map((_, nth) => ['a', 'b', ''][nth % 3]));
    expect(selections.map(selection => framework.hasAny(selection))).toEqual(found.map(ids => ids !== ''));
  }
});
