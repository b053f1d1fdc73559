/** The comments that silence one line: `# indicators-disable-next-line weight-zero, weight-range: 试评期不计分`. */
import type { TextRange } from '../base/text.ts';
import type { Tree } from '../syntax/tree.ts';

export interface DisablingComment {
  readonly codes: readonly string[];
  readonly reason: string | undefined;
  readonly range: TextRange;
  /** The next line that is neither blank nor a comment. */
  readonly nextLine: TextRange;
}

const marker = 'indicators-disable-next-line';

export function disablingComments(tree: Tree): readonly DisablingComment[] {
  if (!tree.text.includes(marker)) return [];
  return tree.comments().flatMap(({ range, text }) => {
    if (!text.startsWith(marker)) return [];
    const [names = '', ...reason] = text.slice(marker.length).split(/[:：]/);
    const codes = names.split(/[\s,，、]+/).filter(code => code !== '');
    const words = reason.join(':').trim();
    return [{ codes, reason: words === '' ? undefined : words, range, nextLine: nextLine(tree.text, range.end) }];
  });
}

function nextLine(text: string, after: number): TextRange {
  let start = lineEnd(text, after) + 1;
  while (start < text.length) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end).trim();
    if (line !== '' && !line.startsWith('#')) return { start, end };
    start = end + 1;
  }
  return { start: text.length, end: text.length };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
