/**
 * What may be written under the cursor: keys (those that must be there first), values of closed lists, and names of
 * things that the definition and its data have. Plain text; what was typed is replaced exactly.
 */
import { type CompletionItem, InsertTextMode, type Position, type Range } from 'vscode-languageserver-types';
import type { Locale } from '../base/locale.ts';
import { lineStarts, offsetAt, type TextRange } from '../base/text.ts';
import { schemaAt } from '../schema/cursor.ts';
import { documentKind } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rangeIn } from './positions.ts';
import { type Facts, keyProposals, type Proposal, valueProposals } from './proposals.ts';

/** `nearby`: files with the endings of `fileEndings`. */
export function completion(
  workspace: Workspace,
  file: string,
  position: Position,
  locale: Locale,
  nearby: readonly string[] = [],
): CompletionItem[] {
  const tree = workspace.tree(file);
  const starts = lineStarts(tree.text);
  const offset = offsetAt(starts, tree.text.length, position);
  const cursor = schemaAt(tree, offset, documentKind(file));
  if (cursor === undefined) return [];
  const word = onOneLine(tree.text, cursor.word, offset);
  const facts: Facts = { workspace, file, tree, locale, nearby };
  const proposals = cursor.at === 'value' ? valueProposals(facts, cursor.place) : keyProposals(facts, cursor);
  return proposals.map((proposal, index) =>
    itemOf(proposal, index, { text: tree.text, word, range: rangeIn(starts, word) }),
  );
}

/** Of the files that may be named under the cursor; none: no file may be. */
export function fileEndings(workspace: Workspace, file: string, position: Position): readonly string[] {
  const tree = workspace.tree(file);
  const cursor = schemaAt(tree, offsetAt(lineStarts(tree.text), tree.text.length, position));
  if (cursor?.at !== 'value' || cursor.place.refersTo !== 'file') return [];
  return cursor.place.path.at(-1) === 'previous'
    ? ['indicators.yaml', 'indicators.yml']
    : ['csv', 'tsv', 'json', 'ndjson', 'xlsx', 'parquet'];
}

interface Target {
  readonly text: string;
  readonly word: TextRange;
  readonly range: Range;
}

function itemOf(proposal: Proposal, index: number, { text, word, range }: Target): CompletionItem {
  const { label, newText, kind, detail, documentation, filterText } = proposal;
  const isGlued = /[:-]/.test(text[word.start - 1] ?? '');
  const quote = /["']/.exec(text[word.start] ?? '')?.[0] ?? '';
  return {
    ...{ label, kind },
    ...(detail === undefined || detail === '' ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    filterText: quote + (filterText ?? label),
    // Lines of a new map stand where they are to stand.
    ...(newText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    sortText: String(index).padStart(5, '0'),
    textEdit: { range, newText: isGlued ? ` ${newText}` : newText },
  };
}

/** Editors replace within the cursor's line only. */
function onOneLine(text: string, { start, end }: TextRange, offset: number): TextRange {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = /\r?\n|$/.exec(text.slice(offset))!.index + offset;
  const first = Math.max(start, lineStart);
  return { start: Math.min(first, offset), end: Math.max(offset, Math.min(end, lineEnd)) };
}
