/** Shares that no weight states, written out: what the finding on them offers, from anywhere at the siblings. */
import { localText } from '../../base/locale.ts';
import { siblingsUnder } from '../../model/siblings.ts';
import { indicatorAt } from '../indicatorAt.ts';
import type { Refactor } from './refactoring.ts';

export const writeImplied: Refactor = (workspace, file, selection) => {
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  const here = indicatorAt(tree, system, selection.start)?.indicator;
  const siblings = here && siblingsUnder(system, here.parent).find(({ members }) => members.includes(here));
  if (siblings === undefined || here?.own.weight !== undefined) return [];
  const key = tree.rangeOf(siblings.entry.key);
  const finding = workspace
    .textFindings(file)
    .find(({ code, range }) => code === 'weight-implied' && range.start === key.start && range.end === key.end);
  const [fix] = finding?.fixes ?? [];
  const title = localText('Write the implied weights', '写明隐含的权重');
  return fix === undefined ? [] : [{ title, kind: 'rewrite', edits: fix.edits }];
};
