/**
 * Reads the text of one piece with `yaml` and makes our nodes of what it finds. Ranges end at the last visible character.
 * Knows nothing of other pieces, nor of where in the file its text stands.
 */
import type { Document } from 'yaml';
import { isAlias, isMap, isScalar, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Composed, composedOf, withLoneDashes } from './compose.ts';
import { entryOfKey } from './plainNodes.ts';
import { problemOf, smallPlace } from './problems.ts';
import { type ProblemText, texts } from './problemTexts.ts';
import type { AliasNode, MapEntry, MapNode, Node, Piece, ScalarNode, SequenceNode, SyntaxProblem } from './tree.ts';

/** What one piece says by itself: the sequence of its nested items is still an empty value. */
export interface PieceReading {
  readonly piece: Piece;
  readonly node: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly aliasExpansion: number;
}

/** Nodes nested deeper than this are an error and are not read, so that whoever walks a tree may recurse. */
export const deepestNode = 200;

/** When aliases stand for more nodes than this, the rest has no target, so that whoever follows them comes to an end. */
export const mostAliasedNodes = 10_000;

export function readPiece(piece: Piece): PieceReading {
  const composed = composedOf(piece.text);
  const reader = new NodeReader(piece, brokenKeys(composed));
  if (composed === undefined) {
    reader.report(texts.tooDeep, 0, 1);
    return { piece, node: undefined, problems: reader.problems, aliasExpansion: 0 };
  }
  const contents = composed.document.contents as YamlNode | null;
  const node = contents === null || isNothing(contents) ? undefined : reader.node(contents, 0);
  return { piece, node, problems: allProblems(piece, reader, composed), aliasExpansion: reader.aliasExpansion };
}

/** Where keys start or end that are on several lines, and must not be. */
function brokenKeys(composed: Composed | undefined): readonly number[] {
  const errors = composed?.document.errors ?? [];
  return errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').flatMap(({ pos }) => pos);
}

/** `yaml`'s errors and ours: a line with several of `yaml`'s errors has one mistake. */
function allProblems(piece: Piece, reader: NodeReader, { document, repaired }: Composed): readonly SyntaxProblem[] {
  const problems = reader.problems.filter(
    ({ code, place }) => code !== 'empty-key' || !reader.isConfusedAt(place.start),
  );
  const linesWithProblem = new Set(problems.map(problem => lineOf(piece.text, problem.place.start)));
  const starts = new Set<number>();
  let hasStopped = false;
  for (const error of [...repaired, ...document.errors, ...document.warnings]) {
    if (reader.isConfusedAt(error.pos[0]) || starts.has(error.pos[0])) continue;
    starts.add(error.pos[0]);
    // Where `yaml` has stopped reading, every further token is an error.
    if (hasStopped && /in YAML (stream|document)/.test(error.message)) continue;
    hasStopped ||= error.code === 'UNEXPECTED_TOKEN' && !repaired.includes(error);
    const problem = problemOf(error, piece);
    const line = lineOf(piece.text, problem.place.start);
    if (linesWithProblem.has(line)) continue;
    linesWithProblem.add(line);
    problems.push(problem);
  }
  return problems.sort((a, b) => a.place.start - b.place.start);
}

function lineOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

type YamlNode = NonNullable<Document.Parsed['contents']>;

/** Nothing is written there: no text, no anchor, no tag. */
function isNothing(node: YamlNode): boolean {
  return isScalar(node) && node.range![0] === node.range![1] && node.anchor === undefined && node.tag === undefined;
}

/** An anchored node with the number of nodes it stands for, or `open` while it is being read. */
type Anchored = { readonly node: Node; readonly size: number } | 'open';

class NodeReader {
  readonly problems: SyntaxProblem[] = [];
  /** As in `Tree`. */
  aliasExpansion = 0;
  private readonly piece: Piece;
  private readonly brokenKeys: readonly number[];
  private readonly anchors = new Map<string, Anchored>();
  /** Number of nodes read so far, an alias counted as what it stands for. */
  private size = 0;
  /** Ranges in which `yaml`'s errors only follow from an unclosed quote or bracket. */
  private readonly confused: { start: number; end: number }[] = [];

  constructor(piece: Piece, brokenKeys: readonly number[]) {
    this.piece = piece;
    this.brokenKeys = brokenKeys;
  }

  report(text: ProblemText, start: number, end: number): void {
    this.problems.push({ ...text, place: smallPlace(this.piece, start, end) });
  }

  isConfusedAt(offset: number): boolean {
    return offset > this.piece.text.length || this.confused.some(({ start, end }) => start <= offset && offset <= end);
  }

  node(source: YamlNode, depth: number): Node {
    const anchor = isAlias(source) ? undefined : source.anchor;
    const sizeBefore = this.size++;
    if (anchor !== undefined) this.anchors.set(anchor, 'open');
    const node = this.content(source, depth);
    if (anchor !== undefined) this.anchors.set(anchor, { node, size: this.size - sizeBefore });
    return node;
  }

  private content(source: YamlNode, depth: number): Node {
    if (isScalar(source)) return this.scalar(source);
    if (isAlias(source)) return this.alias(source.source, source.range![0], source.range![1]);
    if (depth < deepestNode) return isMap(source) ? this.map(source, depth) : this.sequence(source as YAMLSeq, depth);
    const start = source.range![0];
    this.report(texts.tooDeep, start, start + 1);
    return { kind: 'scalar', value: null, source: '', style: 'plain', piece: this.piece, start, end: start };
  }

  private scalar(scalar: Scalar): ScalarNode {
    const { piece } = this;
    const start = Math.min(scalar.range![0], piece.text.length);
    const rawEnd = Math.min(scalar.range![1], piece.text.length);
    const style = styleOf(scalar);
    const raw = piece.text.slice(start, rawEnd).trimEnd();
    const isUnclosed = (style === 'double-quoted' || style === 'single-quoted') && !isClosed(raw);
    const end = style === 'block' || isUnclosed ? start + raw.length : rawEnd;
    if (isUnclosed) {
      this.report(texts.unclosedQuote, start, end);
      this.confused.push({ start, end: rawEnd + 1 });
    }
    const text = withLoneDashes(scalar.source ?? '', piece.text);
    const value = isPlainValue(scalar.value) ? scalar.value : text;
    const read = typeof value === 'string' ? withLoneDashes(value, piece.text) : value;
    const source = typeof read === 'string' && style !== 'plain' ? read : text;
    return { kind: 'scalar', value: read, source, style, piece, start, end };
  }

  private alias(name: string, start: number, end: number): AliasNode {
    const anchored = this.anchors.get(name);
    const alias = { kind: 'alias', name, piece: this.piece, start, end } as const;
    if (anchored === undefined || anchored === 'open') {
      this.report(anchored === 'open' ? texts.selfAlias(name) : texts.unknownAlias(name), start, end);
      if (anchored === 'open') this.aliasExpansion = this.size = Number.POSITIVE_INFINITY;
      return { ...alias, target: undefined };
    }
    const wasWithin = this.aliasExpansion <= mostAliasedNodes;
    this.aliasExpansion += anchored.size;
    this.size += anchored.size - 1;
    const isWithin = this.aliasExpansion <= mostAliasedNodes;
    if (wasWithin && !isWithin) this.report(texts.aliasExpansion, start, end);
    return { ...alias, target: isWithin ? anchored.node : undefined };
  }

  private sequence(sequence: YAMLSeq, depth: number): SequenceNode {
    const items = sequence.items.map(item => this.node(item as YamlNode, depth + 1));
    const style = sequence.flow ? 'flow' : 'block';
    const start = firstDash(sequence) ?? sequence.range![0];
    const end = this.collectionEnd(sequence, start, items);
    return { kind: 'sequence', style, items, piece: this.piece, start, end };
  }

  private map(map: YAMLMap, depth: number): MapNode {
    const entries: MapEntry[] = [];
    const seen = new Set<string>();
    for (const pair of map.items as Pair<YamlNode, YamlNode | null>[]) {
      const entry = this.entry(pair, depth);
      if (entry === undefined) continue;
      const name = String(entry.key.value);
      if (seen.has(name)) this.report(texts.duplicateKey(name), entry.key.start, entry.key.end);
      seen.add(name);
      if (map.flow && pair.value === null) this.reportJoinedColon(entry.key);
      entries.push(entry);
    }
    const style = map.flow ? 'flow' : 'block';
    const start = style === 'block' && entries[0] !== undefined ? entries[0].start : map.range![0];
    return { kind: 'map', style, entries, piece: this.piece, start, end: this.collectionEnd(map, start, entries) };
  }

  /** In `{a：1}` and `{a:1}` the colon is part of the key, which YAML allows. */
  private reportJoinedColon(key: ScalarNode): void {
    if (key.style !== 'plain' || !/[:：]/.test(key.source)) return;
    const error = { code: 'MISSING_CHAR', message: 'Implicit map keys need to be followed by map values' } as const;
    this.problems.push(problemOf({ ...error, pos: [key.start, key.end] }, this.piece));
  }

  private entry(pair: Pair<YamlNode, YamlNode | null>, depth: number): MapEntry | undefined {
    const whole = this.node(pair.key, depth + 1);
    const isBroken = this.brokenKeys.some(at => whole.start <= at && at <= whole.end);
    const key = isBroken ? lastLine(whole) : whole;
    const value = pair.value === null || isNothing(pair.value) ? undefined : this.node(pair.value, depth + 1);
    if (key.kind !== 'scalar' || isNothing(pair.key)) {
      this.report(key.kind === 'scalar' ? texts.emptyKey : texts.badKey, key.start, Math.max(key.end, key.start + 1));
      return undefined;
    }
    const colon = pair.srcToken?.sep?.find(token => token.type === 'map-value-ind');
    const end = colon === undefined ? key.end : colon.offset + 1;
    return entryOfKey(key, value, end);
  }

  /** The end of a flow collection is its bracket, that of a block collection the end of its last part. */
  private collectionEnd(source: YAMLMap | YAMLSeq, start: number, parts: readonly { readonly end: number }[]): number {
    const token = source.srcToken;
    const contentEnd = parts.at(-1)?.end ?? source.range![0];
    if (token?.type !== 'flow-collection') return Math.max(start, contentEnd);
    const end = Math.min(source.range![1], this.piece.text.length);
    if (token.end[0]?.source === (token.start.source === '{' ? '}' : ']')) return end;
    const isInnerOpen = this.confused.some(range => range.start > start);
    if (!isInnerOpen) this.report(texts.unclosedFlow(token.start.source), start, start + 1);
    this.confused.push({ start, end: this.piece.text.length });
    return Math.max(start + 1, contentEnd);
  }
}

/** Of a key over several lines the first lines lack their colon, and the last one is the key. */
function lastLine(key: Node): Node {
  if (key.kind !== 'scalar' || key.style !== 'plain') return key;
  const written = key.piece.text.slice(key.start, key.end);
  if (!written.includes('\n')) return key;
  const source = written.slice(written.lastIndexOf('\n') + 1).trimStart();
  return { ...key, value: source, source, start: key.end - source.length };
}

function isPlainValue(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function styleOf(scalar: Scalar): ScalarNode['style'] {
  switch (scalar.type) {
    case 'QUOTE_DOUBLE':
      return 'double-quoted';
    case 'QUOTE_SINGLE':
      return 'single-quoted';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return 'plain';
  }
}

/** `raw` starts with its quote. */
function isClosed(raw: string): boolean {
  if (raw.length < 2 || raw.at(-1) !== raw[0]) return false;
  const content = raw.slice(1, -1);
  if (raw[0] === "'") return !content.replaceAll("''", '').includes("'");
  let end = content.length;
  while (content[end - 1] === '\\') end--;
  return (content.length - end) % 2 === 0;
}

function firstDash(sequence: YAMLSeq): number | undefined {
  const token = sequence.srcToken;
  if (token?.type !== 'block-seq') return undefined;
  return token.items[0]?.start.find(part => part.type === 'seq-item-ind')?.offset;
}
