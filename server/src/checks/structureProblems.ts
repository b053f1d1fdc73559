/** What the rules on structure share: the schema's problems of one code, with the edits that mend them. */
import type { Fix } from '../base/finding.ts';
import { localText } from '../base/locale.ts';
import type { StructureEdit, StructureProblem } from '../schema/structure.ts';
import { entryOf, isSamePlace, type Tree } from '../syntax/tree.ts';
import type { Problem, TextContext } from './rule.ts';

export function structureProblems(
  { tree, structure }: TextContext,
  code: StructureProblem['code'],
  isMeant: (problem: StructureProblem) => boolean = () => true,
): readonly Problem[] {
  return structure
    .filter(problem => problem.code === code && isMeant(problem))
    .map(({ place, message, edit }) => ({ at: place, message, fixes: edit === undefined ? [] : [fixOf(tree, edit)] }));
}

/** `robustness:` changes no score, so that it may wait. */
export function isAboutRobustness({ tree }: TextContext, { place }: StructureProblem): boolean {
  const entry = entryOf(tree.root, 'robustness');
  return entry !== undefined && isSamePlace(place, entry.key);
}

export function fixOf(tree: Tree, edit: StructureEdit): Fix {
  if (edit.kind === 'rename-key') {
    return {
      title: localText(`Rename to ${edit.newKey}`, `改为 ${edit.newKey}`),
      edits: [{ range: tree.rangeOf(edit.entry.key), newText: edit.newKey }],
      preferred: true,
    };
  }
  return {
    title: localText(`Write ${edit.newText}`, `改写为 ${edit.newText}`),
    edits: [{ range: tree.rangeOf(edit.node), newText: edit.newText }],
    preferred: true,
  };
}
