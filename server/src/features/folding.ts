/** What can be folded: entries and items of more than one line, and blocks of comments. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { MapEntry, Node, Tree } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function foldingRanges(workspace: Workspace, file: string): FoldingRange[] {
  const tree = workspace.tree(file);
  const { source } = tree;
  const lastLines = new Map<number, number>();
  const lineOf = (offset: number) => source.positionAt(offset).line;
  const visit = (part: Node | MapEntry) => {
    const { start, end } = tree.rangeOf(part);
    const [first, last] = [lineOf(start), lineOf(start + source.slice(start, end).trimEnd().length)];
    if (first === last) return;
    lastLines.set(first, Math.max(lastLines.get(first) ?? 0, last));
    for (const inner of partsOf(part.kind === 'entry' ? part.value : part)) visit(inner);
  };
  // What stands at the top is not folded as a whole.
  for (const part of partsOf(tree.root)) visit(part);
  const blocks = [...lastLines].map(([startLine, endLine]) => ({ startLine, endLine }));
  return [...blocks, ...commentBlocks(tree, lineOf)];
}

function partsOf(node: Node | undefined): readonly (Node | MapEntry)[] {
  if (node?.kind === 'map') return node.entries;
  return node?.kind === 'sequence' ? node.items : [];
}

function commentBlocks(tree: Tree, lineOf: (offset: number) => number): FoldingRange[] {
  const blocks: FoldingRange[] = [];
  for (const { range } of tree.comments()) {
    const isOwnLine = /(^|\n)[ \t]*$/.test(tree.source.slice(Math.max(0, range.start - 200), range.start));
    if (!isOwnLine) continue;
    const line = lineOf(range.start);
    const last = blocks.at(-1);
    if (last?.endLine === line - 1) last.endLine = line;
    else blocks.push({ startLine: line, endLine: line, kind: FoldingRangeKind.Comment });
  }
  return blocks.filter(({ startLine, endLine }) => endLine > startLine);
}
