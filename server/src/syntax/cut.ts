/**
 * The cutter: finds where the items of the `indicators:` sequences stand, so that each can be read by itself.
 *
 * It goes line by line, looking only at indentation, dashes and keys, and steps over what spans lines (block scalars,
 * quotes, flow collections). It is exact for valid YAML; in broken YAML it may see more structure than YAML does, which
 * is the point: a quote that is open at the end of its item ends there. Where it is not certain (anchors, aliases, tags,
 * explicit keys, several documents) it cuts nothing. It does not know what stands in the items.
 */
import { isBreak, isKeyLine, isOdd, notCertain, Scanner } from './scan.ts';

/** Columns of a piece by which the cutter knows which later lines belong to it. */
export interface Columns {
  /** Of the dash; -1 for the file. */
  readonly dash: number;
  /** Of the keys of the piece's map; -1 where it cannot be a block map; `undefined` where it has no content. */
  readonly keys: number | undefined;
}

/** Where one piece stands in the text. `start` and `end` enclose the nested items too. */
export interface Cut extends Columns {
  readonly start: number;
  readonly end: number;
  /** What is cut out for the nested items: from the first one's line to the line after the last. `key`: their key. */
  readonly hole: { readonly start: number; readonly end: number; readonly key: number } | undefined;
  /** One after the other, without gaps. */
  readonly items: readonly Cut[];
}

/** Items nested deeper than this stay in the piece of their ancestor. */
export const deepestItem = 64;

/** A piece to which lines may still be added. */
interface OpenCut extends Cut {
  end: number;
  hole: { start: number; end: number; key: number } | undefined;
  readonly items: OpenCut[];
  keys: number | undefined;
  /** Offset of an `indicators:` without value, until the next line with content. */
  pendingKey: number | undefined;
}

export function wholeFile(text: string): Cut {
  return { start: 0, end: text.length, hole: undefined, items: [], dash: -1, keys: undefined };
}

export function cutFile(text: string): Cut {
  const file = openCut(0, -1);
  return text.includes('indicators') && cutLines(text, [file], 0) ? file : wholeFile(text);
}

/**
 * Cuts a stretch of a file that starts with an item, its dash in the column `dash`, and holds that item and maybe its
 * next siblings, whole: what they are depends on nothing but the columns of the pieces `around` them, outermost first.
 * `undefined` where the stretch holds something else.
 */
export function cutItems(text: string, dash: number, around: readonly Columns[]): readonly Cut[] | undefined {
  const open = around.map(columns => ({ ...openCut(0, columns.dash), keys: columns.keys }));
  const parent = open.at(-1)!;
  const isItem = /^ *-(\s|$)/.test(text) && text.indexOf('-') === dash;
  return isItem && cutLines(text, open, around.length) ? parent.items : undefined;
}

/** `nAround` of the open pieces stand around the text. Whether it is certain where its pieces are, and that it has no others. */
function cutLines(text: string, open: OpenCut[], nAround: number): boolean {
  if (/^(---|\.\.\.)([ \t\r\n]|$)|^%|\r(?!\n)/m.test(text)) return false;
  const scanner = new Scanner(text);
  const file = nAround === 0 ? open[0] : undefined;
  for (let line = file !== undefined && text.startsWith('\uFEFF') ? 1 : 0; line < text.length; ) {
    const at = scanner.afterSpaces(line);
    const char = text[at];
    // A tab at a line's start is white space or an error, and in both cases no structure.
    const isContent = !isBreak(char) && char !== '#';
    const isFirstItem = line === 0 && file === undefined;
    const owner = isFirstItem
      ? { cut: open.at(-1)!, isNextItem: true }
      : isContent
        ? ownerOf(open, text, line, at)
        : undefined;
    if (owner === undefined) {
      if (isContent && isOdd(text, at)) return false;
      line = scanner.nextLine(at);
      continue;
    }
    if (open.length <= nAround && !(owner.isNextItem && open.length === nAround)) return false;
    const content = scanner.content(line, at);
    if (content === notCertain) return false;
    const cut =
      owner.isNextItem || startsItems(owner.cut, text, line, at, open.length) ? openItem(open, line, at) : owner.cut;
    owner.cut.pendingKey = undefined;
    if (cut === file) file.keys ??= at === line ? 0 : -1;
    const isWithoutNestedDash = content.dashes === (cut.start === line && cut !== file ? 1 : 0);
    if (cut.keys === undefined && (content.kind !== 'empty' || !isWithoutNestedDash)) {
      cut.keys = isWithoutNestedDash && content.kind !== 'other' ? content.column : -1;
    }
    if (content.isEmptyIndicators && isWithoutNestedDash && content.column === cut.keys && cut.hole === undefined) {
      cut.pendingKey = line + content.column;
    }
    line = content.nextLine;
  }
  closeTo(open, 0, text.length);
  return true;
}

function openCut(start: number, dash: number): OpenCut {
  return { start, end: start, hole: undefined, items: [], dash, keys: undefined, pendingKey: undefined };
}

function openItem(open: OpenCut[], line: number, at: number): OpenCut {
  const item = openCut(line, at - line);
  open.at(-1)!.items.push(item);
  open.push(item);
  return item;
}

/** Is the line the first item under the `indicators:` before it? Then the hole opens here. */
function startsItems(cut: OpenCut, text: string, line: number, at: number, depth: number): boolean {
  const key = cut.pendingKey;
  if (key === undefined || !isDash(text, at) || at - line < cut.keys! || depth > deepestItem) return false;
  cut.hole = { start: line, end: text.length, key };
  return true;
}

/** Closes all open pieces above the first `keep`. */
function closeTo(open: OpenCut[], keep: number, end: number): void {
  while (open.length > keep) {
    const cut = open.pop()!;
    cut.end = end;
    if (cut.hole !== undefined) cut.hole.end = Math.min(cut.hole.end, end);
  }
}

/**
 * The open piece that a line with content belongs to; the pieces that it ends are closed. A line that can stand nowhere
 * gives `undefined`: it stays where it is, an error in the innermost piece.
 */
function ownerOf(
  open: OpenCut[],
  text: string,
  line: number,
  at: number,
): { cut: OpenCut; isNextItem: boolean } | undefined {
  const column = at - line;
  const innermost = open.at(-1)!;
  if (column > innermost.dash) return { cut: innermost, isNextItem: false };
  const dash = isDash(text, at);
  if (!dash && !isKeyLine(text, at)) return undefined;
  for (let index = open.length - 1; index >= 0; index--) {
    const cut = open[index]!;
    const isNextItem = dash && open[index + 1]?.dash === column;
    if (!isNextItem && (dash || cut.keys !== column)) continue;
    closeTo(open, index + 1, line);
    if (!isNextItem && cut.hole !== undefined) cut.hole.end = Math.min(cut.hole.end, line);
    return { cut, isNextItem };
  }
  return undefined;
}

function isDash(text: string, at: number): boolean {
  return text[at] === '-' && isBreak(text[at + 1]);
}
