/**
 * The tree of one file: its pieces and where they stand now. The places of the pieces are found when first asked for.
 * Does not know how pieces are found or read.
 */
import { CST, Lexer } from 'yaml';
import type { LongText } from '../base/longText.ts';
import type { TextRange } from '../base/text.ts';
import type { Reading } from './reading.ts';
import type { Comment, MapEntry, Node, Piece, Place, SyntaxProblem, Tree } from './tree.ts';

/** Where a piece stands in the file. */
interface Standing {
  readonly reading: Reading;
  readonly start: number;
  /** Length of what is cut out at the hole. */
  readonly cutOut: number;
}

/** Where a piece stood among the items of another. */
interface Spot {
  readonly parent: Piece;
  readonly nth: number;
}

export class FileTree implements Tree {
  readonly source: LongText;
  readonly reading: Reading;
  private allComments: readonly Comment[] | undefined;
  private sortedErrors: readonly SyntaxProblem[] | undefined;
  private readonly standings = new Map<Piece, Standing>();
  /**
   * What each piece stands in, and as which item. Handed on from tree to tree, so that an edit costs no more than what is new; a
   * hint, therefore, and proved right by going down from the root.
   */
  private spots: WeakMap<Piece, Spot> | undefined;

  constructor(source: LongText, reading: Reading, before?: FileTree) {
    this.source = source;
    this.reading = reading;
    this.spots = before?.spots;
    if (this.spots !== undefined) noteSpots(this.spots, reading, before!.reading);
  }

  get text(): string {
    return String(this.source);
  }

  get root(): Node | undefined {
    return this.reading.node;
  }

  get errors(): readonly SyntaxProblem[] {
    this.sortedErrors ??= this.reading.problems.toSorted(
      (a, b) => this.rangeOf(a.place).start - this.rangeOf(b.place).start,
    );
    return this.sortedErrors;
  }

  get aliasExpansion(): number {
    return this.reading.aliasExpansion;
  }

  rangeOf({ piece, start, end }: Place): TextRange {
    const standing = this.standingOf(piece);
    const { hole } = piece;
    if (hole === undefined || standing.reading.items.length === 0 || end < hole) {
      return { start: standing.start + start, end: standing.start + end };
    }
    const after = standing.start + standing.cutOut;
    if (start === hole && end === hole) return this.sequenceRange(standing);
    return {
      start: start < hole ? standing.start + start : after + start,
      end: end > hole ? after + end : this.sequenceRange(standing).end,
    };
  }

  comments(word = ''): readonly Comment[] {
    if (word !== '') return this.commentsWith(word);
    this.allComments ??= this.commentsWith('');
    return this.allComments;
  }

  private commentsWith(word: string): readonly Comment[] {
    return readingsWith(this.reading, word)
      .flatMap(({ piece }) => commentsOf(piece))
      .map(place => ({ range: this.rangeOf(place), text: place.piece.text.slice(place.start + 1, place.end).trim() }))
      .filter(({ text }) => text.includes(word))
      .sort((a, b) => a.range.start - b.range.start);
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
    const standing = this.standingBy(piece, this.spots);
    if (standing !== undefined) return standing;
    this.spots = new WeakMap();
    noteSpots(this.spots, this.reading, undefined);
    const found = this.standingBy(piece, this.spots);
    if (found === undefined) throw new Error('the place is of another tree');
    return found;
  }

  /** `undefined` where the hints do not lead to the piece. */
  private standingBy(piece: Piece, spots: WeakMap<Piece, Spot> | undefined): Standing | undefined {
    const known = this.standings.get(piece);
    if (known !== undefined) return known;
    const standing =
      piece === this.reading.piece ? standingAt(this.reading, 0) : this.standingIn(spots?.get(piece), piece, spots);
    if (standing !== undefined) this.standings.set(piece, standing);
    return standing;
  }

  private standingIn(
    spot: Spot | undefined,
    piece: Piece,
    spots: WeakMap<Piece, Spot> | undefined,
  ): Standing | undefined {
    const above = spot && this.standingBy(spot.parent, spots);
    if (above === undefined) return undefined;
    const nth = nearestIndex(above.reading.items, piece, spot!.nth);
    if (nth === undefined) return undefined;
    if (nth !== spot!.nth) spots!.set(piece, { parent: spot!.parent, nth });
    return standingAt(above.reading.items[nth]!, above.start + above.reading.startOf(nth));
  }

  /** From the first dash of the nested items to the end of their last node. */
  private sequenceRange({ reading, start }: Standing): TextRange {
    const last = reading.items.at(-1)!;
    const { text } = last.piece;
    const lastStart = start + reading.startOf(reading.items.length - 1);
    const end =
      last.node === undefined ? lastStart + text.length - text.trimStart().length + 1 : this.rangeOf(last.node).end;
    return { start: start + reading.startOf(0) + reading.items[0]!.piece.text.indexOf('-'), end };
  }
}

function standingAt(reading: Reading, start: number): Standing {
  return { reading, start, cutOut: reading.length - reading.piece.text.length };
}

/** Looked for from where it stood outwards: items put in before it move it by as many. */
function nearestIndex(items: readonly Reading[], piece: Piece, stood: number): number | undefined {
  for (let far = 0; far <= Math.max(stood, items.length - 1 - stood); far++) {
    if (items[stood - far]?.piece === piece) return stood - far;
    if (items[stood + far]?.piece === piece) return stood + far;
  }
  return undefined;
}

/** Notes where the pieces of a reading stand; what `before` held in the same places is known already. */
function noteSpots(spots: WeakMap<Piece, Spot>, reading: Reading, before: Reading | undefined): void {
  if (reading === before) return;
  const { items, piece } = reading;
  const old = before?.items ?? [];
  const most = Math.min(items.length, old.length);
  let front = 0;
  while (front < most && items[front] === old[front]) front++;
  let back = 0;
  while (back < most - front && items.at(-1 - back) === old.at(-1 - back)) back++;
  const isSamePiece = piece === before?.piece;
  for (const [index, item] of items.entries()) {
    const isSame = index < front || index >= items.length - back;
    if (isSame && isSamePiece) continue;
    spots.set(item.piece, { parent: piece, nth: index });
    if (!isSame) noteSpots(spots, item, old[index]);
  }
}

function readingsWith(reading: Reading, word: string): readonly Reading[] {
  if (!reading.includes(word)) return [];
  return [reading, ...reading.items.flatMap(item => readingsWith(item, word))];
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
