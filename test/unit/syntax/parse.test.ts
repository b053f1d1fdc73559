import { describe, expect, test } from 'vitest';
import { parse } from '../../../server/src/syntax/parse.ts';
import { itemsOf, type Node, type Tree, valueAt } from '../../../server/src/syntax/tree.ts';

const definition = `indicatorSystem: 1
id: demo
indicators: # the framework
  # first
  - id: service
    name: 服务
    weight: 60
    indicators:
      - {id: online, weight: 70, range: [0, 100]}
      - id: bad
        weight: 30   # w
      - id: good
  - id: open
    weight: 40

# below
tiers: [{name: a}, {name: b}]
`;

function written(tree: Tree, node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  const { start, end } = tree.rangeOf(node);
  return tree.text.slice(start, end);
}

describe('parse', () => {
  test('gives values and where they stand', () => {
    const tree = parse(definition);
    expect(tree.errors).toEqual([]);
    const [service, open] = itemsOf(valueAt(tree.root, 'indicators'));
    expect(written(tree, valueAt(service, 'weight'))).toBe('60');
    expect(written(tree, open)).toBe('id: open\n    weight: 40');
    const leaves = itemsOf(valueAt(service, 'indicators'));
    expect(leaves.map(leaf => written(tree, valueAt(leaf, 'id')))).toEqual(['online', 'bad', 'good']);
    expect(written(tree, valueAt(tree.root, 'tiers'))).toBe('[{name: a}, {name: b}]');
    expect(tree.comments().map(comment => comment.text)).toEqual(['the framework', 'first', 'w', 'below']);
  });

  test('keeps the nodes of everything but the edited leaf and its ancestors', () => {
    const before = parse(definition);
    const after = parse(definition.replace('weight: 30', 'weight: 31'), before);
    const [serviceBefore, openBefore] = itemsOf(valueAt(before.root, 'indicators'));
    const [serviceAfter, openAfter] = itemsOf(valueAt(after.root, 'indicators'));
    expect(openAfter).toBe(openBefore);
    expect(valueAt(after.root, 'tiers')).toBe(valueAt(before.root, 'tiers'));
    expect(valueAt(serviceAfter, 'name')).toBe(valueAt(serviceBefore, 'name'));
    const leavesBefore = itemsOf(valueAt(serviceBefore, 'indicators'));
    const leavesAfter = itemsOf(valueAt(serviceAfter, 'indicators'));
    expect(leavesAfter.map((leaf, index) => leaf === leavesBefore[index])).toEqual([true, false, true]);
    expect(written(after, valueAt(leavesAfter[1], 'weight'))).toBe('31');
    expect(written(after, valueAt(openAfter, 'weight'))).toBe('40');
  });

  test('keeps the nodes of all other items when one is added, taken out or moved in the text', () => {
    const before = parse(definition);
    const [service, open] = itemsOf(valueAt(before.root, 'indicators'));
    const added = parse(definition.replace('  - id: open', '  - id: new\n    weight: 1\n  - id: open'), before);
    expect(itemsOf(valueAt(added.root, 'indicators')).map(item => [service, open].indexOf(item))).toEqual([0, -1, 1]);
    const removed = parse(definition, added);
    expect(itemsOf(valueAt(removed.root, 'indicators'))).toEqual([service, open]);
    expect(itemsOf(valueAt(removed.root, 'indicators'))[1]).toBe(open);
    const moved = parse(`# above\n${definition}`, before);
    expect(itemsOf(valueAt(moved.root, 'indicators'))).toEqual([service, open]);
    expect(itemsOf(valueAt(moved.root, 'indicators'))[0]).toBe(service);
    expect(written(moved, valueAt(open, 'weight'))).toBe('40');
    expect(parse(definition, before)).toBe(before);
  });

  test('keeps the leaves around one that is broken while typing', () => {
    const before = parse(definition);
    const broken = parse(definition.replace('weight: 30   # w', 'weight: "30'), before);
    expect(broken.errors.map(error => error.code)).toEqual(['unclosed-quote']);
    const leaves = (tree: Tree) => itemsOf(valueAt(itemsOf(valueAt(tree.root, 'indicators'))[0], 'indicators'));
    expect(leaves(broken).map((leaf, index) => leaf === leaves(before)[index])).toEqual([true, false, true]);
  });

  test('numbers keep their writing; texts and keys are what YAML 1.2 says', () => {
    const tree = parse('a: 12.50\nb: 0x1F\nc: yes\nd: ~\ne: "1"\nf: 1e3\ng: .5\nh: True\n是: 否\ni:\n');
    const value = (key: string) => {
      const node = valueAt(tree.root, key);
      return node?.kind === 'scalar' ? [node.value, node.source, node.style] : node;
    };
    expect(value('a')).toEqual([12.5, '12.50', 'plain']);
    expect(value('b')).toEqual([31, '0x1F', 'plain']);
    expect(value('c')).toEqual(['yes', 'yes', 'plain']);
    expect(value('d')).toEqual([null, '~', 'plain']);
    expect(value('e')).toEqual(['1', '1', 'double-quoted']);
    expect(value('f')).toEqual([1000, '1e3', 'plain']);
    expect(value('g')).toEqual([0.5, '.5', 'plain']);
    expect(value('h')).toEqual([true, 'True', 'plain']);
    expect(value('是')).toEqual(['否', '否', 'plain']);
    expect(value('i')).toBeUndefined();
  });

  test('of two equal keys the first counts', () => {
    const tree = parse('weight: 1\nweight: 2\n');
    expect(valueAt(tree.root, 'weight')).toMatchObject({ value: 1 });
    expect(tree.errors.map(error => tree.rangeOf(error.place))).toEqual([{ start: 10, end: 16 }]);
  });

  test('aliases point at what is anchored', () => {
    const tree = parse('base: &b {weight: 1}\nindicators:\n  - *b\n');
    const [item] = itemsOf(valueAt(tree.root, 'indicators'));
    expect(item).toMatchObject({ kind: 'alias', name: 'b' });
    expect(valueAt(item, 'weight')).toMatchObject({ value: 1 });
    expect(tree.aliasExpansion).toBe(3);
  });

  test('a byte-order mark and CR LF are read over', () => {
    const tree = parse(`\uFEFF${definition.replaceAll('\n', '\r\n')}`);
    expect(tree.errors).toEqual([]);
    const [service] = itemsOf(valueAt(tree.root, 'indicators'));
    expect(written(tree, valueAt(service, 'name'))).toBe('服务');
    expect(tree.comments().map(comment => comment.text)).toEqual(['the framework', 'first', 'w', 'below']);
  });

  test('texts without content', () => {
    for (const text of ['', '\n', '# only a comment\n', '\uFEFF', '  \n\n']) {
      expect(parse(text)).toMatchObject({ root: undefined, errors: [], aliasExpansion: 0 });
    }
  });

  test('white space alone in the last line is no mistake, wherever a comment before it stands', () => {
    for (const comment of ['', '# c\n', '   # c\n', '      # c\n', '         # c\n']) {
      for (const end of ['\t', ' \t ', '      \t', '\t\n']) {
        for (const key of ['indicators', 'units']) {
          expect(parse(`${key}:\n  - id: a\n    ${key}:\n      - id: b\n${comment}${end}`).errors).toEqual([]);
        }
      }
    }
  });

  test('the path to an offset goes through nested items', () => {
    const tree = parse(definition);
    const path = tree.pathAt(definition.indexOf('30') + 1);
    expect(path.map(node => node.kind)).toEqual([
      'map',
      'entry',
      'sequence',
      'map',
      'entry',
      'sequence',
      'map',
      'entry',
      'scalar',
    ]);
    expect(tree.pathAt(definition.indexOf('# below')).map(node => node.kind)).toEqual(['map']);
  });
});
