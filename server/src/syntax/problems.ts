/**
 * Makes our problems of `yaml`'s errors: which mistake is behind them and where exactly it is. Knows nothing of the tree.
 */
import type { YAMLError } from 'yaml';
import { type ProblemText, texts } from './problemTexts.ts';
import type { Piece, Place, SyntaxProblem } from './tree.ts';

export function problemOf(error: Pick<YAMLError, 'code' | 'message' | 'pos'>, piece: Piece): SyntaxProblem {
  const [start, end] = error.pos;
  const at = (text: ProblemText, from = start, to = end) => ({ ...text, place: smallPlace(piece, from, to) });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return tabProblem(piece, start) ?? at(texts.tabIndent);
    case 'BAD_INDENT':
      return error.message.startsWith('Flow')
        ? missingCharacter(error.message, piece, start, end)
        : badIndent(piece, start);
    case 'MISSING_CHAR':
      return missingCharacter(error.message, piece, start, end);
    case 'MULTILINE_IMPLICIT_KEY':
      return unfinishedKey(piece, start);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return nestedColon(piece, start);
    case 'BLOCK_IN_FLOW':
      return at(texts.blockInFlow);
    case 'BAD_SCALAR_START':
      return at(texts.badStart, start, start + 1);
    case 'BAD_DQ_ESCAPE':
      return at(texts.badEscape, start, start + 2);
    case 'BAD_ALIAS':
      return at(texts.badAlias);
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
      return at(texts.badProperty);
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      return at(texts.unknownTag);
    case 'BAD_DIRECTIVE':
      return at(texts.badDirective);
    case 'MULTIPLE_DOCS':
      return at(texts.multipleDocuments);
    case 'KEY_OVER_1024_CHARS':
      return at(texts.keyTooLong);
    case 'NON_STRING_KEY':
      return at(texts.badKey);
    case 'RESOURCE_EXHAUSTION':
      return at(texts.tooDeep, start, start + 1);
    case 'DUPLICATE_KEY':
    case 'UNEXPECTED_TOKEN':
    case 'IMPOSSIBLE':
      return unexpected(piece, start, end);
  }
}

/** The tab in the indentation of the line that `at` stands on, if there is one. */
function tabProblem(piece: Piece, at: number): SyntaxProblem | undefined {
  const line = piece.text.lastIndexOf('\n', at - 1) + 1;
  const indent = /^[ \t]*/.exec(piece.text.slice(line, line + 1000))![0];
  const tab = indent.indexOf('\t');
  return tab < 0 ? undefined : { ...texts.tabIndent, place: { piece, start: line + tab, end: line + tab + 1 } };
}

/** `yaml` may report it at the end of the line before. */
function badIndent(piece: Piece, at: number): SyntaxProblem {
  const start = nextContent(piece.text, at);
  return tabProblem(piece, start) ?? { ...texts.badIndent, place: smallPlace(piece, start, piece.text.length) };
}

function nextContent(text: string, at: number): number {
  let next = at;
  while (next < text.length && isWhite(text[next])) next++;
  return next < text.length ? next : at;
}

/** A second `: ` in one line; where it is on a later line, that line is indented as if it belonged to the value. */
function nestedColon(piece: Piece, start: number): SyntaxProblem {
  const { text } = piece;
  const lineEnd = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
  const colon = text.slice(start, lineEnd).search(/:(\s|$)/);
  if (colon < 0) return badIndent(piece, lineEnd);
  const comma = text.slice(start, start + colon).indexOf('，');
  if (comma >= 0 && isInFlow(text, start)) {
    return { ...texts.fullWidthComma, place: { piece, start: start + comma, end: start + comma + 1 } };
  }
  return { ...texts.nestedColon, place: { piece, start: start + colon, end: start + colon + 1 } };
}

/** Whether the last bracket before is an opening one; brackets in quotes may mislead it, so that only words hang on it. */
function isInFlow(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const last = (brackets: RegExp) => before.search(brackets);
  return last(/[[{][^[\]{}]*$/) > last(/[\]}][^[\]{}]*$/);
}

/** `yaml` has one code for all that is missing. */
function missingCharacter(message: string, piece: Piece, start: number, end: number): SyntaxProblem {
  if (message.startsWith('Implicit map keys')) return unfinishedKey(piece, start, end);
  const place = smallPlace(piece, start, end);
  if (message.startsWith('Missing space after :')) return { ...texts.missingSpace, place };
  if (message.startsWith('Missing ,')) return { ...texts.missingComma, place };
  if (message.startsWith('Missing closing')) return { ...texts.unclosedQuote, place };
  if (message.startsWith('Sequence item')) return missingDash(piece, start);
  if (message.startsWith('Comments must')) return { ...texts.commentSpace, place };
  if (message.startsWith('Flow')) return { ...texts.unclosedFlow(message.startsWith('Flow map') ? '{' : '['), place };
  if (message.startsWith('Block scalar')) return badIndent(piece, start);
  if (message.startsWith('Missing directives-end')) return { ...texts.badDirective, place };
  return { ...texts.badProperty, place };
}

/** A key among the items is rather indented badly. */
function missingDash(piece: Piece, at: number): SyntaxProblem {
  const start = nextContent(piece.text, at);
  const place = smallPlace(piece, start, piece.text.length);
  const isKey = /:(\s|$)/.test(piece.text.slice(place.start, place.end));
  return isKey ? badIndent(piece, at) : { ...texts.missingDash, place };
}

/** A key without `: `; often the colon is there, but full-width or without its space. */
function unfinishedKey(piece: Piece, start: number, end = piece.text.length): SyntaxProblem {
  const place = smallPlace(piece, start, end);
  const key = piece.text.slice(place.start, place.end);
  const colon = key.search(/[:：]/);
  if (colon < 0) return { ...texts.missingColon, place };
  const text = key[colon] === ':' ? texts.missingSpace : texts.fullWidthColon;
  return { ...text, place: { piece, start: place.start + colon, end: place.start + colon + 1 } };
}

/** Text that starts its line and fits nowhere is indented badly. */
function unexpected(piece: Piece, start: number, end: number): SyntaxProblem {
  const place = smallPlace(piece, start, end);
  const character = piece.text[place.start];
  if (character !== undefined && ',[]{}?:-|>%@`"\'&*!#'.includes(character)) {
    return { ...texts.unexpectedCharacter(character), place: { piece, start: place.start, end: place.start + 1 } };
  }
  const line = piece.text.lastIndexOf('\n', place.start - 1) + 1;
  const startsLine = piece.text.slice(line, place.start).trim() === '';
  return startsLine && place.start > 0 ? badIndent(piece, place.start) : { ...texts.unexpected, place };
}

/** The place cut to its first line, without white space at its ends; where nothing is left, the character before it. */
export function smallPlace(piece: Piece, start: number, end: number): Place {
  const { text } = piece;
  let from = Math.max(0, Math.min(start, text.length));
  let to = Math.max(from, Math.min(end, text.length));
  const lineEnd = text.indexOf('\n', from);
  if (lineEnd >= 0) to = Math.min(to, lineEnd);
  while (to > from && isWhite(text[to - 1])) to--;
  if (to > from) return { piece, start: from, end: to };
  while (from > 0 && isWhite(text[from - 1])) from--;
  return from > 0 ? { piece, start: from - 1, end: from } : { piece, start: 0, end: Math.min(1, text.length) };
}

function isWhite(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
