/**
 * Reads scalars of which it is certain: plain and quoted ones, folded over lines too, and literal and folded blocks. Where
 * one was read, it ends where reading stands.
 */
import { coreValue } from './coreValue.ts';
import { PlainScalar } from './plainNodes.ts';
import {
  afterSpaces,
  type Context,
  inFlow,
  isFlowIndicator,
  isLineEnd,
  isPlainStart,
  isRestEmpty,
  nextLine,
  plainEnd,
  type Standing,
} from './readText.ts';
import type { ScalarNode } from './tree.ts';

/** The plain scalar in a flow collection whose lines are indented by more than `parent`. */
export function flowScalar(standing: Standing, parent: number): ScalarNode | undefined {
  const { text, at: start } = standing;
  const end = isPlainStart(text, start) ? plainEnd(text, start, inFlow) : -1;
  if (end < 0) return undefined;
  const isAlone = isFlowIndicator(text.charCodeAt(end)) || continuation(text, end, parent, inFlow) < 0;
  return isAlone ? plainNode(standing, end) : foldedPlain(standing, end, parent, inFlow);
}

/** The plain scalar on one line from where reading stands. */
export function plainNode(standing: Standing, end: number): ScalarNode | undefined {
  const { text, at: start, piece, base } = standing;
  const source = text.slice(start, end);
  const value = coreValue(source);
  standing.at = end;
  return value === undefined ? undefined : new PlainScalar(piece, start - base, source, value);
}

/** Where the scalar that ends its line at `end` goes on, -1 where it does not. */
function continuation(text: string, end: number, parent: number, context: Context): number {
  let at = afterSpaces(text, end);
  if (!isLineEnd(text, at)) return -1;
  let line = at;
  while (isLineEnd(text, at)) {
    if (at >= text.length) return -1;
    line = nextLine(text, at);
    at = afterSpaces(text, line);
  }
  const code = text.charCodeAt(at);
  if (at - line <= parent || code === 35 || (context === inFlow && isFlowIndicator(code))) return -1;
  return at;
}

/** The plain scalar whose first line ends at `firstEnd`. */
export function foldedPlain(
  standing: Standing,
  firstEnd: number,
  parent: number,
  context: Context,
): ScalarNode | undefined {
  const { text, at: start, piece, base } = standing;
  let end = firstEnd;
  for (let at = continuation(text, end, parent, context); at >= 0; at = continuation(text, end, parent, context)) {
    end = plainEnd(text, at, context);
    if (end <= at || text.charCodeAt(afterSpaces(text, end)) === 58) return undefined;
  }
  const source = folded(text.slice(start, end));
  standing.at = end;
  return { kind: 'scalar', value: source, source, style: 'plain', piece, start: start - base, end: end - base };
}

/** A line break becomes a space, and each further one a line break. */
function folded(text: string): string {
  return text.replace(/ *(\r?\n) *((?:\r?\n *)*)/g, (_, _first, rest: string) => {
    const breaks = rest.split('\n').length - 1;
    return breaks === 0 ? ' ' : '\n'.repeat(breaks);
  });
}

export function quotedScalar(standing: Standing, parent: number): ScalarNode | undefined {
  const { text, at: start, piece, base } = standing;
  const quote = text.charCodeAt(start);
  const end = quote === 34 ? doubleQuoteEnd(text, start + 1) : singleQuoteEnd(text, start + 1);
  if (end < 0) return undefined;
  const written = text.slice(start + 1, end);
  const flat = isOnOneLine(written) ? written : foldedQuoted(text, start, end, parent);
  const value = flat === undefined ? undefined : quote === 34 ? unescaped(flat) : flat.replaceAll("''", "'");
  if (value === undefined) return undefined;
  const style = quote === 34 ? 'double-quoted' : 'single-quoted';
  standing.at = end + 1;
  return { kind: 'scalar', value, source: value, style, piece, start: start - base, end: end + 1 - base };
}

function isOnOneLine(written: string): boolean {
  return !written.includes('\n') && !written.includes('\r') && !written.includes('\t');
}

function singleQuoteEnd(text: string, from: number): number {
  let end = text.indexOf("'", from);
  while (end >= 0 && text.charCodeAt(end + 1) === 39) end = text.indexOf("'", end + 2);
  return end;
}

function doubleQuoteEnd(text: string, from: number): number {
  const stops = /["\\]/g;
  stops.lastIndex = from;
  while (stops.test(text)) {
    if (text.charCodeAt(stops.lastIndex - 1) === 34) return stops.lastIndex - 1;
    stops.lastIndex++; // what is escaped
  }
  return -1;
}

/** Lines of a quoted scalar are indented by more than the collection that it stands in. */
function foldedQuoted(text: string, start: number, end: number, parent: number): string | undefined {
  const written = text.slice(start + 1, end);
  if (/\t|\r(?!\n)|\\\r?\n|\\ /.test(written)) return undefined;
  for (let line = nextLine(text, start); line <= end; line = nextLine(text, line)) {
    const at = afterSpaces(text, line);
    if (at - line <= parent && !isLineEnd(text, at)) return undefined;
    if (line >= text.length) break;
  }
  return folded(written);
}

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', n: '\n', t: '\t', r: '\r' };

function unescaped(text: string): string | undefined {
  if (!text.includes('\\')) return text;
  let isCertain = true;
  const read = text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, hex: string | undefined, char: string | undefined) => {
    const code = hex === undefined ? undefined : Number.parseInt(hex, 16);
    const isSurrogate = code !== undefined && code >= 0xd800 && code <= 0xdfff;
    const value = code === undefined ? escapes[char!] : String.fromCharCode(code);
    isCertain &&= value !== undefined && !isSurrogate;
    return value ?? '';
  });
  return isCertain ? read : undefined;
}

/** `|` and `>`, maybe with `-`. Lines deeper than the first are certain in a literal block only. */
export function blockScalar(standing: Standing, parent: number): ScalarNode | undefined {
  const { text, at: start, piece, base } = standing;
  const isFolded = text.charCodeAt(start) === 62;
  const isStripped = text.charCodeAt(start + 1) === 45;
  const header = start + (isStripped ? 2 : 1);
  if (!isRestEmpty(text, afterSpaces(text, header)) || text.charCodeAt(header) === 35) return undefined;
  const first = nextLine(text, header);
  const indent = indentOf(text, first);
  const end = indent > parent ? blockEnd(text, first, indent, parent) : -1;
  if (end < 0) return undefined;
  const written = text.slice(first, end);
  if (/[\t\r]/.test(written)) return undefined;
  const content = written.replace(/\n[ \n]*$/, '');
  // At the end spaces that go deeper than the content are content.
  if (written.slice(content.length).includes(' '.repeat(indent + 1))) return undefined;
  const lines = content.split('\n');
  const contents = lines.map(line => line.slice(indent));
  if (isFolded && contents.some(line => line.startsWith(' '))) return undefined;
  // A line before the first must not be deeper than it.
  if (lines.findIndex(line => line.trim() !== '') > lines.findIndex(line => line.length > indent)) return undefined;
  const value = (isFolded ? foldedLines(contents) : contents.join('\n')) + (isStripped ? '' : '\n');
  const visible = start + text.slice(start, end).trimEnd().length;
  standing.at = visible;
  return { kind: 'scalar', value, source: value, style: 'block', piece, start: start - base, end: visible - base };
}

/** Columns of spaces before the first visible character from the line on; -1: there is none. */
function indentOf(text: string, line: number): number {
  for (let start = line; start < text.length; start = nextLine(text, start)) {
    const at = afterSpaces(text, start);
    if (!isLineEnd(text, at)) return at - start;
  }
  return -1;
}

/** The start of the line that ends the block; -1 where that line is indented too. */
function blockEnd(text: string, first: number, indent: number, parent: number): number {
  for (let line = first; line < text.length; line = nextLine(text, line)) {
    const at = afterSpaces(text, line);
    if (!isLineEnd(text, at) && at - line < indent) return at - line <= parent ? line : -1;
  }
  return text.length;
}

function foldedLines(lines: readonly string[]): string {
  let value = '';
  let isAfterText = false;
  let breaks = 0;
  for (const line of lines) {
    if (line === '') {
      breaks++;
      continue;
    }
    value += breaks > 0 ? '\n'.repeat(breaks) : isAfterText ? ' ' : '';
    value += line;
    breaks = 0;
    isAfterText = true;
  }
  return value;
}
