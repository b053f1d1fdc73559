/** Refactoring: weights that are computed become weights that are written. */
import type { TextRange } from '../../base/text.ts';
import { frozenWeights } from '../../checks/frozenWeights.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { indicatorsTouching } from '../touching.ts';
import type { Refactoring } from './refactoring.ts';

/** For each `weighting` that the selection touches. */
export function freezeWeights(workspace: Workspace, file: string, selection: TextRange): readonly Refactoring[] {
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  const parents: readonly (Indicator | undefined)[] = [undefined, ...indicatorsTouching(tree, system, selection)];
  return parents.flatMap(parent => {
    const weighting = (parent?.own ?? system.aggregate).weighting;
    if (weighting === undefined) return [];
    const { start, end } = tree.rangeOf(weighting.entry);
    if (selection.start > end || selection.end < start) return [];
    const frozen = frozenWeights(tree, system, workspace.scoring(file), parent);
    return frozen === undefined ? [] : [{ ...frozen, kind: 'rewrite' }];
  });
}
