/** Colours by meaning: keys of the format, words of closed lists, names by what they name, numbers. */
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import { lineStarts, offsetAt, positionAt } from '../base/text.ts';
import type { WrittenScalar } from '../schema/scalars.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { definedBy, type NameKind } from './names.ts';
import { semanticTokenTypes } from './semanticLegend.ts';

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

/** Of the whole file, or of what begins in a range. */
export function semanticTokens(workspace: Workspace, file: string, within?: Range): SemanticTokens {
  const tree = workspace.tree(file);
  const starts = lineStarts(tree.text);
  const from = within === undefined ? 0 : offsetAt(starts, tree.text.length, within.start);
  const to = within === undefined ? tree.text.length : offsetAt(starts, tree.text.length, within.end);
  const tokens: { readonly start: number; readonly end: number; readonly type: TokenType; readonly bits: number }[] =
    [];
  for (const [piece, scalars] of workspace.scalars(file)) {
    const whole = tree.rangeOf(piece);
    if (whole.end < from || to < whole.start) continue;
    for (const scalar of scalars) {
      const { start, end } = tree.rangeOf(scalar.node);
      const type = typeOf(scalar);
      if (type === undefined || end < from || to < start || tree.text.slice(start, end).includes('\n')) continue;
      tokens.push({ start, end, type, bits: definedBy(scalar) === undefined ? 0 : 1 });
    }
  }
  tokens.sort((a, b) => a.start - b.start);
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { start, end, type, bits } of tokens) {
    const { line, character } = positionAt(starts, start);
    const column = line === before.line ? character - before.character : character;
    data.push(line - before.line, column, end - start, semanticTokenTypes.indexOf(type), bits);
    before = { line, character };
  }
  return { data };
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
