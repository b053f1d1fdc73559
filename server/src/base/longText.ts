/**
 * A text as a value, kept in parts: an edit makes a new text that shares all parts but those around the edit, so that a
 * key in a long text costs what a key in a short one does. Offsets are UTF-16; lines end with LF, CR LF and CR.
 */
import type { LinePosition, TextRange } from './text.ts';

/** What differs between two texts: `[start, oldEnd)` of the old one has become `[start, newEnd)` of the new one. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** No part is empty, and none ends between a CR and its LF. */
interface Part {
  readonly text: string;
  /** After each line end, once that was asked for; the parts that a text shares with its predecessor keep it. */
  breaks: Uint16Array | undefined;
}

/** Which parts a text was made from by one edit, and what that changed: looked for again it would be found slowly. */
interface Edit {
  readonly of: readonly Part[];
  readonly change: TextChange | undefined;
}

const usualLength = 2048;

export class LongText {
  readonly length: number;
  private readonly parts: readonly Part[];
  /** Of each part, and of the text's end: the offset. */
  private readonly starts: Uint32Array;
  /** Of the same: how many lines end before, once that was asked for. */
  private knownLines: Uint32Array | undefined;
  private whole: string | undefined;
  private edit: Edit | undefined;

  static of(text: string | LongText): LongText {
    if (typeof text !== 'string') return text;
    const parts = partsOf(text);
    const made = new LongText(parts, spliced(nothing, 0, 0, parts.map(lengthOf)));
    made.whole = text;
    return made;
  }

  private constructor(parts: readonly Part[], starts: Uint32Array) {
    this.parts = parts;
    this.starts = starts;
    this.length = starts[parts.length]!;
  }

  toString(): string {
    this.whole ??= this.parts.map(({ text }) => text).join('');
    return this.whole;
  }

  slice(start: number, end: number): string {
    const [from, to] = [Math.max(0, start), Math.min(end, this.length)];
    if (from >= to) return '';
    let index = lastNotAbove(this.starts, from);
    let text = this.parts[index]!.text.slice(from - this.starts[index]!, to - this.starts[index]!);
    for (index++; index < this.parts.length && this.starts[index]! < to; index++) {
      text += this.parts[index]!.text.slice(0, to - this.starts[index]!);
    }
    return text;
  }

  /** With `range` replaced. */
  edited({ start, end }: TextRange, newText: string): LongText {
    if (this.parts.length === 0) return LongText.of(newText);
    const [first, after] = this.partsAround(start, end, newText.length);
    const [from, to] = [this.starts[first]!, this.starts[after]!];
    const text = this.slice(from, start) + newText + this.slice(end, to);
    const parts = after - first === 1 ? [{ text, breaks: undefined }] : partsOf(text);
    const now = this.parts.toSpliced(first, after - first, ...parts);
    const made = new LongText(now, spliced(this.starts, first, after, parts.map(lengthOf)));
    made.knownLines = this.knownLines && spliced(this.knownLines, first, after, parts.map(nLinesOf));
    made.edit = { of: this.parts, change: changeOf(this.slice(start, end), newText, start) };
    return made;
  }

  /**
   * Which parts are cut anew, up to the second: one alone where the edit is well inside it and leaves it of a fair length.
   * Else those around come too, so that none is small for long and no CR loses its LF.
   */
  private partsAround(start: number, end: number, newLength: number): readonly [number, number] {
    const [first, last] = [lastNotAbove(this.starts, start), lastNotAbove(this.starts, end)];
    const [from, to] = [this.starts[first]!, this.starts[first + 1] ?? this.length];
    const length = to - from + newLength - (end - start);
    const isInside = first === last && start > from && end < to;
    if (isInside && length >= usualLength / 2 && length <= usualLength * 2) return [first, first + 1];
    return [Math.max(0, first - 1), Math.min(this.parts.length, last + 2)];
  }

  /** What has changed since another text, as one stretch; `undefined` where they are equal. */
  changeSince(old: LongText): TextChange | undefined {
    if (this.edit?.of === old.parts) return this.edit.change;
    const most = Math.min(this.parts.length, old.parts.length);
    let front = 0;
    while (front < most && isSame(this.parts[front]!, old.parts[front]!)) front++;
    if (front === this.parts.length && front === old.parts.length) return undefined;
    let back = 0;
    while (back < most - front && isSame(this.parts.at(-1 - back)!, old.parts.at(-1 - back)!)) back++;
    const from = this.starts[front]!;
    const nAfter = this.length - this.starts[this.parts.length - back]!;
    const [now, then] = [this.slice(from, this.length - nAfter), old.slice(from, old.length - nAfter)];
    return changeOf(then, now, from);
  }

  /** An offset outside is clamped. */
  positionAt(offset: number): LinePosition {
    const at = Math.max(0, Math.min(offset, this.length));
    if (this.parts.length === 0) return { line: 0, character: 0 };
    const index = Math.min(lastNotAbove(this.starts, at), this.parts.length - 1);
    const [start, breaks] = [this.starts[index]!, breaksOf(this.parts[index]!)];
    const nBefore = numberNotAbove(breaks, at - start);
    const line = this.lines[index]! + nBefore;
    return { line, character: at - (nBefore > 0 ? start + breaks[nBefore - 1]! : this.startOf(line)) };
  }

  /** The offset at which the line of an offset starts. */
  lineStart(offset: number): number {
    const at = Math.max(0, Math.min(offset, this.length));
    return at - this.positionAt(at).character;
  }

  /** A character beyond the line's end is its end, a line beyond the last the text's end. */
  offsetAt({ line, character }: LinePosition): number {
    if (line > this.lines[this.parts.length]!) return this.length;
    const start = this.startOf(Math.max(0, line));
    const next = line === this.lines[this.parts.length] ? this.length : this.startOf(line + 1);
    const end = next - /(\r\n|\r|\n)?$/.exec(this.slice(Math.max(start, next - 2), next))![0].length;
    return Math.min(start + Math.max(0, character), end);
  }

  private get lines(): Uint32Array {
    this.knownLines ??= spliced(nothing, 0, 0, this.parts.map(nLinesOf));
    return this.knownLines;
  }

  /** The offset at which a line starts that there is. */
  private startOf(line: number): number {
    if (line === 0) return 0;
    const index = lastNotAbove(this.lines, line - 1);
    return this.starts[index]! + breaksOf(this.parts[index]!)[line - 1 - this.lines[index]!]!;
  }
}

const nothing = new Uint32Array(1);
const lengthOf = ({ text }: Part) => text.length;
const nLinesOf = (part: Part) => breaksOf(part).length;

/** Sums up to each of some sizes, where other sizes have come in place of those from `first` up to `after`. */
function spliced(sums: Uint32Array, first: number, after: number, sizes: readonly number[]): Uint32Array {
  const now = new Uint32Array(sums.length + sizes.length - (after - first));
  now.set(sums.subarray(0, first + 1));
  let at = first;
  for (const size of sizes) {
    now[at + 1] = now[at]! + size;
    at++;
  }
  const shift = now[at]! - sums[after]!;
  for (let index = after + 1; index < sums.length; index++) now[++at] = sums[index]! + shift;
  return now;
}

/** What an old text that stands at an offset and a new one in its place differ in. */
function changeOf(old: string, now: string, from: number): TextChange | undefined {
  if (now === old) return undefined;
  const shortest = Math.min(now.length, old.length);
  let head = 0;
  while (head < shortest && now.charCodeAt(head) === old.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shortest - head && now.charCodeAt(now.length - 1 - tail) === old.charCodeAt(old.length - 1 - tail))
    tail++;
  return { start: from + head, oldEnd: from + old.length - tail, newEnd: from + now.length - tail };
}

function isSame(one: Part, other: Part): boolean {
  return one === other || one.text === other.text;
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + usualLength >= text.length - usualLength / 2 ? text.length : start + usualLength;
    if (text[end - 1] === '\r' && text[end] === '\n') end++;
    parts.push({ text: text.slice(start, end), breaks: undefined });
    start = end;
  }
  return parts;
}

function breaksOf(part: Part): Uint16Array {
  part.breaks ??= Uint16Array.from(breaksIn(part.text));
  return part.breaks;
}

/** The offsets after the line ends of a text. */
function breaksIn(text: string): readonly number[] {
  const ends: number[] = [];
  if (text.includes('\r')) for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) ends.push(index + end.length);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at + 1);
  return ends;
}

/** The position of the last number of a rising list that is not above `limit`; the first where there is none. Of equal ones the last. */
function lastNotAbove(numbers: Uint32Array, limit: number): number {
  return Math.max(0, numberNotAbove(numbers, limit) - 1);
}

/** How many numbers of a rising list are not above `limit`. */
function numberNotAbove(numbers: Uint32Array | Uint16Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
