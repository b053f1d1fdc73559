/**
 * Where in the format a position of the text is, also while it is being written: on an empty line, in a key without its
 * colon, behind a colon without a value. Block style goes by columns, flow style by brackets and commas.
 */
import type { TextRange } from '../base/text.ts';
import type { MapEntry, MapNode, Node, SequenceNode, Tree } from '../syntax/tree.ts';
import { type DocumentKind, type SchemaPath, type SchemaPlace, schemaOf } from './schema.ts';

export type SchemaCursor =
  /**
   * A key of `place`, or the start of one. Where nothing is written at `place` yet, its values may begin here too.
   * `subject` is the value under the key, where the key is written and known.
   */
  | {
      readonly at: 'key';
      readonly place: SchemaPlace;
      readonly word: TextRange;
      readonly entry: MapEntry | undefined;
      readonly subject: SchemaPlace | undefined;
      readonly lead: Lead;
    }
  /** The value at `place`, or the start of it. */
  | { readonly at: 'value'; readonly place: SchemaPlace; readonly word: TextRange; readonly lead: Lead };

/** What is still missing before the word: the dash of a new item, or a blank behind a colon or a dash. */
type Lead = '' | ' ' | '- ';

/** `undefined` in comments and where the format knows no such place. */
export function schemaAt(tree: Tree, offset: number, kind: DocumentKind = 'system'): SchemaCursor | undefined {
  if (isInComment(tree, offset)) return undefined;
  const spot = flowSpot(tree, offset) ?? blockSpot(tree, offset);
  const found = schemaOf(tree, spot.path, kind);
  const isNewList = spot.at === 'key' && found?.types.join() === 'array' && found.node?.kind !== 'sequence';
  const place = isNewList ? schemaOf(tree, [...spot.path, 0], kind) : found;
  if (place === undefined) return undefined;
  const { start } = spot;
  const blank = /[:-]/.test(tree.source.slice(start - 1, start)) ? ' ' : '';
  if (spot.at === 'value')
    return { at: 'value', place, word: { start, end: wordEnd(tree, start, offset) }, lead: blank };
  const entry = entryAt(tree, place.node, offset);
  const word = entry === undefined ? { start, end: wordEnd(tree, start, offset) } : tree.rangeOf(entry.key);
  const subject = entry && schemaOf(tree, [...spot.path, entry.name], kind);
  return { at: 'key', place, word, entry, subject, lead: isNewList || spot.isBetweenItems ? '- ' : blank };
}

function isInComment(tree: Tree, offset: number): boolean {
  const typed = tree.source.slice(tree.source.lineStart(offset), offset);
  return typed.includes('#') && tree.comments().some(({ range }) => range.start < offset && offset <= range.end);
}

/** In the map or the value at `path`, where a word starts at `start`. */
interface Spot {
  readonly at: 'key' | 'value';
  readonly path: SchemaPath;
  readonly start: number;
  /** On a line of its own under the dashes of a list. */
  readonly isBetweenItems?: boolean;
}

function entryAt(tree: Tree, node: Node | undefined, offset: number): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find(({ key }) => {
    const { start, end } = tree.rangeOf(key);
    return start <= offset && offset <= end;
  });
}

/** The end of the scalar that starts there, else the cursor. */
function wordEnd(tree: Tree, start: number, offset: number): number {
  const last = tree.pathAt(start).at(-1);
  if (last?.kind !== 'scalar') return offset;
  const range = tree.rangeOf(last);
  return range.start === start ? Math.max(range.end, offset) : offset;
}

function flowSpot(tree: Tree, offset: number): Spot | undefined {
  const chain = tree.pathAt(endOfWords(tree, offset));
  const index = chain.findLastIndex(part => isFlow(part) && isInside(tree, part, offset));
  const container = chain[index];
  if (container?.kind !== 'map' && container?.kind !== 'sequence') return undefined;
  const path = pathOf(chain.slice(0, index + 1));
  const from = tree.rangeOf(container).start + 1;
  const item = flowItem(tree.source.slice(from, offset));
  const [start, nBefore] = [from + item.start, item.nBefore];
  const typed = tree.source.slice(start, offset);
  if (container.kind === 'sequence') return { at: 'value', path: [...path, nBefore], start: start + blanks(typed) };
  const written = keyAndColon.exec(typed);
  if (written === null) return { at: 'key', path, start: start + blanks(typed) };
  return { at: 'value', path: [...path, unquoted(written[1]!)], start: start + written[0].length };
}

/** A key with its colon and the blanks after it, at the start of a text. */
const keyAndColon = /^\s*("[^"]*"|'[^']*'|[^\s"'][^:]*?)\s*:(?:\s+|$)/;

function isFlow(part: Node | MapEntry): part is MapNode | SequenceNode {
  return (part.kind === 'map' || part.kind === 'sequence') && part.style === 'flow';
}

function isInside(tree: Tree, part: Node | MapEntry, offset: number): boolean {
  const { start, end } = tree.rangeOf(part);
  return start < offset && (offset < end || !/[\]}]/.test(tree.source.slice(end - 1, end)));
}

function pathOf(chain: readonly (Node | MapEntry)[]): SchemaPath {
  return chain.flatMap((part, index): SchemaPath => {
    const next = chain[index + 1];
    if (part.kind === 'entry') return next === undefined ? [] : [part.name];
    return part.kind === 'sequence' && next !== undefined ? [part.items.indexOf(next as Node)] : [];
  });
}

/** The offset after the last visible character before another, commas not counted. */
function endOfWords({ source }: Tree, offset: number): number {
  for (let end = offset; end > 0; ) {
    const before = source.slice(Math.max(0, end - 100), end).replace(/[\s,]+$/, '');
    if (before !== '') return Math.max(0, end - 100) + before.length;
    end -= 100;
  }
  return 0;
}

/** Of a text from behind its bracket: where the item at its end starts, and how many stand before it in the same brackets. */
function flowItem(text: string): { readonly start: number; readonly nBefore: number } {
  let start = 0;
  let nBefore = 0;
  let depth = 0;
  let quote = '';
  for (let position = 0; position < text.length; position++) {
    const character = text[position]!;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    else if (character === ',' && depth === 0) {
      start = position + 1;
      nBefore++;
    }
  }
  return { start, nBefore };
}

function blockSpot(tree: Tree, offset: number): Spot {
  const lineStart = tree.source.lineStart(offset);
  const typed = tree.source.slice(lineStart, offset);
  const lead = /^\s*(?:-(?:\s+|$))*/.exec(typed)![0];
  const owner = ownerOf(tree, { lineStart, lead });
  const start = lineStart + lead.length;
  if (isTextFromAbove(tree, owner.node, lineStart)) return { at: 'value', path: owner.path, start };
  const written = keyAndColon.exec(typed.slice(lead.length));
  if (written === null) return { at: 'key', path: owner.path, start, isBetweenItems: owner.isBetweenItems ?? false };
  return { at: 'value', path: [...owner.path, unquoted(written[1]!)], start: start + written[0].length };
}

/** The line of the cursor: where it starts, and the blanks and dashes that it starts with. */
interface Line {
  readonly lineStart: number;
  readonly lead: string;
}

interface Owner {
  readonly path: SchemaPath;
  readonly node: Node | undefined;
  readonly isBetweenItems?: boolean;
}

/** The map that a key on the line belongs to, or the place where one would begin. */
function ownerOf(tree: Tree, line: Line): Owner {
  let owner: Owner = { path: [], node: tree.root };
  for (;;) {
    const inner = stepDown(tree, line, owner);
    if (inner === undefined) return owner;
    owner = inner;
  }
}

function stepDown(tree: Tree, { lineStart, lead }: Line, { path, node }: Owner): Owner | undefined {
  const startOf = (part: Node | MapEntry) => tree.rangeOf(part).start;
  const columnOf = (position: number) => tree.source.positionAt(position).character;
  if (node?.kind === 'map' && node.style === 'block') {
    const [first] = node.entries;
    const above = node.entries.findLast(entry => startOf(entry) < lineStart);
    const isDashOfEntry = above?.value?.kind === 'sequence' && lead[columnOf(startOf(above.value))] === '-';
    if (first === undefined || above === undefined) return undefined;
    if (lead.length <= columnOf(startOf(first)) && !isDashOfEntry) return undefined;
    return { path: [...path, above.name], node: above.value };
  }
  if (node?.kind === 'sequence' && node.style === 'block') {
    const nAbove = node.items.filter(item => startOf(item) < lineStart).length;
    const startsItem = lead[columnOf(startOf(node))] === '-';
    if (lead.length === columnOf(startOf(node)))
      return { path: [...path, node.items.length], node: undefined, isBetweenItems: true };
    const position = startsItem ? nAbove : Math.max(0, nAbove - 1);
    const item = node.items[position];
    return { path: [...path, position], node: item };
  }
  const dashes = [...lead].filter(character => character === '-').length;
  const isNewList = node === undefined && dashes > 0 && typeof path.at(-1) === 'string';
  return isNewList ? { path: [...path, 0], node: undefined } : undefined;
}

/** Whether the line only goes on with a text that began on a line above. */
function isTextFromAbove(tree: Tree, node: Node | undefined, lineStart: number): boolean {
  return node?.kind === 'scalar' && node.value !== null && tree.rangeOf(node).start < lineStart;
}

function blanks(text: string): number {
  return text.length - text.trimStart().length;
}

function unquoted(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}
