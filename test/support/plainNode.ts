/** All that a node says, with its places, as plain data; without its piece. */
import type { MapEntry, Node } from '../../server/src/syntax/tree.ts';

export function plainNode(node: Node | undefined): unknown {
  if (node === undefined) return null;
  const { kind, start, end } = node;
  switch (node.kind) {
    case 'scalar':
      return { kind, start, end, style: node.style, value: node.value, source: node.source };
    case 'alias':
      return { kind, start, end, name: node.name, target: node.target && [node.target.start, node.target.end] };
    case 'map':
      return { kind, start, end, style: node.style, entries: node.entries.map(plainEntry) };
    case 'sequence':
      return { kind, start, end, style: node.style, items: node.items.map(plainNode) };
  }
}

function plainEntry({ kind, start, end, name, key, value }: MapEntry): unknown {
  return { kind, start, end, name, key: plainNode(key), value: plainNode(value) };
}
