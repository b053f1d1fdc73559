/** The comments that silence one line: `# indicators-disable-next-line weight-zero, weight-range: 试评期不计分`. */
import type { LongText } from '../base/longText.ts';
import type { TextRange } from '../base/text.ts';
import type { Tree } from '../syntax/tree.ts';

export interface DisablingComment {
  readonly codes: readonly string[];
  readonly reason: string | undefined;
  readonly range: TextRange;
  /** The next line that is neither blank nor a comment. */
  readonly nextLine: TextRange;
}

/** The word that such a comment begins with. */
export const disablingMarker = 'indicators-disable-next-line';

export function disablingComments(tree: Tree): readonly DisablingComment[] {
  return tree.comments(disablingMarker).flatMap(({ range, text }) => {
    if (!text.startsWith(disablingMarker)) return [];
    const [names = '', ...reason] = text.slice(disablingMarker.length).split(/[:：]/);
    const codes = names.split(/[\s,，、]+/).filter(code => code !== '');
    const words = reason.join(':').trim();
    return [{ codes, reason: words === '' ? undefined : words, range, nextLine: nextLine(tree.source, range.end) }];
  });
}

function nextLine(text: LongText, after: number): TextRange {
  for (let { line } = text.positionAt(after); ; ) {
    line++;
    const start = text.offsetAt({ line, character: 0 });
    const end = text.offsetAt({ line, character: Number.POSITIVE_INFINITY });
    const words = text.slice(start, end).trim();
    if (start >= text.length || (words !== '' && !words.startsWith('#'))) return { start, end };
  }
}
