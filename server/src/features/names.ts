/**
 * The index of names: what is named where in a definition, by what kind, and which of the places define it. Names of
 * columns, units and groups live in the data; where those stand is another file's business.
 */
import type { TextRange } from '../base/text.ts';
import type { WrittenScalar } from '../schema/scalars.ts';
import type { Reference } from '../schema/schema.ts';
import { findUnit } from '../scoring/bind/bind.ts';
import { tierNamed } from '../scoring/conditions.ts';
import { isSamePlace, type ScalarNode } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';

export type NameKind = Reference | 'adjustment' | 'publication';

export interface NameUse {
  readonly kind: NameKind;
  /** As it is written. */
  readonly name: string;
  /** The group system of a group. */
  readonly group: string | undefined;
  readonly node: ScalarNode;
  readonly role: WrittenScalar['role'];
  readonly isDefinition: boolean;
  /** Where the name begins in the text of the scalar: a judgement (`a/b`) names two. */
  readonly from: number;
}

/** The name under an offset; at the border of two the latter. */
export function nameAt(workspace: Workspace, file: string, offset: number): NameUse | undefined {
  const tree = workspace.tree(file);
  const path = tree.pathAt(offset);
  const word = path.at(-1);
  if (word?.kind !== 'scalar') return undefined;
  const scalars = workspace.scalars(file);
  const piece = scalars.pieceOn(path);
  const scalar = piece && scalars.of(piece).find(({ node }) => isSamePlace(node, word));
  const uses = scalar === undefined ? [] : usesOf(workspace, file, scalar);
  return uses.findLast(use => rangeOfUse(workspace, file, use).start <= offset) ?? uses[0];
}

/** All places that name the same thing, in the order of the text. */
export function sameName(workspace: Workspace, file: string, name: NameUse): readonly NameUse[] {
  const wanted = identityOf(workspace, file, name);
  const found: NameUse[] = [];
  const scalars = workspace.scalars(file);
  for (const piece of scalars.pieces) {
    for (const scalar of scalars.of(piece)) {
      if (scalar.role === 'key') continue;
      for (const use of usesOf(workspace, file, scalar)) {
        if (use.kind === name.kind && identityOf(workspace, file, use) === wanted) found.push(use);
      }
    }
  }
  const tree = workspace.tree(file);
  const start = ({ node, from }: NameUse) => tree.rangeOf(node).start + from;
  return found.sort((a, b) => start(a) - start(b));
}

/** The text of the name itself; where it is written with escapes, all of the scalar. */
export function rangeOfUse(workspace: Workspace, file: string, { node, name, from }: NameUse): TextRange {
  const tree = workspace.tree(file);
  const { start, end } = tree.rangeOf(node);
  const quote = node.style === 'plain' || node.style === 'block' ? 0 : 1;
  const at = start + quote + from;
  return tree.source.slice(at, at + name.length) === name ? { start: at, end: at + name.length } : { start, end };
}

/** The text of a scalar as a name. */
export function textOfScalar({ style, source, value }: ScalarNode): string {
  return style === 'plain' ? source : String(value);
}

/** What the names of one thing have in common: a unit may go by its id or name, a tier by its name in any language. */
function identityOf(workspace: Workspace, file: string, { kind, name, group }: NameUse): string {
  switch (kind) {
    case 'unit':
      return findUnit(workspace.data(file), name)?.id ?? name;
    case 'tier': {
      const tier = tierNamed(workspace.system(file).tiers, name);
      return tier < 0 ? name : `#${tier}`;
    }
    case 'group-value':
      return JSON.stringify([group, name]);
    default:
      return name;
  }
}

function usesOf(workspace: Workspace, file: string, scalar: WrittenScalar): readonly NameUse[] {
  const { node, role, keys } = scalar;
  const name = textOfScalar(node);
  if (name === '' || node.value === null) return [];
  const defined = definedBy(scalar);
  const kind = defined ?? scalar.refersTo;
  if (kind !== undefined) {
    const group = kind === 'group-value' ? groupOf(workspace, file, scalar) : undefined;
    return [{ kind, name, group, node, role, isDefinition: defined !== undefined, from: 0 }];
  }
  const slash = keys.at(-1) === 'judgements' && role === 'own-key' ? name.indexOf('/') : -1;
  if (slash < 0) return [];
  const judged = (text: string, from: number): NameUse => ({
    ...{ kind: 'indicator', name: text.trim(), group: undefined, node, role, isDefinition: false },
    from: from + text.length - text.trimStart().length,
  });
  return [judged(name.slice(0, slash), 0), judged(name.slice(slash + 1), slash + 1)];
}

/** What a scalar gives its name to. */
export function definedBy({ role, keys }: WrittenScalar): NameKind | undefined {
  const path = keys.join('.');
  if (role === 'own-key') {
    if (path === 'units.groups') return 'group';
    return path === 'units.aliases' ? 'unit' : undefined;
  }
  if (role !== 'value') return undefined;
  if (isGroupValues(keys)) return 'group-value';
  if (keys[0] === 'tiers' && keys[1] === 'name') return 'tier';
  return definitions[path];
}

/** Group names may have dots. */
function isGroupValues(keys: readonly string[]): boolean {
  return keys.length === 4 && keys[0] === 'units' && keys[1] === 'groups' && keys[3] === 'values';
}

const definitions: Readonly<Record<string, NameKind>> = {
  'indicators.id': 'indicator',
  'data.id': 'data',
  'adjustments.id': 'adjustment',
  'publications.id': 'publication',
};

/** The group system that a group is of: the one that the key names, else the one that weights differ by. */
function groupOf(workspace: Workspace, file: string, { role, keys }: WrittenScalar): string | undefined {
  const { units, weightsBy } = workspace.system(file);
  if (isGroupValues(keys)) return keys[2];
  const under = keys.at(-1);
  const isNamed = role === 'value' && units.groups.some(({ id }) => id.value === under);
  return isNamed ? under : weightsBy?.value;
}
