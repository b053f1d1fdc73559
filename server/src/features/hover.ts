/** What stands under the cursor, explained. */
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Locale } from '../base/locale.ts';
import { schemaAt } from '../schema/cursor.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { code, escaped } from './markdown.ts';
import { offsetOf } from './positions.ts';

export function hover(workspace: Workspace, file: string, position: Position, locale: Locale): Hover | undefined {
  const tree = workspace.tree(file);
  const cursor = schemaAt(tree, offsetOf(tree.text, position));
  const subject = cursor?.at === 'key' ? cursor.subject : cursor?.place;
  if (subject?.title === undefined) return undefined;
  const name = code(String(subject.path.at(-1) ?? ''));
  const lines = [`**${escaped(subject.title[locale])}** ${name}`, escaped(subject.description?.[locale] ?? '')];
  return { contents: { kind: 'markdown', value: lines.join('\n\n') } };
}
