/** Reads flow collections of which it is certain, over lines and with comments too: `{a: 1, "b":[2, 3], c}`. */
import { areNamedApart, entryOfKey, PlainEntry, PlainScalar, plainName } from './plainNodes.ts';
import { flowScalar, quotedScalar } from './readScalar.ts';
import {
  afterSpaces,
  deepestPlain,
  inFlow,
  isLineEnd,
  isPlainStart,
  nextLine,
  plainEnd,
  type Standing,
} from './readText.ts';
import type { MapEntry, MapNode, Node, ScalarNode, SequenceNode } from './tree.ts';

/** The collection where reading stands, whose lines are indented by more than `parent`; it ends where reading stands then. */
export function flowNode(standing: Standing, parent: number, depth: number): Node | undefined {
  if (depth > deepestPlain) return undefined;
  const isSequence = standing.text.charCodeAt(standing.at) === 91;
  return isSequence ? sequence(standing, parent, depth) : map(standing, parent, depth);
}

function sequence(standing: Standing, parent: number, depth: number): SequenceNode | undefined {
  const { nodes, piece } = standing;
  const [before, start] = [nodes.length, standing.at - standing.base];
  for (let code = nextToken(standing, 1, parent); code !== 93; code = nextToken(standing, 1, parent)) {
    const item = value(standing, parent, depth) ?? loneDash(standing);
    if (item === undefined) return undefined;
    nodes.push(item);
    const after = nextToken(standing, 0, parent);
    if (after === 93) break;
    if (after !== 44) return undefined;
  }
  const end = ++standing.at - standing.base;
  return { kind: 'sequence', style: 'flow', items: nodes.take(before), piece, start, end };
}

function map(standing: Standing, parent: number, depth: number): MapNode | undefined {
  const { entries: all, piece } = standing;
  const [before, start] = [all.length, standing.at - standing.base];
  for (let code = nextToken(standing, 1, parent); code !== 125; code = nextToken(standing, 1, parent)) {
    const entry = entryAt(standing, parent, depth);
    if (entry === undefined) return undefined;
    all.push(entry);
    const after = nextToken(standing, 0, parent);
    if (after === 125) break;
    if (after !== 44) return undefined;
  }
  const end = ++standing.at - standing.base;
  const entries = all.take(before);
  return areNamedApart(entries) ? { kind: 'map', style: 'flow', entries, piece, start, end } : undefined;
}

function entryAt(standing: Standing, parent: number, depth: number): MapEntry | undefined {
  const { text, at: start, piece, base } = standing;
  const end = isPlainStart(text, start) ? plainEnd(text, start, inFlow) : -1;
  if (end < 0 || text.charCodeAt(end) !== 58) return entryOfOtherKey(standing, parent, depth);
  const name = plainName(text, start, end);
  if (name === undefined) return undefined;
  standing.at = end;
  const code = nextToken(standing, 1, parent);
  if (code === 44 || code === 125) return new PlainEntry(piece, start - base, name, undefined);
  const found = value(standing, parent, depth);
  return found && new PlainEntry(piece, start - base, name, found);
}

/** With a quoted key, or with a key alone. */
function entryOfOtherKey(standing: Standing, parent: number, depth: number): MapEntry | undefined {
  const { text, at: start } = standing;
  const key = scalar(standing, parent);
  if (key === undefined || nextLine(text, start) < standing.at) return undefined;
  // In `{a：1}` and `{a:1}` the colon is part of the key, which is a slip.
  if (text.charCodeAt(standing.at) !== 58)
    return /[:：]/.test(key.source) ? undefined : entryOfKey(key, undefined, key.end);
  const code = nextToken(standing, 1, parent);
  if (code === 44 || code === 125) return entryOfKey(key, undefined, key.end + 1);
  const found = value(standing, parent, depth);
  return found && entryOfKey(key, found, found.end);
}

function value(standing: Standing, parent: number, depth: number): Node | undefined {
  const code = standing.text.charCodeAt(standing.at);
  return code === 91 || code === 123 ? flowNode(standing, parent, depth + 1) : scalar(standing, parent);
}

function scalar(standing: Standing, parent: number): ScalarNode | undefined {
  const code = standing.text.charCodeAt(standing.at);
  return code === 34 || code === 39 ? quotedScalar(standing, parent) : flowScalar(standing, parent);
}

/** A dash between brackets and commas of its line is a text in the format: `missing: [NA, -]`. */
function loneDash(standing: Standing): ScalarNode | undefined {
  const { text, at: start, piece, base } = standing;
  if (text.charCodeAt(start) !== 45) return undefined;
  const after = text.charCodeAt(afterSpaces(text, start + 1));
  let before = start - 1;
  while (text.charCodeAt(before) === 32) before--;
  const isAlone = (after === 44 || after === 93) && '[,'.includes(text[before]!);
  if (isAlone) standing.at = start + 1;
  return isAlone ? new PlainScalar(piece, start - base, '-', '-') : undefined;
}

/**
 * Steps over some characters, and over spaces, line ends and comments after them, to the character that it gives: none
 * where a line is not indented enough or the text ends.
 */
function nextToken(standing: Standing, nCharacters: number, parent: number): number {
  const { text } = standing;
  let at = afterSpaces(text, standing.at + nCharacters);
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 35) {
      const before = text.charCodeAt(at - 1);
      if (before !== 32 && before !== 10) break;
    } else if (!isLineEnd(text, at)) {
      standing.at = at;
      return code;
    }
    if (at >= text.length) break;
    const line = nextLine(text, at);
    at = afterSpaces(text, line);
    if (at - line <= parent && !isLineEnd(text, at)) break;
  }
  standing.at = text.length;
  return Number.NaN;
}
