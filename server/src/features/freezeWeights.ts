/** Refactoring: weights that are computed become weights that are written. */
import type { Locale } from '../base/locale.ts';
import type { TextEdit, TextRange } from '../base/text.ts';
import { frozenWeights } from '../checks/frozenWeights.ts';
import type { Indicator } from '../model/system.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface Refactoring {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** For each `weighting` that the selection touches. */
export function freezeWeights(
  workspace: Workspace,
  file: string,
  selection: TextRange,
  locale: Locale,
): readonly Refactoring[] {
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  const parents: readonly (Indicator | undefined)[] = [undefined, ...system.indicators];
  return parents.flatMap(parent => {
    const weighting = (parent?.own ?? system.aggregate).weighting;
    if (weighting === undefined) return [];
    const { start, end } = tree.rangeOf(weighting.entry);
    if (selection.start > end || selection.end < start) return [];
    const frozen = frozenWeights(tree, system, workspace.scoring(file), parent);
    return frozen === undefined ? [] : [{ title: frozen.title[locale], edits: frozen.edits }];
  });
}
