/**
 * The cutter's eye for one line: its dashes, its key, and where the value that starts on it ends. Knows which characters
 * open what in YAML, not what they mean. Lines end with LF; a CR before it is white space.
 */

/** The scanner met something after which it cannot be sure of the structure. */
export const notCertain = 'not certain';

export interface LineContent {
  /** Number of dashes before the content. */
  readonly dashes: number;
  /** Column of what stands after the dashes. */
  readonly column: number;
  /** `plain`: text that may be a key without its colon; `other`: a quoted scalar, a flow collection, a block scalar. */
  readonly kind: 'empty' | 'key' | 'plain' | 'other';
  /** The key is `indicators` and nothing stands after its colon. */
  readonly isEmptyIndicators: boolean;
  /** Start of the line after the content, which may have taken several lines. */
  readonly nextLine: number;
}

export function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\r' || char === '\t';
}

/** A white space or the end of the text. */
export function isBreak(char: string | undefined): boolean {
  return char === undefined || isSpace(char);
}

/** Does an anchor, an alias, a tag or an explicit key start here? */
export function isOdd(text: string, at: number): boolean {
  const char = text[at];
  return char === '&' || char === '*' || char === '!' || ((char === '?' || char === ':') && isBreak(text[at + 1]));
}

/** Is the text at `at` (the first visible character of a line) a key with its colon? */
export function isKeyLine(text: string, at: number): boolean {
  return keyEnd(text, at) !== undefined;
}

/** The offset of the colon after the key at `at`, `undefined` where there is none on the line. */
function keyEnd(text: string, at: number): number | undefined {
  const first = text[at];
  if (first === '"' || first === "'") {
    let end = quoteEnd(text, at, text.indexOf('\n', at));
    while (text[end] === ' ' || text[end] === '\t') end++;
    return text[end] === ':' && isBreak(text[end + 1]) ? end : undefined;
  }
  const stop = nextOf(keyStops, text, at);
  return text[stop] === ':' ? stop : undefined;
}

/** What ends the search for a key: the end of the line, a comment, or a colon that is one. */
const keyStops = /\n|:(?=[ \t\r\n]|$)|(?<=[ \t\r\n])#/g;

/** What ends a plain scalar's line. */
const lineStops = /\n|(?<=[ \t\r\n])#/g;

/** What may matter in a flow collection, within a plain scalar. */
const flowStops = /[\n#,:[\]{}]/g;

/** Where the pattern, which is of one character, is found next; the text's length where it is not. */
function nextOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
}

/** The offset after the quoted scalar at `at`; `limit` (or the text's end where -1) where it is not closed before. */
function quoteEnd(text: string, at: number, limit: number): number {
  const quote = text[at];
  const end = limit < 0 ? text.length : limit;
  for (let index = at + 1; index < end; index++) {
    const char = text[index];
    if (char === '\\' && quote === '"') index++;
    else if (char === quote) {
      if (quote === '"' || text[index + 1] !== quote) return index + 1;
      index++;
    }
  }
  return end;
}

export class Scanner {
  private readonly text: string;
  /** Column of the key or dash whose value is still to come on a later line; -1: the file's; `undefined`: none. */
  private openParent: number | undefined = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** The offset after the spaces at `at`. */
  afterSpaces(at: number): number {
    let end = at;
    while (this.text[end] === ' ') end++;
    return end;
  }

  /** The start of the line after the one that `at` stands on. */
  nextLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1;
  }

  /** What stands on the line that starts at `line`; its first visible character is at `first`. */
  content(line: number, first: number): LineContent | typeof notCertain {
    const { text } = this;
    let parent = this.openParent;
    if (parent !== undefined && first - line <= parent) parent = undefined;
    let at = first;
    let dashes = 0;
    while (text[at] === '-' && isBreak(text[at + 1])) {
      if (text[at + 1] === '\t') return notCertain;
      parent = at - line;
      dashes++;
      at = this.afterSpaces(at + 1);
    }
    const column = at - line;
    const colon = this.isLineEnd(at) ? undefined : keyEnd(text, at);
    const start = text[at];
    if (isOdd(text, at)) return notCertain;
    if (colon === undefined) {
      const isEmpty = this.isLineEnd(at);
      // A plain scalar without parent is a slip (a key without colon), and what follows is not its continuation.
      const isPlain = !isEmpty && !'"\'[{|>'.includes(start!);
      const nextLine =
        isEmpty || (isPlain && (parent === undefined || parent < 0 || dashes > 0))
          ? this.nextLine(at)
          : this.valueEnd(at, parent ?? column);
      if (nextLine === notCertain) return notCertain;
      this.openParent = isEmpty ? parent : undefined;
      const kind = isEmpty ? 'empty' : isPlain ? 'plain' : 'other';
      return { dashes, column, kind, isEmptyIndicators: false, nextLine };
    }
    if (start === '[' || start === '{' || start === '|' || start === '>')
      return this.flowAtLineStart(at, column, dashes, parent);
    let value = colon + 1;
    while (text[value] === ' ' || text[value] === '\t') value++;
    const isEmpty = this.isLineEnd(value);
    this.openParent = isEmpty ? column : undefined;
    const isEmptyIndicators =
      isEmpty && text.startsWith('indicators', at) && /^indicators[ \t]*$/.test(text.slice(at, colon));
    const nextLine = isEmpty ? this.nextLine(value) : this.valueEnd(value, column);
    return nextLine === notCertain ? notCertain : { dashes, column, kind: 'key', isEmptyIndicators, nextLine };
  }

  private flowAtLineStart(at: number, column: number, dashes: number, parent: number | undefined) {
    const nextLine = this.valueEnd(at, parent ?? column);
    this.openParent = undefined;
    return nextLine === notCertain
      ? notCertain
      : ({ dashes, column, kind: 'other', isEmptyIndicators: false, nextLine } as const);
  }

  private isLineEnd(at: number): boolean {
    const char = this.text[at];
    return char === undefined || char === '\n' || char === '\r' || (char === '#' && isSpace(this.text[at - 1]));
  }

  /** The start of the line after the value at `at`, whose lines must be indented by more than `parent`. */
  private valueEnd(at: number, parent: number): number | typeof notCertain {
    switch (this.text[at]) {
      case '&':
      case '*':
      case '!':
        return notCertain;
      case '"':
      case "'":
        return this.lineAfter(this.quotedEnd(at, parent));
      case '[':
      case '{':
        return this.flowEnd(at, parent);
      case '|':
      case '>':
        return this.skipDeeper(this.nextLine(at), parent, 'block');
      default:
        return this.plainEnd(at, parent);
    }
  }

  /** An end at a line's start is what an unclosed quote gives; otherwise the rest of the line is of no matter. */
  private lineAfter(end: number): number {
    return this.text[end - 1] === '\n' ? end : this.nextLine(end);
  }

  private plainEnd(at: number, parent: number): number {
    const next = this.nextLine(at);
    if (this.text[nextOf(lineStops, this.text, at + 1)] === '#') return next;
    return this.skipDeeper(next, parent, 'plain');
  }

  /** Steps over lines that are blank or indented by more than `parent`; in a plain scalar up to a comment. */
  private skipDeeper(line: number, parent: number, style: 'block' | 'plain'): number {
    let next = line;
    while (next < this.text.length) {
      const at = this.afterSpaces(next);
      const isBlank = this.text[at] === '\n' || this.text[at] === '\r' || this.text[at] === undefined;
      if (!isBlank && (at - next <= parent || (style === 'plain' && this.text[at] === '#'))) break;
      next = this.nextLine(at);
    }
    return next;
  }

  /** The offset after the quoted scalar, or the start of the line that ends it by its indentation. */
  private quotedEnd(at: number, parent: number): number {
    const end = quoteEnd(this.text, at, -1);
    for (let line = this.nextLine(at); line < end; line = this.nextLine(line)) {
      if (this.isTooShallow(line, parent)) return line;
    }
    return end;
  }

  private isTooShallow(line: number, parent: number): boolean {
    const at = this.afterSpaces(line);
    const char = this.text[at];
    return char !== '\n' && char !== '\r' && char !== undefined && at - line <= parent;
  }

  /** As `quotedEnd` for a flow collection; comments are stepped over, quotes only matter where a value can start. */
  private flowEnd(at: number, parent: number): number | typeof notCertain {
    const { text } = this;
    let depth = 0;
    let isStart = true;
    let isAfterKey = false; // after a quoted scalar or a bracket a colon needs no space
    for (let index = at; index < text.length; ) {
      const char = text[index]!;
      const isColon = char === ':' && (isAfterKey || isFlowBreak(text[index + 1]));
      if (!isSpace(char)) isAfterKey = char === ']' || char === '}';
      if (char === '\n') {
        const line = index + 1;
        const first = this.afterSpaces(line);
        const isClosing = depth === 1 && first - line === parent && (text[first] === ']' || text[first] === '}');
        if (text[first] !== '#' && !isClosing && this.isTooShallow(line, parent)) return line;
        index = first;
      } else if (char === '#' && (isStart || isSpace(text[index - 1]))) {
        const end = text.indexOf('\n', index);
        index = end < 0 ? text.length : end;
        isStart = true;
      } else if (isSpace(char)) index++;
      else if (char === '[' || char === '{') {
        depth++;
        index++;
        isStart = true;
      } else if (char === ']' || char === '}') {
        index++;
        if (--depth === 0) return this.afterFlow(index);
        isStart = true;
      } else if (char === ',' || isColon) {
        index++;
        isStart = true;
      } else if (isStart) {
        if ('&*!'.includes(char) || (char === '?' && isFlowBreak(text[index + 1]))) return notCertain;
        if (char === '"' || char === "'") {
          index = this.quotedEnd(index, parent);
          if (text[index - 1] === '\n') return index;
          isAfterKey = true;
        } else {
          index++;
          isStart = false;
        }
      } else index = nextOf(flowStops, text, index + 1);
    }
    return text.length;
  }

  private afterFlow(end: number): number | typeof notCertain {
    let at = end;
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    return this.text[at] === ':' ? notCertain : this.nextLine(end);
  }
}

function isFlowBreak(char: string | undefined): boolean {
  return isBreak(char) || ',[]{}'.includes(char!);
}
