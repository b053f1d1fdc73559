import { describe, expect, test } from 'vitest';
import { parse } from '../../../server/src/syntax/parse.ts';
import { itemsOf, type Node, type Tree, valueOf } from '../../../server/src/syntax/tree.ts';

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
    const [service, open] = itemsOf(valueOf(tree.root, 'indicators'));
    expect(written(tree, valueOf(service, 'weight'))).toBe('60');
    expect(written(tree, open)).toBe('id: open\n    weight: 40');
    const leaves = itemsOf(valueOf(service, 'indicators'));
    expect(leaves.map(leaf => written(tree, valueOf(leaf, 'id')))).toEqual(['online', 'bad', 'good']);
    expect(written(tree, valueOf(tree.root, 'tiers'))).toBe('[{name: a}, {name: b}]');
    expect(tree.comments().map(comment => comment.text)).toEqual(['the framework', 'first', 'w', 'below']);
  });

  test('keeps the nodes of everything but the edited leaf and its ancestors', () => {
    const before = parse(definition);
    const after = parse(definition.replace('weight: 30', 'weight: 31'), before);
    const [serviceBefore, openBefore] = itemsOf(valueOf(before.root, 'indicators'));
    const [serviceAfter, openAfter] = itemsOf(valueOf(after.root, 'indicators'));
    expect(openAfter).toBe(openBefore);
    expect(valueOf(after.root, 'tiers')).toBe(valueOf(before.root, 'tiers'));
    expect(valueOf(serviceAfter, 'name')).toBe(valueOf(serviceBefore, 'name'));
    const leavesBefore = itemsOf(valueOf(serviceBefore, 'indicators'));
    const leavesAfter = itemsOf(valueOf(serviceAfter, 'indicators'));
    expect(leavesAfter.map((leaf, index) => leaf === leavesBefore[index])).toEqual([true, false, true]);
    expect(written(after, valueOf(leavesAfter[1], 'weight'))).toBe('31');
    expect(written(after, valueOf(openAfter, 'weight'))).toBe('40');
  });
});
