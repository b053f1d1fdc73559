/** What the systems of one file hand on must never show. */
import { expect, test } from 'vitest';
import { readSystem } from '../../../server/src/model/read.ts';
import { idOf } from '../../../server/src/model/select.ts';
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
