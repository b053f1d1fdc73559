/** Conditions on units, and the claims of `expect`. */
import { entryOf, itemsOf, type Node } from '../syntax/tree.ts';
import type { Claim } from './claims.ts';
import type { Condition } from './units.ts';
import { decimal, entriesOf, integer, mapOf, read, readList, text } from './written.ts';

/** Keys of a condition that are not group systems. */
const ownKeys = new Set(['tier', 'column', 'equals', 'where', 'order']);

/** `{kind: 省级, tier: {atLeast: 良好级}, column: c, equals: 是}`; a nested `where:` adds to it. */
export function readCondition(node: Node | undefined): Condition {
  const nested = entryOf(node, 'where')?.value;
  const outer = nested === undefined ? undefined : readCondition(nested);
  const tierValue = entryOf(node, 'tier')?.value;
  const exact = read(node, 'tier', text);
  const orBetter = read(tierValue, 'atLeast', text);
  const name = exact ?? orBetter;
  const groups = entriesOf(node).flatMap(entry => {
    const group = entry.name;
    const value = read(node, group, text);
    return ownKeys.has(group) || value === undefined ? [] : [{ group, value, entry }];
  });
  return {
    groups: [...(outer?.groups ?? []), ...groups],
    tier: name === undefined ? outer?.tier : { name, orBetter: exact === undefined },
    column: read(node, 'column', text) ?? outer?.column,
    equals: read(node, 'equals', text) ?? outer?.equals,
    unread: outer?.unread ?? unreadPart(node),
  };
}

function unreadPart(node: Node | undefined): string | undefined {
  if (node !== undefined && mapOf(node) === undefined) return text(node) ?? 'where';
  const unread = entriesOf(node).find(entry => {
    const key = entry.name;
    if (key === 'where') return mapOf(entry.value) === undefined;
    if (key === 'tier' && mapOf(entry.value) !== undefined) return read(entry.value, 'atLeast', text) === undefined;
    return read(node, key, text) === undefined || (key === 'equals' && entryOf(node, 'column') === undefined);
  });
  return unread?.name;
}

export function readClaim(node: Node): Claim | undefined {
  const is = read(node, 'is', decimal);
  const decimals = read(node, 'decimals', integer)?.value;
  const kind = entriesOf(node).find(entry => claimKinds.has(entry.name));
  const subject = kind?.value;
  switch (kind?.name) {
    case 'count':
      return is && { kind: 'count', where: readCondition(subject), is };
    case 'share':
      return is && { kind: 'share', where: readCondition(subject), is, decimals: decimals ?? is.value.scale };
    case 'change': {
      const from = read(node, 'from', decimal);
      const where = readCondition(entryOf(subject, 'count')?.value);
      return is && from && { kind: 'change', where, from, is, decimals: decimals ?? is.value.scale };
    }
    case 'members': {
      const are = readList(node, 'are', text);
      if (are !== undefined && are.length < itemsOf(entryOf(node, 'are')?.value).length) return undefined;
      const order = read(subject, 'order', text) ?? read(node, 'order', text);
      return are && { kind: 'members', where: readCondition(subject), are, order };
    }
    case 'rank': {
      const unit = read(subject, 'unit', text);
      return is && unit && { kind: 'rank', unit, within: read(subject, 'within', text), is };
    }
    case 'score': {
      const unit = read(subject, 'unit', text);
      return is && unit && { kind: 'score', unit, indicator: read(subject, 'indicator', text), is, decimals };
    }
    default:
      return undefined;
  }
}

const claimKinds = new Set(['count', 'share', 'change', 'members', 'rank', 'score']);
