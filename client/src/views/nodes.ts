/** The tree of a framework as a view walks it: up as well as down, each node with a key that survives edits. Pure. */
import type { FrameworkIndicator } from '../../../server/src/protocol/framework.ts';

export interface TreeNode {
  readonly indicator: FrameworkIndicator;
  readonly parent: TreeNode | undefined;
  /** Ids from level 1 down, `/service/online`; the second of two siblings with one id has `~2`. */
  readonly key: string;
  readonly children: readonly TreeNode[];
}

export function nodesOf(
  indicators: readonly FrameworkIndicator[],
  parent: TreeNode | undefined = undefined,
): readonly TreeNode[] {
  const counts = new Map<string, number>();
  return indicators.map(indicator => {
    const nth = (counts.get(indicator.id) ?? 0) + 1;
    counts.set(indicator.id, nth);
    const name = encodeURIComponent(indicator.id) + (nth === 1 ? '' : `~${nth}`);
    const children: TreeNode[] = [];
    const node: TreeNode = { indicator, parent, key: `${parent?.key ?? ''}/${name}`, children };
    children.push(...nodesOf(indicator.children ?? [], node));
    return node;
  });
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The innermost node whose text holds the place; of an indicator, its whole first and last lines. */
export function nodeAt(nodes: readonly TreeNode[], place: Place): TreeNode | undefined {
  const node = nodes.findLast(({ indicator: { range } }) => isIn(range, place)) ?? nodes.findLast(onLines(place));
  return node && (nodeAt(node.children, place) ?? node);
}

function isIn({ start, end }: FrameworkIndicator['range'], { line, character }: Place): boolean {
  const isAfterStart = line > start.line || (line === start.line && character >= start.character);
  return isAfterStart && (line < end.line || (line === end.line && character <= end.character));
}

function onLines({ line }: Place): (node: TreeNode) => boolean {
  return ({ indicator: { range } }) => range.start.line <= line && line <= range.end.line;
}

/** Weight and effective weight, the second alone where they say the same: `70 · 42 %`, `60 %`. Fractions are left out. */
export function weightsText({ weight, effective: exact }: FrameworkIndicator): string {
  const effective = exact.replace(/ \(.*\)$/, '');
  const isSaid = effective.replace(/ ?%$/, '') === weight;
  return [isSaid ? '' : weight, effective].filter(Boolean).join(' · ');
}
