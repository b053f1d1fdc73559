/**
 * The tree of one file: its pieces and where they stand now. The places of the pieces are found when first asked for.
 * Does not know how pieces are found or read.
 */
import { CST, Lexer } from 'yaml';
import type { TextRange } from '../base/text.ts';
import type { Cut } from './cut.ts';
import type { PieceReading } from './read.ts';
import type { Comment, MapEntry, Node, Piece, Place, SyntaxProblem, Tree } from './tree.ts';

/** A piece as it was read, and the node that it gives with its nested items. */
export interface Reading {
  readonly own: PieceReading;
  readonly node: Node | undefined;
  readonly items: readonly Reading[];
}

/** Where a piece stands in the file. */
interface Standing {
  readonly start: number;
  /** Length of what is cut out at the hole. */
  readonly cutOut: number;
  /** Where the sequence of the nested items starts (its first dash) and ends (with its last node). */
  readonly sequence: TextRange | undefined;
}

export class FileTree implements Tree {
  readonly text: string;
  readonly cut: Cut;
  readonly reading: Reading;
  readonly errors: readonly SyntaxProblem[];
  readonly aliasExpansion: number;
  private standings: Map<Piece, Standing> | undefined;
  private foundComments: readonly Comment[] | undefined;

  constructor(text: string, cut: Cut, reading: Reading) {
    this.text = text;
    this.cut = cut;
    this.reading = reading;
    const readings = allReadings(reading);
    const errors = readings.flatMap(({ own }) => own.problems);
    this.errors =
      errors.length < 2 ? errors : errors.sort((a, b) => this.rangeOf(a.place).start - this.rangeOf(b.place).start);
    this.aliasExpansion = readings.reduce((sum, { own }) => sum + own.aliasExpansion, 0);
  }

  get root(): Node | undefined {
    return this.reading.node;
  }

  rangeOf({ piece, start, end }: Place): TextRange {
    const standing = this.standingOf(piece);
    const { hole } = piece;
    if (hole === undefined || standing.sequence === undefined || end < hole) {
      return { start: standing.start + start, end: standing.start + end };
    }
    const after = standing.start + standing.cutOut;
    if (start === hole && end === hole) return standing.sequence;
    return {
      start: start < hole ? standing.start + start : after + start,
      end: end > hole ? after + end : standing.sequence.end,
    };
  }

  comments(): readonly Comment[] {
    this.foundComments ??= allReadings(this.reading)
      .flatMap(({ own }) => commentsOf(own.piece))
      .map(place => ({ range: this.rangeOf(place), text: place.piece.text.slice(place.start + 1, place.end).trim() }))
      .sort((a, b) => a.range.start - b.range.start);
    return this.foundComments;
  }

  pathAt(offset: number): readonly (Node | MapEntry)[] {
    const path: (Node | MapEntry)[] = [];
    let parts: readonly (Node | MapEntry)[] = this.root === undefined ? [] : [this.root];
    for (;;) {
      const part = this.lastAt(parts, offset);
      if (part === undefined) return path;
      path.push(part);
      parts = partsOf(part);
    }
  }

  /** Of parts in the order of the text the last one that contains the offset. */
  private lastAt(parts: readonly (Node | MapEntry)[], offset: number): Node | MapEntry | undefined {
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.rangeOf(parts[middle]!).start <= offset) low = middle + 1;
      else high = middle;
    }
    const part = parts[low - 1];
    return part !== undefined && offset <= this.rangeOf(part).end ? part : undefined;
  }

  private standingOf(piece: Piece): Standing {
    if (this.standings === undefined) {
      this.standings = new Map();
      this.stand(this.cut, this.reading);
    }
    const standing = this.standings.get(piece);
    if (standing === undefined) throw new Error('the place is of another tree');
    return standing;
  }

  private stand(cut: Cut, reading: Reading): void {
    cut.items.forEach((item, index) => {
      this.stand(item, reading.items[index]!);
    });
    const cutOut = cut.hole === undefined ? 0 : cut.hole.end - cut.hole.start;
    this.standings!.set(reading.own.piece, { start: cut.start, cutOut, sequence: this.sequenceRange(cut, reading) });
  }

  private sequenceRange(cut: Cut, reading: Reading): TextRange | undefined {
    const last = reading.items.at(-1);
    if (cut.hole === undefined || last === undefined) return undefined;
    const { text } = last.own.piece;
    const start = this.text.indexOf('-', cut.hole.start);
    const lastStart = cut.items.at(-1)!.start;
    const end =
      last.node === undefined ? lastStart + text.length - text.trimStart().length + 1 : this.rangeOf(last.node).end;
    return { start, end };
  }
}

function allReadings(reading: Reading): readonly Reading[] {
  const found = [reading];
  for (const { items } of found) for (const item of items) found.push(item);
  return found;
}

function partsOf(part: Node | MapEntry): readonly (Node | MapEntry)[] {
  switch (part.kind) {
    case 'map':
      return part.entries;
    case 'sequence':
      return part.items;
    case 'entry':
      return part.value === undefined ? [part.key] : [part.key, part.value];
    case 'scalar':
    case 'alias':
      return [];
  }
}

/** Places of the comments; a quote that is never closed ends as in reading the piece. */
function commentsOf(piece: Piece): readonly Place[] {
  if (!piece.text.includes('#')) return [];
  const places: Place[] = [];
  let start = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(`${piece.text}\n#"'`)) {
    if (start >= piece.text.length) break;
    const type: string | null = isScalar ? 'text' : CST.tokenType(token);
    isScalar = type === 'scalar'; // a mark: the next token is the scalar's text
    if (type === 'comment') places.push({ piece, start, end: start + token.length });
    if (type !== 'scalar' && type !== 'doc-mode' && type !== 'flow-error-end') start += token.length;
  }
  return places;
}
