/** What the quick readers ask of a text: where lines and plain scalars end. A tab is nothing they are certain of. */

/** Nodes nested deeper than this are left to `yaml`. */
export const deepestPlain = 40;

/** In a flow collection brackets and commas end a plain scalar. */
export type Context = 'block' | 'flow';

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

/** Nothing but a comment stands on the rest of the line. */
export function isRestEmpty(text: string, at: number): boolean {
  return isLineEnd(text, at) || isComment(text, at);
}

/** A comment that something stands before. */
export function isComment(text: string, at: number): boolean {
  return text.charCodeAt(at) === 35 && text.charCodeAt(at - 1) === 32;
}

export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

export function isFlowIndicator(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}

/** Letters, digits, what is not ASCII, and `_ ( / + = $ ^ ; ~ \`. */
function isSafeStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code > 0xa0 && code !== 0xfeff && code !== 0xe000) ||
    (code < 127 && code > 32 && '_(/+=$^;~\\'.includes(String.fromCharCode(code)))
  );
}

/** Can nothing but a plain scalar start here? */
export function isPlainStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isSafeStart(code)) return true;
  const next = text.charCodeAt(at + 1);
  return (code === 45 || code === 46) && next < 127 && isSafeStart(next);
}

/** What ends a plain scalar, one character each; control characters are not certain unless they end the line. */
const plainStops: Readonly<Record<Context, RegExp>> = {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  block: /[\x00-\x1f]|:(?=[\x00-\x20]|$)| (?=#)/g,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  flow: /[\x00-\x1f,[\]{}]|:(?=[\x00-\x20,[\]{}]|$)| (?=#)/g,
};

/** Where a plain scalar ends on its line, spaces left out; -1 where that is not certain. */
export function plainEnd(text: string, start: number, context: Context): number {
  const stops = plainStops[context];
  stops.lastIndex = start;
  let end = stops.test(text) ? stops.lastIndex - 1 : text.length;
  if (text.charCodeAt(end) < 32 && !isLineEnd(text, end)) return -1;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  return end;
}
