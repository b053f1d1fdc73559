/**
 * Small edits of a file through its tree: they touch what they change and leave comments and layout alone. All return
 * edits of the tree's text. A `source` is a value as it is written in YAML (see `quoteScalar` for strings).
 */
import type { TextEdit } from '../base/text.ts';
import { quoteScalar } from './quote.ts';
import type { MapEntry, MapNode, ScalarNode, Tree } from './tree.ts';

export { quoteScalar } from './quote.ts';

export function replaceScalar(tree: Tree, node: ScalarNode, newSource: string): readonly TextEdit[] {
  const range = tree.rangeOf(node);
  const isGlued = range.start === range.end && /[-:]/.test(tree.text[range.start - 1] ?? '');
  return [{ range, newText: isGlued ? ` ${newSource}` : newSource }];
}

/** Writes the value of an entry, which may be missing. A block value is replaced up to its last line. */
export function replaceValue(tree: Tree, entry: MapEntry, newSource: string): readonly TextEdit[] {
  if (entry.value !== undefined) return [{ range: tree.rangeOf(entry.value), newText: newSource }];
  const { end } = tree.rangeOf(entry);
  const hasColon = tree.text[end - 1] === ':' && end > tree.rangeOf(entry.key).end;
  return [{ range: { start: end, end }, newText: hasColon ? ` ${newSource}` : `: ${newSource}` }];
}

export function renameKey(tree: Tree, entry: MapEntry, newKey: string): readonly TextEdit[] {
  return [{ range: tree.rangeOf(entry.key), newText: quoteScalar(newKey) }];
}

export interface InsertOptions {
  /** The key after which the entry goes. Without it: after the last entry that is not a nested block. */
  readonly after?: string;
}

/**
 * Adds an entry to a map. Further lines of `source` are indented with the key; a source that starts with a line end
 * begins on the line after the key. No edit where a broken block map has no entry to go by, and in a pair without braces
 * (`[a: 1]`).
 */
export function insertEntry(
  tree: Tree,
  map: MapNode,
  key: string,
  source: string,
  options: InsertOptions = {},
): readonly TextEdit[] {
  const place = entryBefore(map, options.after);
  const written = `${quoteScalar(key)}:${source.startsWith('\n') ? '' : ' '}${source}`;
  if (isBarePair(tree, map)) return [];
  if (map.style === 'flow') return [insertInFlow(tree, map, place, written)];
  return place === undefined ? [] : [insertLine(tree, map, place, written)];
}

function entryBefore(map: MapNode, after: string | undefined): MapEntry | undefined {
  const wanted = after === undefined ? undefined : map.entries.find(entry => String(entry.key.value) === after);
  return wanted ?? map.entries.findLast(entry => !isNestedBlock(entry)) ?? map.entries.at(-1);
}

function isBarePair(tree: Tree, map: MapNode): boolean {
  return map.style === 'flow' && tree.text[tree.rangeOf(map).start] !== '{';
}

function isNestedBlock({ value }: MapEntry): boolean {
  return (value?.kind === 'map' || value?.kind === 'sequence') && value.style === 'block';
}

function insertLine(tree: Tree, map: MapNode, before: MapEntry, written: string): TextEdit {
  const pad = ' '.repeat(columnOf(tree.text, tree.rangeOf(map.entries[0]!).start));
  const at = blockEnd(tree, before);
  const lineEnd = lineEndOf(tree.text);
  const lines = written.split(/\r?\n/).map(line => (line === '' ? '' : pad + line));
  return { range: { start: at, end: at }, newText: ['', ...lines].join(lineEnd) };
}

function insertInFlow(tree: Tree, map: MapNode, before: MapEntry | undefined, written: string): TextEdit {
  if (before === undefined) {
    const at = tree.rangeOf(map).start + 1;
    return { range: { start: at, end: at }, newText: written };
  }
  const { start, end } = tree.rangeOf(before);
  const lead = tree.text.slice(lineStart(tree.text, start), start);
  const separator = lead.trim() === '' ? `,${lineEndOf(tree.text)}${lead}` : ', ';
  return { range: { start: end, end }, newText: separator + written };
}

/**
 * Removes an entry with its lines and the comment behind it; comments on lines of their own stay. No edit where such a
 * comment would become part of a block scalar before the entry.
 */
export function removeEntry(tree: Tree, map: MapNode, entry: MapEntry): readonly TextEdit[] {
  const index = map.entries.indexOf(entry);
  if (index < 0 || isBarePair(tree, map)) return [];
  const range = map.style === 'flow' ? flowRemoval(tree, map, index) : blockRemoval(tree, map, index);
  if (map.style === 'block' && wouldSwallowComment(tree, map.entries[index - 1], range.end)) return [];
  return [{ range, newText: '' }];
}

function blockRemoval(tree: Tree, map: MapNode, index: number): TextEdit['range'] {
  const { text } = tree;
  const entry = map.entries[index]!;
  const { start } = tree.rangeOf(entry);
  const end = blockEnd(tree, entry);
  const line = lineStart(text, start);
  if (text.slice(line, start).trim() !== '') {
    // After a dash: the next entry moves up, unless comments stand between.
    const next = map.entries[index + 1];
    const nextStart = next === undefined ? end : tree.rangeOf(next).start;
    const isClear = text.slice(end, nextStart).trim() === '';
    return isClear ? { start, end: nextStart } : { start: line + text.slice(line, start).trimEnd().length, end };
  }
  const nextLine = text.indexOf('\n', end) + 1;
  if (nextLine > 0) return { start: line, end: nextLine };
  return { start: Math.max(0, text.endsWith('\r', line - 1) ? line - 2 : line - 1), end };
}

function flowRemoval(tree: Tree, map: MapNode, index: number): TextEdit['range'] {
  const { text } = tree;
  const { start, end } = tree.rangeOf(map.entries[index]!);
  const before = map.entries[index - 1];
  const after = map.entries[index + 1];
  const from = before === undefined ? start : tree.rangeOf(before).end;
  const to = before === undefined && after !== undefined ? tree.rangeOf(after).start : end;
  if (text.slice(from, start).includes('#') || text.slice(end, to).includes('#'))
    return { start, end: afterComma(text, end) };
  return { start: from, end: before === undefined && after === undefined ? afterComma(text, end) : to };
}

function afterComma(text: string, at: number): number {
  const comma = /^\s*,/.exec(text.slice(at, at + 200));
  return comma === null ? at : at + comma[0].length;
}

/**
 * The end of the last line that an entry of a block map takes, its comment included. Blank lines belong to a block
 * scalar that keeps them (`|+`).
 */
function blockEnd(tree: Tree, entry: MapEntry): number {
  const { text } = tree;
  const { end } = tree.rangeOf(entry);
  const next = text.indexOf('\n', end);
  let lineEnd = next < 0 ? text.length : next;
  if (keepsBlankLines(tree, entry)) {
    const rest = /^(?:[ \t\r]*\n)*/.exec(text.slice(lineEnd + 1))![0];
    if (rest !== '') lineEnd += rest.length;
  }
  return text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
}

function keepsBlankLines(tree: Tree, entry: MapEntry): boolean {
  const scalar = endsInBlockScalar(tree, entry);
  if (scalar === undefined) return false;
  const { start } = tree.rangeOf(scalar);
  return /^[|>][0-9]?\+/.test(tree.text.slice(start, start + 3));
}

function endsInBlockScalar(tree: Tree, entry: MapEntry | undefined): ScalarNode | undefined {
  const last = entry && tree.pathAt(tree.rangeOf(entry).end).at(-1);
  return last?.kind === 'scalar' && last.style === 'block' ? last : undefined;
}

/** Would a comment that comes next at `at` be a line of the block scalar that the entry ends in? */
function wouldSwallowComment(tree: Tree, entry: MapEntry | undefined, at: number): boolean {
  const scalar = endsInBlockScalar(tree, entry);
  const comment = /^(?:[ \t\r]*\n)*( *)#/.exec(tree.text.slice(at));
  if (scalar === undefined || comment === null) return false;
  const { start, end } = tree.rangeOf(scalar);
  const lines = tree.text.slice(start, end).split('\n').slice(1);
  return lines.some(line => line.trim() !== '' && line.length - line.trimStart().length <= comment[1]!.length);
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function columnOf(text: string, at: number): number {
  const start = lineStart(text, at);
  return at - start - (text[start] === '\uFEFF' ? 1 : 0);
}

function lineEndOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}
