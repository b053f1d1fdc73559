/**
 * Reads a whole file in one go where nothing in it is uncertain, as nearly every file is when it is opened: its pieces are
 * those that the cutter would find, each item of an `indicators:` sequence one, and so are their nodes.
 */
import { type Columns, deepestItem } from './cut.ts';
import { Growing } from './growing.ts';
import { holeSequence, type Nested, Reading, sound } from './reading.ts';
import { PlainReader } from './readPlain.ts';
import type { Node, Piece, SequenceNode } from './tree.ts';

/** `undefined` where something is uncertain: then the cutter has to look at it. */
export function readWhole(text: string): Reading | undefined {
  // What the cutter does not cut: a CR alone may be a line's end or not.
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return undefined;
  return new WholeReader(text).file();
}

/** A piece whose text is known when it has been read. */
interface OpenPiece extends Piece {
  text: string;
  hole: number | undefined;
}

class WholeReader extends PlainReader {
  /** Of the items, at all levels, that are being read. */
  private readonly readings = new Growing<Reading>();
  /** How many pieces are being read, each in the one before. */
  private nOpen = 1;
  /** The items of the piece that was read last. */
  private nested: Nested | undefined;

  constructor(text: string) {
    super(text, { text: '', hole: undefined });
  }

  file(): Reading | undefined {
    const { piece } = this;
    this.toContent(0);
    const node = this.column === 0 ? this.block(0) : undefined;
    return node === undefined || this.column >= 0 ? undefined : this.finished(piece, node, 0, { dash: -1, keys: 0 });
  }

  protected override below(key: string, depth: number): Node | undefined {
    const isCut = depth === 0 && key === 'indicators' && this.nOpen <= deepestItem && this.isDash();
    return isCut ? this.items() : super.below(key, depth);
  }

  /** The nested items of the piece, which are cut out of its text. */
  private items(): SequenceNode | undefined {
    const { piece, base, keys, column, nodes, readings, line } = this;
    const nNodes = nodes.length;
    const nReadings = readings.length;
    this.nOpen++;
    while (this.column === column && this.isDash()) {
      const reading = this.nestedItem();
      if (reading === undefined || this.column > column) return undefined;
      nodes.push(reading.node!);
      readings.push(reading);
    }
    this.nOpen--;
    this.piece = piece;
    this.base = base + this.line - line;
    this.keys = keys;
    (piece as OpenPiece).hole = line - base;
    const sequence = holeSequence(piece, nodes.take(nNodes));
    this.nested = { sequence, items: readings.take(nReadings) };
    return sequence;
  }

  private nestedItem(): Reading | undefined {
    const { column: dash, line: start } = this;
    const piece = { text: '', hole: undefined };
    this.piece = piece;
    this.base = start;
    this.keys = -1;
    this.nested = undefined;
    const node = this.item(dash, -1);
    // What is wrong with a scalar here, others say.
    return node === undefined || node.kind === 'scalar'
      ? undefined
      : this.finished(piece, node, start, { dash, keys: this.keys });
  }

  /** Where the line of the next content starts. */
  private get line(): number {
    return this.column < 0 ? this.text.length : this.at - this.column;
  }

  private finished(piece: OpenPiece, node: Node, start: number, columns: Columns): Reading {
    const { text, nested, line: end } = this;
    const cutOut = this.base - start;
    const hole = start + (piece.hole ?? 0);
    piece.text = cutOut === 0 ? text.slice(start, end) : text.slice(start, hole) + text.slice(hole + cutOut, end);
    return new Reading({ piece, node, ...sound }, columns, nested);
  }
}
