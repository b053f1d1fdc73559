/**
 * A quick reader for what definitions consist of: block maps and lists, flow collections, and scalars of every style. It
 * gives the same nodes as `yaml` at a fraction of the time and gives up at the first thing of which it is not certain:
 * every error, anchors, tags, tabs, explicit keys, several documents.
 */
import { Growing } from './growing.ts';
import { areNamedApart, entryOfKey, PlainEntry, plainName } from './plainNodes.ts';
import { flowNode } from './readFlow.ts';
import { blockScalar, foldedPlain, plainNode, quotedScalar } from './readScalar.ts';
import {
  afterSpaces,
  deepestPlain,
  inBlock,
  isLineEnd,
  isPlainStart,
  isRestEmpty,
  nextLine,
  plainEnd,
  type Standing,
} from './readText.ts';
import type { MapEntry, MapNode, Node, Piece, SequenceNode } from './tree.ts';

/** The piece's content, or `undefined` where it is not certain (or empty). */
export function readPlain(piece: Piece): Node | undefined {
  const reader = new PlainReader(piece.text, piece);
  reader.toContent(0);
  const node = reader.block(0);
  return reader.column < 0 ? node : undefined;
}

/** A key is on one line and short. */
const longestKey = 200;

export class PlainReader implements Standing {
  readonly text: string;
  at = 0;
  /** Column of the next content, which stands at `at`; -1 at the end. */
  column = -1;
  piece: Piece;
  base = 0;
  /** Column of the outermost map of the piece where that is a block map, else -1. */
  protected keys = -1;
  readonly nodes = new Growing<Node>();
  readonly entries = new Growing<MapEntry>();
  /** Whether comments on lines of their own stand before the next content. */
  private isAfterComment = false;

  constructor(text: string, piece: Piece) {
    this.text = text;
    this.piece = piece;
  }

  /** Goes to the next content from the start of a line on. */
  toContent(line: number): void {
    const { text } = this;
    this.isAfterComment = false;
    for (let start = line; start < text.length; ) {
      const at = afterSpaces(text, start);
      const code = text.charCodeAt(at);
      if (code === 10) start = at + 1;
      else if (code === 35) {
        this.isAfterComment = true;
        start = nextLine(text, at);
      } else if (isLineEnd(text, at)) start = nextLine(text, at);
      else {
        this.at = at;
        this.column = at - start;
        return;
      }
    }
    this.at = text.length;
    this.column = -1;
  }

  block(depth: number): Node | undefined {
    if (this.column < 0 || depth > deepestPlain) return undefined;
    return this.isDash() ? this.sequence(depth) : this.map(depth, this.keyEnd());
  }

  /** What stands on the lines after a key with its colon; `depth` is that of the key's map. */
  protected below(_key: string, depth: number): Node | undefined {
    return this.block(depth + 1);
  }

  protected isDash(): boolean {
    const { text, at } = this;
    return text.charCodeAt(at) === 45 && (text.charCodeAt(at + 1) === 32 || isLineEnd(text, at + 1));
  }

  private sequence(depth: number): SequenceNode | undefined {
    const { column, nodes } = this;
    const before = nodes.length;
    const start = this.at - this.base;
    let end = start;
    while (this.column === column && this.isDash()) {
      const item = this.item(column, depth);
      if (item === undefined || this.column > column) return undefined;
      nodes.push(item);
      end = item.end;
    }
    return { kind: 'sequence', style: 'block', items: nodes.take(before), piece: this.piece, start, end };
  }

  /** What stands after the dash here, in a sequence at `column`. */
  protected item(column: number, depth: number): Node | undefined {
    const { text, at: dash } = this;
    const at = afterSpaces(text, dash + 1);
    if (isRestEmpty(text, at)) {
      this.toContent(nextLine(text, at));
      return this.column > column ? this.block(depth + 1) : undefined;
    }
    this.column += at - dash;
    this.at = at;
    if (this.isDash()) return undefined;
    const keyEnd = this.keyEnd();
    return keyEnd < 0 ? this.lineValue(column, depth) : this.map(depth + 1, keyEnd);
  }

  private map(depth: number, firstKeyEnd: number): MapNode | undefined {
    const { column, entries: all, piece } = this;
    const before = all.length;
    const start = this.at - this.base;
    let end = start;
    if (depth === 0) this.keys = column;
    for (let keyEnd = firstKeyEnd; ; keyEnd = this.keyEnd()) {
      const entry = keyEnd < 0 ? undefined : this.entry(keyEnd, column, depth);
      if (entry === undefined || this.column > column) return undefined;
      all.push(entry);
      end = entry.end;
      if (this.column < column) break;
    }
    const entries = all.take(before);
    return areNamedApart(entries) ? { kind: 'map', style: 'block', entries, piece, start, end } : undefined;
  }

  private entry(keyEnd: number, column: number, depth: number): MapEntry | undefined {
    const { piece, text, at: keyStart, base } = this;
    const isQuoted = isQuote(text.charCodeAt(keyStart));
    const key = isQuoted ? quotedScalar(this, keyStart) : undefined;
    const name = isQuoted ? '' : plainName(text, keyStart, keyEnd);
    if (name === undefined) return undefined;
    const at = afterSpaces(text, keyEnd + 1);
    let value: Node | undefined;
    if (!isRestEmpty(text, at)) {
      this.at = at;
      value = this.lineValue(column, depth);
      if (value === undefined) return undefined;
    } else {
      this.toContent(nextLine(text, at));
      if (this.column > column || (this.column === column && this.isDash())) {
        value = this.below(name, depth);
        if (value === undefined) return undefined;
      }
    }
    return key === undefined
      ? new PlainEntry(piece, keyStart - base, name, value)
      : entryOfKey(key, value, key.end + 1);
  }

  /** Where the key that starts here ends and its colon follows; -1 where none does. */
  private keyEnd(): number {
    const { text, at: start } = this;
    const end = isQuote(text.charCodeAt(start))
      ? this.quotedKeyEnd()
      : isPlainStart(text, start)
        ? plainEnd(text, start, inBlock)
        : -1;
    if (end < 0 || end - start > longestKey || text.charCodeAt(end) !== 58) return -1;
    return text.charCodeAt(end + 1) === 32 || isLineEnd(text, end + 1) ? end : -1;
  }

  private quotedKeyEnd(): number {
    const start = this.at;
    const key = quotedScalar(this, start);
    const end = this.at;
    this.at = start;
    return key === undefined || nextLine(this.text, start) < end ? -1 : end;
  }

  /** The value that starts here, in a collection at `parent`; goes to the next content. */
  private lineValue(parent: number, depth: number): Node | undefined {
    const { text } = this;
    const first = text.charCodeAt(this.at);
    if (isPlainStart(text, this.at)) return this.plainValue(parent);
    const node = isQuote(first)
      ? quotedScalar(this, parent)
      : first === 91 || first === 123
        ? flowNode(this, parent, depth + 1)
        : first === 124 || first === 62
          ? blockScalar(this, parent)
          : undefined;
    return node && this.withEmptyRest(node);
  }

  private withEmptyRest(node: Node): Node | undefined {
    const { text } = this;
    const rest = afterSpaces(text, this.at);
    if (!isRestEmpty(text, rest)) return undefined;
    this.toContent(nextLine(text, rest));
    return node;
  }

  private plainValue(parent: number): Node | undefined {
    const { text, at: start } = this;
    const end = plainEnd(text, start, inBlock);
    const node = end < 0 ? undefined : plainNode(this, end);
    if (node === undefined || this.withEmptyRest(node) === undefined) return undefined;
    if (this.column <= parent || this.isAfterComment || !isLineEnd(text, afterSpaces(text, end))) return node;
    this.at = start;
    const folded = foldedPlain(this, end, parent, inBlock);
    return folded && this.withEmptyRest(folded);
  }
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}
