/**
 * A quick reader for what most definitions consist of: block maps and lists whose keys are words and whose values are
 * numbers, texts, simple quotes and brackets on one line. It gives the same nodes as `yaml` at a fraction of the time and
 * gives up at the first thing of which it is not certain, every error included.
 */
import { isOtherThanString } from './quote.ts';
import type { MapEntry, MapNode, Node, Piece, ScalarNode, SequenceNode } from './tree.ts';

/** The piece's content, or `undefined` where it is not certain (or empty). */
export function readPlain(piece: Piece): Node | undefined {
  const reader = new PlainReader(piece);
  reader.toContent(0);
  const node = reader.block(0);
  return reader.column < 0 ? node : undefined;
}

const deepestPlain = 40;
const simpleNumber = /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/;

class PlainReader {
  /** Column of the next content, which stands at `at`; -1 at the end. */
  column = -1;
  private readonly piece: Piece;
  private readonly text: string;
  private at = 0;

  constructor(piece: Piece) {
    this.piece = piece;
    this.text = piece.text;
  }

  /** Goes to the next content from the start of a line on. */
  toContent(line: number): void {
    const { text } = this;
    for (let start = line; start < text.length; ) {
      let at = start;
      while (text.charCodeAt(at) === 32) at++;
      const isEmpty = isLineEnd(text, at);
      if (!isEmpty && text[at] !== '#') {
        this.at = at;
        this.column = at - start;
        return;
      }
      const end = text.indexOf('\n', at);
      start = end < 0 ? text.length : end + 1;
    }
    this.at = text.length;
    this.column = -1;
  }

  block(depth: number): Node | undefined {
    if (this.column < 0 || depth > deepestPlain) return undefined;
    return this.isDash() ? this.sequence(depth) : this.map(depth);
  }

  private isDash(): boolean {
    return this.text[this.at] === '-' && (this.text[this.at + 1] === ' ' || isLineEnd(this.text, this.at + 1));
  }

  private sequence(depth: number): SequenceNode | undefined {
    const { column } = this;
    const start = this.at;
    const items: Node[] = [];
    while (this.column === column && this.isDash()) {
      const item = this.item(column, depth);
      if (item === undefined || this.column > column) return undefined;
      items.push(item);
    }
    return { kind: 'sequence', style: 'block', items, piece: this.piece, start, end: items.at(-1)!.end };
  }

  private item(column: number, depth: number): Node | undefined {
    const dash = this.at;
    const at = this.afterSpaces(dash + 1);
    if (this.isRestEmpty(at)) {
      this.toContent(this.nextLine(at));
      return this.column > column ? this.block(depth + 1) : undefined;
    }
    this.column += at - dash;
    this.at = at;
    if (this.isDash()) return undefined;
    return this.keyEnd(at) === undefined ? this.lineValue(at, depth) : this.map(depth + 1);
  }

  private map(depth: number): MapNode | undefined {
    const { column } = this;
    const entries: MapEntry[] = [];
    const names = new Set<string>();
    while (this.column === column) {
      const entry = this.entry(column, depth);
      if (entry === undefined || this.column > column || names.has(String(entry.key.value))) return undefined;
      names.add(String(entry.key.value));
      entries.push(entry);
    }
    const start = entries[0]!.start;
    return { kind: 'map', style: 'block', entries, piece: this.piece, start, end: entries.at(-1)!.end };
  }

  private entry(column: number, depth: number): MapEntry | undefined {
    const { piece, at: start } = this;
    const colon = this.keyEnd(start);
    if (colon === undefined) return undefined;
    const key = this.scalarOf(start, colon);
    if (key === undefined) return undefined;
    const at = this.afterSpaces(colon + 1);
    if (!this.isRestEmpty(at)) {
      const value = this.lineValue(at, depth);
      return value && { kind: 'entry', key, value, piece, start, end: value.end };
    }
    this.toContent(this.nextLine(at));
    if (this.column < column || (this.column === column && !this.isDash())) {
      return { kind: 'entry', key, value: undefined, piece, start, end: colon + 1 };
    }
    const value = this.block(depth + 1);
    return value && { kind: 'entry', key, value, piece, start, end: value.end };
  }

  /** The offset of the colon that ends the word at `at`. */
  private keyEnd(at: number): number | undefined {
    const { text } = this;
    let end = at;
    while (isWordCharacter(text.charCodeAt(end))) end++;
    const isKey =
      end > at && end - at < 200 && text[end] === ':' && (text[end + 1] === ' ' || isLineEnd(text, end + 1));
    return isKey && text[at] !== '-' && text[at] !== '.' ? end : undefined;
  }

  /** The value that ends on its line; goes to the next content. */
  private lineValue(at: number, depth: number): Node | undefined {
    const node = this.value(at, depth);
    if (node === undefined || !this.isRestEmpty(this.afterSpaces(node.end))) return undefined;
    this.toContent(this.nextLine(node.end));
    return node;
  }

  private value(at: number, depth: number): Node | undefined {
    switch (this.text[at]) {
      case '"':
      case "'":
        return this.quoted(at);
      case '[':
        return this.flowSequence(at, depth + 1);
      case '{':
        return this.flowMap(at, depth + 1);
      default:
        return this.plain(at, 'block');
    }
  }

  private flowValue(at: number, depth: number): Node | undefined {
    const char = this.text[at];
    return char === '"' || char === "'" || char === '[' || char === '{'
      ? this.value(at, depth)
      : this.plain(at, 'flow');
  }

  private flowSequence(start: number, depth: number): SequenceNode | undefined {
    const items: Node[] = [];
    if (depth > deepestPlain) return undefined;
    let at = this.afterSpaces(start + 1);
    while (this.text[at] !== ']' || items.length > 0) {
      const item = this.flowValue(at, depth);
      if (item === undefined) return undefined;
      items.push(item);
      at = this.afterSpaces(item.end);
      if (this.text[at] === ']') break;
      if (this.text[at] !== ',') return undefined;
      at = this.afterSpaces(at + 1);
    }
    return { kind: 'sequence', style: 'flow', items, piece: this.piece, start, end: at + 1 };
  }

  private flowMap(start: number, depth: number): MapNode | undefined {
    const { piece, text } = this;
    const entries: MapEntry[] = [];
    const names = new Set<string>();
    if (depth > deepestPlain) return undefined;
    let at = this.afterSpaces(start + 1);
    while (text[at] !== '}' || entries.length > 0) {
      const key = this.flowValue(at, depth);
      if (key?.kind !== 'scalar' || text[key.end] !== ':' || text[key.end + 1] !== ' ') return undefined;
      const value = this.flowValue(this.afterSpaces(key.end + 1), depth);
      const name = String(key.value);
      if (value === undefined || names.has(name)) return undefined;
      names.add(name);
      entries.push({ kind: 'entry', key, value, piece, start: key.start, end: value.end });
      at = this.afterSpaces(value.end);
      if (text[at] === '}') break;
      if (text[at] !== ',') return undefined;
      at = this.afterSpaces(at + 1);
    }
    return { kind: 'map', style: 'flow', entries, piece, start, end: at + 1 };
  }

  /** A quoted scalar on one line without escapes. */
  private quoted(start: number): ScalarNode | undefined {
    const { text, piece } = this;
    const quote = text[start]!;
    const end = text.indexOf(quote, start + 1);
    if (end < 0) return undefined;
    const source = text.slice(start + 1, end);
    if (text[end + 1] === quote || /[\\\n\r\t]/.test(source)) return undefined;
    const style = quote === '"' ? 'double-quoted' : 'single-quoted';
    return { kind: 'scalar', value: source, source, style, piece, start, end: end + 1 };
  }

  /** A plain scalar that starts with a letter, a digit or a minus before a digit. */
  private plain(start: number, context: 'block' | 'flow'): ScalarNode | undefined {
    const { text } = this;
    const first = text.charCodeAt(start);
    const isSafeStart = isWordCharacter(first) && first !== 45 && first !== 46;
    const next = text.charCodeAt(start + 1);
    if (!isSafeStart && !(first === 45 && next >= 48 && next <= 57)) return undefined;
    let end = start;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 32) {
        if (text[at + 1] === '#') break;
        continue;
      }
      if (code < 32) {
        if (isLineEnd(text, at)) break;
        return undefined;
      }
      if (code === 58 && this.isColonEnd(at + 1, context)) {
        if (context === 'block') return undefined;
        break;
      }
      if (context === 'flow' && isFlowIndicator(code)) break;
      end = at + 1;
    }
    return this.scalarOf(start, end);
  }

  private isColonEnd(after: number, context: 'block' | 'flow'): boolean {
    const code = this.text.charCodeAt(after);
    return Number.isNaN(code) || code <= 32 || (context === 'flow' && isFlowIndicator(code));
  }

  private scalarOf(start: number, end: number): ScalarNode | undefined {
    const source = this.text.slice(start, end);
    const isNumber = simpleNumber.test(source);
    if (!isNumber && isOtherThanString(source)) return undefined;
    const value = isNumber ? Number(source) : source;
    return { kind: 'scalar', value, source, style: 'plain', piece: this.piece, start, end };
  }

  private afterSpaces(at: number): number {
    let end = at;
    while (this.text.charCodeAt(end) === 32) end++;
    return end;
  }

  private isRestEmpty(at: number): boolean {
    return isLineEnd(this.text, at) || (this.text[at] === '#' && this.text[at - 1] === ' ');
  }

  private nextLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1;
  }
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || at >= text.length || (code === 13 && text.charCodeAt(at + 1) === 10);
}

/** ASCII letters and digits, `_`, `-`, `.` and the CJK ideographs. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46 ||
    (code >= 0x4e00 && code <= 0x9fff)
  );
}

function isFlowIndicator(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}
