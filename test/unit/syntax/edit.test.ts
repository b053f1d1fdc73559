import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, type TextEdit } from '../../../server/src/base/text.ts';
import {
  insertEntry,
  quoteScalar,
  removeEntry,
  renameKey,
  replaceScalar,
  replaceValue,
} from '../../../server/src/syntax/edit.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import {
  entryOf,
  itemsOf,
  type MapNode,
  type ScalarNode,
  type Tree,
  valueAt,
} from '../../../server/src/syntax/tree.ts';

type Change = (tree: Tree, map: MapNode) => readonly TextEdit[];

function changed(before: string, mapOf: (tree: Tree) => unknown, change: Change): string {
  const tree = parse(before);
  return applyEdits(before, change(tree, mapOf(tree) as MapNode));
}

const rootMap = (tree: Tree) => tree.root;
const firstItem = (tree: Tree) => itemsOf(valueAt(tree.root, 'indicators'))[0];
const insert =
  (key: string, source: string, after?: string): Change =>
  (tree, map) =>
    insertEntry(tree, map, key, source, after === undefined ? {} : { after });
const remove =
  (key: string): Change =>
  (tree, map) =>
    removeEntry(tree, map, entryOf(map, key)!);

const aggregate = `indicators:
  - id: a   # first
    # how much
    weight: 50  # half
    indicators:
      - id: b
        name: |
          two
          lines
      # below b

# the end
tiers: []
`;

describe('insertEntry', () => {
  test('after a key, behind its comment', () => {
    expect(changed(aggregate, firstItem, insert('name', '管理', 'id'))).toBe(
      aggregate.replace('# first\n', '# first\n    name: 管理\n'),
    );
  });

  test('without a place it stays above nested blocks', () => {
    expect(changed(aggregate, firstItem, insert('name', '管理'))).toBe(
      aggregate.replace('# half\n', '# half\n    name: 管理\n'),
    );
  });

  test('after nested items, with lines of its own', () => {
    const after = aggregate.replace('          lines\n', '          lines\n    levels:\n      - x\n');
    expect(changed(aggregate, firstItem, insert('levels', '\n  - x', 'indicators'))).toBe(after);
  });

  test('at the end of a text without a last line end, and with CR LF', () => {
    expect(changed('a: 1', rootMap, insert('b', '2'))).toBe('a: 1\nb: 2');
    expect(changed('a: 1\r\nc: 3\r\n', rootMap, insert('b', '2', 'a'))).toBe('a: 1\r\nb: 2\r\nc: 3\r\n');
    expect(changed('\uFEFFa: 1\n', rootMap, insert('b', '2'))).toBe('\uFEFFa: 1\nb: 2\n');
  });

  test('after a block scalar that keeps its blank lines', () => {
    const before = 'a: |+\n  text\n\nc: 3\n';
    const after = changed(before, rootMap, insert('b', '2', 'a'));
    expect(after).toBe('a: |+\n  text\n\nb: 2\nc: 3\n');
    expect((valueAt(parse(after).root, 'a') as ScalarNode).value).toBe('text\n\n');
  });

  test('in flow maps: on one line, over lines, empty, with a comma at the end', () => {
    const of = (source: string) => changed(`m: ${source}\n`, tree => valueAt(tree.root, 'm'), insert('b', '2'));
    expect(of('{a: 1}')).toBe('m: {a: 1, b: 2}\n');
    expect(of('{}')).toBe('m: {b: 2}\n');
    expect(of('{a: 1, }')).toBe('m: {a: 1, b: 2, }\n');
    expect(of('{\n  a: 1 # c\n}')).toBe('m: {\n  a: 1,\n  b: 2 # c\n}\n');
  });

  test('quotes the key where it must', () => {
    expect(changed('a: 1\n', rootMap, insert('1: 2', 'x'))).toBe("a: 1\n'1: 2': x\n");
  });
});

describe('removeEntry', () => {
  test('takes its lines; comments on other lines stay', () => {
    expect(changed(aggregate, firstItem, remove('weight'))).toBe(aggregate.replace('    weight: 50  # half\n', ''));
    expect(changed(aggregate, firstItem, remove('indicators'))).toBe(
      'indicators:\n  - id: a   # first\n    # how much\n    weight: 50  # half\n      # below b\n\n# the end\ntiers: []\n',
    );
  });

  test('after a dash the next entry moves up, unless a comment stands between', () => {
    expect(changed('indicators:\n  - id: a\n    name: b\n', firstItem, remove('id'))).toBe(
      'indicators:\n  - name: b\n',
    );
    expect(changed(aggregate, firstItem, remove('id'))).toBe(aggregate.replace(' id: a   # first', ''));
    expect(changed('indicators:\n  - id: a\n', firstItem, remove('id'))).toBe('indicators:\n  - \n');
  });

  test('the last line of a text', () => {
    expect(changed('a: 1\nb: 2', rootMap, remove('b'))).toBe('a: 1');
    expect(changed('a: 1\r\nb: 2', rootMap, remove('b'))).toBe('a: 1');
  });

  test('in flow maps with one comma', () => {
    const of = (source: string, key: string) => changed(`m: ${source}\n`, tree => valueAt(tree.root, 'm'), remove(key));
    expect(of('{a: 1, b: 2, c: 3}', 'a')).toBe('m: {b: 2, c: 3}\n');
    expect(of('{a: 1, b: 2, c: 3}', 'b')).toBe('m: {a: 1, c: 3}\n');
    expect(of('{a: 1, b: 2, c: 3}', 'c')).toBe('m: {a: 1, b: 2}\n');
    expect(of('{a: 1, }', 'a')).toBe('m: { }\n');
    expect(of('{a: 1, # one\n  b: 2, }', 'b')).toBe('m: {a: 1, # one\n   }\n');
  });
});

describe('values and keys', () => {
  test('are replaced where they stand', () => {
    const replace: Change = (tree, map) => replaceScalar(tree, valueAt(map, 'weight') as ScalarNode, '60');
    expect(changed(aggregate, firstItem, replace)).toBe(aggregate.replace('weight: 50', 'weight: 60'));
    const rename: Change = (tree, map) => renameKey(tree, entryOf(map, 'weight')!, '权重');
    expect(changed(aggregate, firstItem, rename)).toBe(aggregate.replace('weight:', '权重:'));
  });

  test('a missing value is put behind its colon', () => {
    const set: Change = (tree, map) => replaceValue(tree, entryOf(map, 'a')!, '1');
    expect(changed('a: # c\nb: 2\n', rootMap, set)).toBe('a: 1 # c\nb: 2\n');
    expect(changed('{a, b: 2}', rootMap, set)).toBe('{a: 1, b: 2}');
    const fill: Change = tree => replaceScalar(tree, itemsOf(tree.root)[0] as ScalarNode, 'x');
    expect(changed('-\n- b\n', rootMap, fill)).toBe('- x\n- b\n');
  });
});

describe('quoteScalar', () => {
  test('leaves safe text plain', () => {
    for (const text of ['示例', 'a b', 'a:b', 'x#y', '-x', "it's", '2024-01-01', 'a/b'])
      expect(quoteScalar(text)).toBe(text);
    for (const text of ['', ' a', '12', '1e3', 'true', '~', '- a', 'a: b', 'a:', 'a #b', '*x', '[', 'a,b', '.5']) {
      expect(quoteScalar(text)).toBe(`'${text}'`);
    }
    expect(quoteScalar('a\nb')).toBe('"a\\nb"');
    expect(quoteScalar("'a")).toBe("'''a'");
  });

  test('reads back as the same string as value, flow item and key', () => {
    const odd = fc.constantFrom(
      '#',
      ': ',
      "'",
      '"',
      '\\',
      '\n',
      '\t',
      '-',
      '[',
      ',',
      '0x1',
      '.inf',
      '---',
      '?',
      '\uFEFF',
      '\u2028',
      '\u0085',
      '\r',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(odd, fc.string({ maxLength: 3 })), { maxLength: 5 }).map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(text, value => {
        const scalar = quoteScalar(value);
        const tree = parse(`- v: ${scalar}\n- [${scalar}, x]\n- ${scalar}: 1\n- {${scalar}: 1}\n`);
        expect(tree.errors).toEqual([]);
        const [inMap, inFlow, asKey, asFlowKey] = itemsOf(tree.root);
        expect((valueAt(inMap, 'v') as ScalarNode).value).toBe(value);
        expect((itemsOf(inFlow)[0] as ScalarNode).value).toBe(value);
        expect(entryOf(asKey, value)).toBeDefined();
        expect(entryOf(asFlowKey, value)).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });
});
