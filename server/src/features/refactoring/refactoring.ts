/** What may be rewritten where the selection is, without being wrong: one list for the editor. */
import type { LocalText } from '../../base/locale.ts';
import type { TextEdit, TextRange } from '../../base/text.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Siblings } from '../../model/siblings.ts';
import type { Place, Tree } from '../../syntax/tree.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { siblingsTouching } from '../touching.ts';

export interface Refactoring {
  readonly title: LocalText;
  readonly kind: 'rewrite' | 'extract';
  readonly edits: readonly TextEdit[];
}

/** Each file of this folder gives one; nothing where it does not apply. */
export type Refactor = (workspace: Workspace, file: string, selection: TextRange) => readonly Refactoring[];

export function touches(tree: Tree, place: Place, { start, end }: TextRange): boolean {
  const range = tree.rangeOf(place);
  return start <= range.end && range.start <= end;
}

/** The siblings whose `indicators` key the selection touches, or one of whose weights. */
export function siblingsSelected(
  workspace: Workspace,
  file: string,
  selection: TextRange,
): { readonly siblings: Siblings; readonly member: Indicator | undefined } | undefined {
  const tree = workspace.tree(file);
  for (const siblings of siblingsTouching(tree, workspace.system(file), selection)) {
    const { members, entry } = siblings;
    if (touches(tree, entry.key, selection)) return { siblings, member: undefined };
    const member = members.find(({ own }) => own.weight !== undefined && touches(tree, own.weight.entry, selection));
    if (member !== undefined) return { siblings, member };
  }
  return undefined;
}
