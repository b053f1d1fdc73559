/**
 * Text positions and text edits. Positions are UTF-16 offsets into one text; lines and characters are made from them
 * only in `features` and in output formats. Knows nothing of YAML or of indicators.
 */

/** Half-open range of UTF-16 offsets: `start` inclusive, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Replaces `range` of the old text by `newText`. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** A position as editors count: both zero-based, `character` in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Applies edits whose ranges are all of the old text and do not overlap. Equal starts keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => a.edit.range.start - b.edit.range.start || a.index - b.index);
  let result = '';
  let position = 0;
  for (const { edit } of ordered) {
    if (edit.range.start < position) throw new Error('text edits overlap');
    result += text.slice(position, edit.range.start) + edit.newText;
    position = edit.range.end;
  }
  return result + text.slice(position);
}

/** Offsets of the line starts of a text; line ends are LF, CR LF and CR. The first line starts at 0. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}

/** The line and character of an offset, by binary search in the line starts; an offset outside is clamped. */
export function positionAt(starts: readonly number[], offset: number): LinePosition {
  const wanted = Math.max(0, offset);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: wanted - starts[low]! };
}

/** The offset of a line and character; a line beyond the last clamps to the text's end. */
export function offsetAt(starts: readonly number[], textLength: number, position: LinePosition): number {
  if (position.line >= starts.length) return textLength;
  const start = starts[Math.max(0, position.line)]!;
  const end = starts[position.line + 1] ?? textLength;
  return Math.min(start + Math.max(0, position.character), end);
}
