/** What may be written under the cursor. */
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver-types';
import type { Locale } from '../base/locale.ts';
import { lineStarts } from '../base/text.ts';
import { schemaAt } from '../schema/cursor.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { offsetOf, rangeIn } from './positions.ts';

export function completion(workspace: Workspace, file: string, position: Position, locale: Locale): CompletionItem[] {
  const tree = workspace.tree(file);
  const cursor = schemaAt(tree, offsetOf(tree.text, position));
  if (cursor === undefined) return [];
  const range = rangeIn(lineStarts(tree.text), cursor.word);
  if (cursor.at === 'value') {
    return cursor.place.values.map(({ value, meaning }) => ({
      label: String(value),
      kind: CompletionItemKind.EnumMember,
      detail: meaning?.[locale] ?? '',
      textEdit: { range, newText: String(value) },
    }));
  }
  return cursor.place.keys
    .filter(({ isPresent }) => !isPresent)
    .map(({ key, title }) => ({
      label: key,
      kind: CompletionItemKind.Property,
      detail: title?.[locale] ?? '',
      textEdit: { range, newText: `${key}: ` },
    }));
}
