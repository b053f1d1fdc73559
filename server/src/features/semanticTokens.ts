/** Colours by meaning: keys of the format, words of closed lists, names by what they name, numbers. */
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { LongText } from '../base/longText.ts';
import type { TextRange } from '../base/text.ts';
import type { WrittenScalar } from '../schema/scalars.ts';
import { itemsOf, type Node, resolved, type Tree, valueAt } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { definedBy, type NameKind } from './names.ts';
import { semanticTokenTypes } from './semanticLegend.ts';
import { touching } from './touching.ts';

type TokenType = (typeof semanticTokenTypes)[number];

const typeOfName: Readonly<Record<NameKind, TokenType>> = {
  indicator: 'class',
  adjustment: 'class',
  publication: 'class',
  column: 'variable',
  group: 'type',
  'group-value': 'enumMember',
  unit: 'struct',
  tier: 'enum',
  level: 'number',
  data: 'namespace',
  file: 'string',
};

interface Token extends TextRange {
  readonly type: TokenType;
  readonly bits: number;
}

/** Of the whole file, or of what begins in a range. */
export function semanticTokens(workspace: Workspace, file: string, within?: Range): SemanticTokens {
  const tree = workspace.tree(file);
  const { source } = tree;
  const range =
    within === undefined
      ? { start: 0, end: source.length }
      : { start: source.offsetAt(within.start), end: source.offsetAt(within.end) };
  const scalars = workspace.scalars(file);
  const pieces = within === undefined ? scalars.pieces : piecesIn(tree, range);
  const tokens: Token[] = [];
  for (const piece of pieces) {
    for (const scalar of scalars.of(piece)) {
      const { start, end } = tree.rangeOf(scalar.node);
      const type = typeOf(scalar);
      if (type === undefined || end < range.start || range.end < start) continue;
      if (mayHoldLines(scalar) && source.slice(start, end).includes('\n')) continue;
      tokens.push({ start, end, type, bits: definedBy(scalar) === undefined ? 0 : 1 });
    }
  }
  tokens.sort((a, b) => a.start - b.start);
  return { data: encoded(source, tokens) };
}

/** The root and the indicators that are shown. */
function piecesIn(tree: Tree, range: TextRange): ReadonlySet<Node> {
  const found = new Set<Node>();
  const visit = (node: Node) => {
    const piece = resolved(node) ?? node;
    if (found.has(piece)) return;
    found.add(piece);
    for (const item of touching(tree, itemsOf(valueAt(piece, 'indicators')), each => each, range)) visit(item);
  };
  if (tree.root !== undefined) visit(tree.root);
  return found;
}

/** Most are words on one line, as long as their text. */
function mayHoldLines({ node: { style, source, start, end } }: WrittenScalar): boolean {
  return style !== 'plain' || source.length !== end - start || source.includes('\n');
}

/** Each place as lines and characters from the one before, as the protocol wants it. */
function encoded(source: LongText, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { start, end, type, bits } of tokens) {
    const { line, character } = source.positionAt(start);
    const column = line === before.line ? character - before.character : character;
    data.push(line - before.line, column, end - start, semanticTokenTypes.indexOf(type), bits);
    before = { line, character };
  }
  return data;
}

function typeOf(scalar: WrittenScalar): TokenType | undefined {
  const { role, isWord, refersTo, node } = scalar;
  if (role === 'key') return 'property';
  const name = definedBy(scalar) ?? refersTo;
  if (name !== undefined) return typeOfName[name];
  if (role === 'own-key') return 'variable';
  if (isWord || typeof node.value === 'boolean') return 'enumMember';
  return typeof node.value === 'number' ? 'number' : undefined;
}
