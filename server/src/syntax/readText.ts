/** What the quick readers ask of a text: where lines and plain scalars end. A tab is nothing they are certain of. */
import type { Growing } from './growing.ts';
import type { MapEntry, Node, Piece } from './tree.ts';

/** Where reading stands: at a character of a text, in a piece whose own text would start at `base`. */
export interface Standing {
  readonly text: string;
  at: number;
  piece: Piece;
  base: number;
  /** Of the collections that are being read. */
  readonly nodes: Growing<Node>;
  readonly entries: Growing<MapEntry>;
}

/** Nodes nested deeper than this are left to `yaml`. */
export const deepestPlain = 40;

/** In a flow collection brackets and commas end a plain scalar. */
export type Context = typeof inBlock | typeof inFlow;
export const inBlock = 1;
export const inFlow = 2;

/** A plain scalar may start with it, also after `-` or `.`. */
const isStart = 4;

/** What each character of ASCII may be. */
const kinds = new Uint8Array(128);
kinds.fill(inBlock | inFlow, 0, 32);
mark(':#', inBlock | inFlow);
mark(',[]{}', inFlow);
mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_(/+=$^;~\\', isStart);

function mark(characters: string, kind: number): void {
  for (let index = 0; index < characters.length; index++) kinds[characters.charCodeAt(index)] = kind;
}

export function afterSpaces(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 32) end++;
  return end;
}

/** Does the line end here, with LF or CR LF? */
export function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || at >= text.length || (code === 13 && text.charCodeAt(at + 1) === 10);
}

/** Nothing but a comment, which something stands before, is on the rest of the line. */
export function isRestEmpty(text: string, at: number): boolean {
  return isLineEnd(text, at) || (text.charCodeAt(at) === 35 && text.charCodeAt(at - 1) === 32);
}

export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Can nothing but a plain scalar start here? */
export function isPlainStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) {
    if (kinds[code] === isStart) return true;
    if (code !== 45 && code !== 46) return false;
    const next = text.charCodeAt(at + 1);
    return next < 128 && kinds[next] === isStart;
  }
  return code > 0xa0 && code !== 0xfeff && code !== 0xe000;
}

/** Where a plain scalar ends on its line, spaces left out; -1 where that is not certain. */
export function plainEnd(text: string, start: number, context: Context): number {
  const { length } = text;
  let end = start;
  for (; end < length; end++) {
    const code = text.charCodeAt(end);
    if (code > 127 || (kinds[code]! & context) === 0) continue;
    if (code === 58) {
      const next = text.charCodeAt(end + 1);
      if (next <= 32 || end + 1 === length || (context === inFlow && isFlowIndicator(next))) break;
    } else if (code === 35) {
      if (text.charCodeAt(end - 1) === 32) break;
    } else if (code >= 32 || isLineEnd(text, end)) break;
    else return -1; // a control character
  }
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  return end;
}

export function isFlowIndicator(code: number): boolean {
  return code < 128 && kinds[code] === inFlow;
}
