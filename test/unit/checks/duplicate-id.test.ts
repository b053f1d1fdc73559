import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['duplicate-id', 'duplicate-name'];

test('the second and the third, anywhere in the tree', () => {
  expectFindings(
    `indicators:
  - id: a
    name: A
    indicators:
      - {id: b, name: B}
      - {id: "a", name: C}
             ^^^ error duplicate-id: the id a is taken by A
  - {id: b, name: D}
         ^ error duplicate-id: the id b is taken by B
  - {id: b, name: E}
         ^ error duplicate-id: the id b is taken by B
`,
    { codes },
  );
});

test('a copied block is one mistake', () => {
  expectFindings(
    `indicators:
  - {id: online, name: 网办率}
  - {id: online, name: 网办率}
         ^^^^^^ error duplicate-id: id online 已用于“网办率”
`,
    { codes, locale: 'zh-CN' },
  );
});

test('the new name is free, and the leaf keeps its column', () => {
  const text = 'indicators:\n  - {id: a, name: A}\n  - {id: a-2, name: B}\n  - id: a # 二\n    name: C\n';
  expect(fixed(text, 'duplicate-id')).toBe(
    'indicators:\n  - {id: a, name: A}\n  - {id: a-2, name: B}\n  - id: a-3 # 二\n    column: a\n    name: C\n',
  );
  const aggregate = 'indicators:\n  - {id: a}\n  - {id: a, indicators: [{id: b, column: c}, {id: b, column: d}]}\n';
  expect(fixed(aggregate, 'duplicate-id')).toBe(aggregate.replace('id: a, ind', 'id: a-2, ind'));
});

test('indicators that an alias repeats have no fix: it would change both', () => {
  const text = 'indicators:\n  - {id: a, indicators: &list [{id: x}]}\n  - {id: b, indicators: *list}\n';
  expect(() => fixed(text, 'duplicate-id')).toThrow('no fix');
});

test('entries of other lists have ids too; a list does not know the other’s', () => {
  expectFindings(
    `data: [{id: main, path: a.csv}, {id: main, path: b.csv}]
                                     ^^^^ error duplicate-id: the id main is taken
indicators:
  - {id: k, name: K}
adjustments:
  - {id: k, kind: bonus}
  - {id: k, kind: veto}
         ^ error duplicate-id: the id k is taken
publications: [{id: k, title: A}, {id: p, title: B}, {id: p, title: C}]
                                                          ^ error duplicate-id: the id p is taken
`,
    { codes },
  );
});
