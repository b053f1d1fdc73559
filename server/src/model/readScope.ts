/** Whose values a method learns from, read from `over`. */
import type { Node } from '../syntax/tree.ts';
import type { Scope } from './units.ts';
import { entriesOf, oneOf, readNode, text } from './written.ts';

export function scope(node: Node): Scope | undefined {
  const word = oneOf('all', 'eligible')(node);
  if (word !== undefined) return { kind: word };
  const entries = entriesOf(node);
  const groups = entries.flatMap(entry => {
    const value = entry.value && readNode(entry.value, text);
    return value === undefined ? [] : [{ group: entry.name, value, entry }];
  });
  return groups.length === 0 || groups.length < entries.length ? undefined : { kind: 'groups', groups };
}
