/** Blanks within lines and at their ends: one after a colon, a dash and a comma, none inside brackets and behind a line. */
import { lineStarts, positionAt, type TextEdit, type TextRange } from '../base/text.ts';
import type { MapEntry, Node, Tree } from '../syntax/tree.ts';

export function spacing(tree: Tree): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const texts: TextRange[] = []; // scalars of several lines: what is blank in them is theirs
  const { text } = tree;
  const set = (start: number, end: number, newText: string) => {
    if (text.slice(start, end) !== newText) edits.push({ range: { start, end }, newText });
  };
  /** Replaces what lies between two parts, where it is only blanks around `mark`. */
  const between = (start: number, end: number, mark: string, newText: string) => {
    const gap = text.slice(start, end);
    if (/^[ \t]*$/.test(gap.replace(mark, '')) && gap.includes(mark)) set(start, end, newText);
  };
  /** A comma, maybe at the end of a line. */
  const afterPart = (start: number, next: number) => {
    const blanks = /^[ \t]+(?=,[ \t]*\r?\n)/.exec(text.slice(start, next))?.[0];
    if (blanks !== undefined) set(start, start + blanks.length, '');
    else between(start, next, ',', ', ');
  };
  const visit = (part: Node | MapEntry) => {
    const { start, end } = tree.rangeOf(part);
    if (part.kind === 'scalar') {
      if (text.slice(start, end).includes('\n')) texts.push({ start, end });
    } else if (part.kind === 'entry') {
      visit(part.key);
      if (part.value === undefined) return;
      const value = tree.rangeOf(part.value);
      if (value.end > value.start) between(tree.rangeOf(part.key).end, value.start, ':', ': ');
      visit(part.value);
    } else if (part.kind !== 'alias') {
      const inner: readonly (Node | MapEntry)[] = part.kind === 'map' ? part.entries : part.items;
      if (part.style === 'flow' && /[{[]/.test(text[start] ?? '')) flowSpacing(inner.map(each => tree.rangeOf(each)));
      for (const each of inner) visit(each);
      function flowSpacing(ranges: readonly TextRange[]): void {
        const [first, last] = [ranges[0], ranges.at(-1)];
        if (first === undefined || last === undefined) return;
        between(start, first.start, text[start]!, text[start]!);
        between(last.end, end, text[end - 1]!, text[end - 1]!);
        ranges.slice(1).forEach((range, index) => {
          afterPart(ranges[index]!.end, range.start);
        });
      }
    }
  };
  if (tree.root !== undefined) visit(tree.root);
  return [...edits, ...lineEnds(text, texts)];
}

function lineEnds(text: string, texts: readonly TextRange[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const starts = lineStarts(text);
  const kept = new Set<number>();
  for (const { start, end } of texts) {
    for (let { line } = positionAt(starts, start); line <= positionAt(starts, end).line; line++) kept.add(line);
  }
  starts.forEach((start, line) => {
    if (kept.has(line)) return;
    const content = text.slice(start, starts[line + 1] ?? text.length).replace(/\r?\n$|\r$/, '');
    const from = start + content.trimEnd().length;
    if (from < start + content.length) edits.push({ range: { start: from, end: start + content.length }, newText: '' });
  });
  return edits;
}
