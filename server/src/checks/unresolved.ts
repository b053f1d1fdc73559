/** What the rules on references share: a name that leads to nothing, and the nearest one that leads somewhere. */
import { localText } from '../base/locale.ts';
import { nearest } from '../base/nearest.ts';
import type { Written } from '../model/written.ts';
import { quoteScalar } from '../syntax/edit.ts';
import type { Tree } from '../syntax/tree.ts';
import { isAnchored } from './edits.ts';
import type { Problem } from './rule.ts';

export function unresolvedProblem(
  tree: Tree,
  { value, node }: Written<string>,
  names: Iterable<string>,
  noun: { en: string; zh: string },
  within?: string,
): Problem {
  const near = nearest(value, names);
  const offer = near === undefined ? { en: '', zh: '' } : { en: `; did you mean ${near}?`, zh: `；是否想写 ${near}？` };
  return {
    at: node,
    message:
      within === undefined
        ? localText(`there is no ${noun.en} ${value}${offer.en}`, `没有${noun.zh}“${value}”${offer.zh}`)
        : localText(
            `there is no ${noun.en} ${value} in ${within}${offer.en}`,
            `“${within}”中没有${noun.zh}“${value}”${offer.zh}`,
          ),
    fixes:
      near === undefined || isAnchored(node)
        ? []
        : [
            {
              title: localText(`Replace by ${near}`, `替换为 ${near}`),
              edits: [{ range: tree.rangeOf(node), newText: quoteScalar(near) }],
              preferred: true,
            },
          ],
  };
}
