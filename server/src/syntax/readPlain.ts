/**
 * A quick reader for what definitions consist of: block maps and lists, flow collections, and scalars of every style. It
 * gives the same nodes as `yaml` at a fraction of the time and gives up at the first thing of which it is not certain:
 * every error, anchors, tags, tabs, explicit keys, several documents.
 */
import { flowNode } from './readFlow.ts';
import { blockScalar, plainKey, plainScalar, quotedScalar } from './readScalar.ts';
import { afterSpaces, deepestPlain, isLineEnd, isPlainStart, isRestEmpty, nextLine, plainEnd } from './readText.ts';
import type { MapEntry, MapNode, Node, Piece, ScalarNode, SequenceNode } from './tree.ts';

/** The piece's content, or `undefined` where it is not certain (or empty). */
export function readPlain(piece: Piece): Node | undefined {
  const reader = new PlainReader(piece);
  reader.toContent(0);
  const node = reader.block(0);
  return reader.column < 0 ? node : undefined;
}

/** A key is on one line and short. */
const longestKey = 200;

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
      const at = afterSpaces(text, start);
      if (!isLineEnd(text, at) && text.charCodeAt(at) !== 35) {
        this.at = at;
        this.column = at - start;
        return;
      }
      start = nextLine(text, at);
    }
    this.at = text.length;
    this.column = -1;
  }

  block(depth: number): Node | undefined {
    if (this.column < 0 || depth > deepestPlain) return undefined;
    return this.isDash() ? this.sequence(depth) : this.map(depth);
  }

  private isDash(): boolean {
    const { text, at } = this;
    return text.charCodeAt(at) === 45 && (text.charCodeAt(at + 1) === 32 || isLineEnd(text, at + 1));
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
    const { text, at: dash } = this;
    const at = afterSpaces(text, dash + 1);
    if (isRestEmpty(text, at)) {
      this.toContent(nextLine(text, at));
      return this.column > column ? this.block(depth + 1) : undefined;
    }
    this.column += at - dash;
    this.at = at;
    if (this.isDash()) return undefined;
    return this.key(at) === undefined ? this.lineValue(at, column, depth) : this.map(depth + 1);
  }

  private map(depth: number): MapNode | undefined {
    const { column } = this;
    const entries: MapEntry[] = [];
    const names = new Set<string>();
    while (this.column === column) {
      const entry = this.entry(column, depth);
      if (entry === undefined || this.column > column) return undefined;
      entries.push(entry);
      if (names.add(String(entry.key.value)).size < entries.length) return undefined;
    }
    const start = entries[0]!.start;
    return { kind: 'map', style: 'block', entries, piece: this.piece, start, end: entries.at(-1)!.end };
  }

  private entry(column: number, depth: number): MapEntry | undefined {
    const { piece, text, at: start } = this;
    const key = this.key(start);
    if (key === undefined) return undefined;
    const at = afterSpaces(text, key.end + 1);
    if (!isRestEmpty(text, at)) {
      const value = this.lineValue(at, column, depth);
      return value && { kind: 'entry', key, value, piece, start, end: value.end };
    }
    this.toContent(nextLine(text, at));
    if (this.column < column || (this.column === column && !this.isDash())) {
      return { kind: 'entry', key, value: undefined, piece, start, end: key.end + 1 };
    }
    const value = this.block(depth + 1);
    return value && { kind: 'entry', key, value, piece, start, end: value.end };
  }

  /** The key whose colon follows on the same line. */
  private key(at: number): ScalarNode | undefined {
    const { piece, text } = this;
    const first = text.charCodeAt(at);
    const isQuoted = first === 34 || first === 39;
    const end = isQuoted ? quotedScalar(piece, at, at)?.end : isPlainStart(text, at) ? plainEnd(text, at, 'block') : -1;
    if (end === undefined || end < 0 || end - at > longestKey || text.charCodeAt(end) !== 58) return undefined;
    if (text.charCodeAt(end + 1) !== 32 && !isLineEnd(text, end + 1)) return undefined;
    if (!isQuoted) return plainKey(piece, at, end);
    return nextLine(text, at) > end ? quotedScalar(piece, at, at) : undefined;
  }

  /** The value that starts here, in a collection at `parent`; goes to the next content. */
  private lineValue(at: number, parent: number, depth: number): Node | undefined {
    const node = this.value(at, parent, depth);
    if (node === undefined || !isRestEmpty(this.text, afterSpaces(this.text, node.end))) return undefined;
    this.toContent(nextLine(this.text, node.end));
    return node;
  }

  private value(at: number, parent: number, depth: number): Node | undefined {
    switch (this.text.charCodeAt(at)) {
      case 34:
      case 39:
        return quotedScalar(this.piece, at, parent);
      case 91:
      case 123:
        return flowNode(this.piece, at, parent, depth + 1);
      case 124:
      case 62:
        return blockScalar(this.piece, at, parent);
      default:
        return plainScalar(this.piece, at, parent, 'block');
    }
  }
}
