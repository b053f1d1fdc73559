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
});
