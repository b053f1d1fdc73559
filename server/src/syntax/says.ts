/** What a file says, apart from how it is laid out: two texts of one reading have the same values, anchors and comments. */
import type { Node, Tree } from './tree.ts';

export function says(tree: Tree): string {
  const comments = tree.comments().map(({ text }) => text);
  return JSON.stringify([tree.root === undefined ? null : written(tree.root), comments]);
}

function written(node: Node): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.style === 'plain' && !node.source.includes('\n') ? [node.value, node.source] : [node.value];
    case 'alias':
      return { alias: node.name };
    case 'sequence':
      return node.items.map(written);
    case 'map':
      return { map: node.entries.map(({ key, value }) => [written(key), value === undefined ? null : written(value)]) };
  }
}
