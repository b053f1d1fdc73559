/** Reads flow collections of which it is certain, over lines and with comments too: `{a: 1, "b":[2, 3], c}`. */
import { plainScalar, quotedScalar } from './readScalar.ts';
import { afterSpaces, deepestPlain, isLineEnd, nextLine } from './readText.ts';
import type { MapEntry, MapNode, Node, Piece, ScalarNode, SequenceNode } from './tree.ts';

/** The collection at `at`, whose lines are indented by more than `parent`. */
export function flowNode(piece: Piece, at: number, parent: number, depth: number): Node | undefined {
  if (depth > deepestPlain) return undefined;
  return piece.text.charCodeAt(at) === 91 ? sequence(piece, at, parent, depth) : map(piece, at, parent, depth);
}

function sequence(piece: Piece, start: number, parent: number, depth: number): SequenceNode | undefined {
  const { text } = piece;
  const items: Node[] = [];
  let at = toToken(text, start + 1, parent);
  while (text.charCodeAt(at) !== 93) {
    const item = value(piece, at, parent, depth) ?? loneDash(piece, at);
    if (item === undefined) return undefined;
    items.push(item);
    at = toToken(text, item.end, parent);
    if (text.charCodeAt(at) === 93) break;
    if (text.charCodeAt(at) !== 44) return undefined;
    at = toToken(text, at + 1, parent);
  }
  return { kind: 'sequence', style: 'flow', items, piece, start, end: at + 1 };
}

function map(piece: Piece, start: number, parent: number, depth: number): MapNode | undefined {
  const { text } = piece;
  const entries: MapEntry[] = [];
  const names = new Set<string>();
  let at = toToken(text, start + 1, parent);
  while (text.charCodeAt(at) !== 125) {
    const entry = entryAt(piece, at, parent, depth);
    if (entry === undefined) return undefined;
    entries.push(entry);
    if (names.add(String(entry.key.value)).size < entries.length) return undefined;
    at = toToken(text, entry.end, parent);
    if (text.charCodeAt(at) === 125) break;
    if (text.charCodeAt(at) !== 44) return undefined;
    at = toToken(text, at + 1, parent);
  }
  return { kind: 'map', style: 'flow', entries, piece, start, end: at + 1 };
}

function entryAt(piece: Piece, start: number, parent: number, depth: number): MapEntry | undefined {
  const { text } = piece;
  const key = scalar(piece, start, parent);
  if (key === undefined || nextLine(text, start) < key.end) return undefined;
  if (text.charCodeAt(key.end) !== 58) return keyAlone(key);
  const at = toToken(text, key.end + 1, parent);
  const code = text.charCodeAt(at);
  if (code === 44 || code === 125) return { kind: 'entry', key, value: undefined, piece, start, end: key.end + 1 };
  const found = value(piece, at, parent, depth);
  return found && { kind: 'entry', key, value: found, piece, start, end: found.end };
}

/** In `{a：1}` and `{a:1}` the colon is part of the key, which is a slip. */
function keyAlone(key: ScalarNode): MapEntry | undefined {
  const { piece, start, end } = key;
  return /[:：]/.test(key.source) ? undefined : { kind: 'entry', key, value: undefined, piece, start, end };
}

function value(piece: Piece, at: number, parent: number, depth: number): Node | undefined {
  const code = piece.text.charCodeAt(at);
  return code === 91 || code === 123 ? flowNode(piece, at, parent, depth + 1) : scalar(piece, at, parent);
}

function scalar(piece: Piece, at: number, parent: number): ScalarNode | undefined {
  const code = piece.text.charCodeAt(at);
  return code === 34 || code === 39 ? quotedScalar(piece, at, parent) : plainScalar(piece, at, parent, 'flow');
}

/** A dash between brackets and commas of its line is a text in the format: `missing: [NA, -]`. */
function loneDash(piece: Piece, start: number): ScalarNode | undefined {
  const { text } = piece;
  if (text.charCodeAt(start) !== 45) return undefined;
  const after = text.charCodeAt(afterSpaces(text, start + 1));
  let before = start - 1;
  while (text.charCodeAt(before) === 32) before--;
  const isAlone = (after === 44 || after === 93) && '[,'.includes(text[before]!);
  return isAlone
    ? { kind: 'scalar', value: '-', source: '-', style: 'plain', piece, start, end: start + 1 }
    : undefined;
}

/** Steps over spaces, line ends and comments; -1 where a line is not indented enough or the text ends. */
function toToken(text: string, from: number, parent: number): number {
  let at = afterSpaces(text, from);
  for (;;) {
    if (text.charCodeAt(at) === 35) {
      const before = text.charCodeAt(at - 1);
      if (before !== 32 && before !== 10) return -1;
    } else if (!isLineEnd(text, at)) return at;
    if (at >= text.length) return -1;
    const line = nextLine(text, at);
    at = afterSpaces(text, line);
    const isShallow = at - line <= parent;
    if (isShallow && !isLineEnd(text, at)) return -1;
  }
}
