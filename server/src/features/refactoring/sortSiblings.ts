/** Siblings in the order of their weights, the heaviest first, each with its comments. */
import { compare } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import { parentIn } from '../../checks/words.ts';
import { weightNumbers } from '../../model/siblings.ts';
import { resolved } from '../../syntax/tree.ts';
import { itemLines } from './itemLines.ts';
import { type Refactor, siblingsSelected } from './refactoring.ts';

export const sortSiblings: Refactor = (workspace, file, selection) => {
  const tree = workspace.tree(file);
  const { siblings } = siblingsSelected(workspace, file, selection) ?? {};
  const list = resolved(siblings?.entry.value);
  if (siblings === undefined || list?.kind !== 'sequence' || tree.errors.length > 0) return [];
  const { members, bonuses, parent } = siblings;
  const numbers = weightNumbers(members, undefined);
  const lines = itemLines(tree, list);
  if (numbers === undefined || lines === undefined || members.length + bonuses.length !== list.items.length) return [];
  const span = { start: lines.ranges[0]!.start, end: lines.ranges.at(-1)!.end };
  const text = tree.text.slice(span.start, span.end);
  // An alias must come after what it repeats.
  if (/(^|[\s,[{])[&*][^\s,[\]{}]/.test(text)) return [];
  const weightOf = new Map(members.map((member, index) => [member.own.node, numbers[index]!]));
  const order = list.items
    .map((item, index) => ({ index, weight: item.kind === 'map' ? weightOf.get(item) : undefined }))
    .sort((a, b) => {
      if (a.weight === undefined || b.weight === undefined)
        return Number(a.weight === undefined) - Number(b.weight === undefined);
      return compare(b.weight, a.weight);
    });
  if (order.every(({ index }, position) => index === position)) return [];
  const newText = order
    .map(({ index }) => tree.text.slice(lines.ranges[index]!.start, lines.ranges[index]!.end))
    .join('');
  const title = localText(
    `Sort the indicators under ${parentIn(parent, 'en')} by weight`,
    `按权重排列“${parentIn(parent, 'zh-CN')}”下的指标`,
  );
  return [{ title, kind: 'rewrite', edits: [{ range: span, newText }] }];
};
