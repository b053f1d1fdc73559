/**
 * What may be written under the cursor: keys (those that must be there first), values of closed lists, and names of
 * things that the definition and its data have, and pieces to fill in. What was typed is replaced exactly.
 */
import {
  type CompletionItem,
  InsertTextFormat,
  InsertTextMode,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { Locale } from '../base/locale.ts';
import type { LongText } from '../base/longText.ts';
import type { TextRange } from '../base/text.ts';
import { schemaAt } from '../schema/cursor.ts';
import { documentKind } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { disablingProposals } from './disabling.ts';
import { rangeOf } from './positions.ts';
import { type Facts, keyProposals, type Proposal, valueProposals } from './proposals.ts';

export interface CompletionOptions {
  /** Files with the endings of `fileEndings`. */
  readonly nearby?: readonly string[];
  /** The editor leads through the places to fill in; else they are filled with their defaults. */
  readonly fillsIn?: boolean;
  /** The editor shows what each proposal means beside it, not only of the one that has the focus. */
  readonly showsMeanings?: boolean;
}

export function completion(
  workspace: Workspace,
  file: string,
  position: Position,
  locale: Locale,
  { nearby = [], fillsIn = false, showsMeanings = false }: CompletionOptions = {},
): CompletionItem[] {
  const tree = workspace.tree(file);
  const { source } = tree;
  const offset = source.offsetAt(position);
  const codes = disablingProposals(workspace, file, offset, locale);
  if (codes !== undefined) {
    const typed = { start: offset - codes.word.length, end: offset };
    const target = { source, word: typed, range: rangeOf(source, typed), lead: '', fillsIn, showsMeanings };
    return codes.proposals.map((proposal, index) => itemOf(proposal, index, target));
  }
  const cursor = schemaAt(tree, offset, documentKind(file));
  if (cursor === undefined) return [];
  const word = onOneLine(source, cursor.word, offset);
  const facts: Facts = { workspace, file, tree, locale, nearby };
  const proposals = cursor.at === 'value' ? valueProposals(facts, cursor.place) : keyProposals(facts, cursor);
  const target = { source, word, range: rangeOf(source, word), lead: cursor.lead, fillsIn, showsMeanings };
  return proposals.map((proposal, index) => itemOf(proposal, index, target));
}

/** Of the files that may be named under the cursor; none: no file may be. */
export function fileEndings(workspace: Workspace, file: string, position: Position): readonly string[] {
  const tree = workspace.tree(file);
  const cursor = schemaAt(tree, tree.source.offsetAt(position));
  if (cursor?.at !== 'value' || cursor.place.refersTo !== 'file') return [];
  return cursor.place.path.at(-1) === 'previous'
    ? ['indicators.yaml', 'indicators.yml']
    : ['csv', 'tsv', 'json', 'ndjson', 'xlsx', 'parquet'];
}

interface Target {
  readonly source: LongText;
  readonly word: TextRange;
  readonly range: Range;
  readonly lead: string;
  readonly fillsIn: boolean;
  readonly showsMeanings: boolean;
}

function itemOf(proposal: Proposal, index: number, target: Target): CompletionItem {
  const { source, word, range, lead, fillsIn, showsMeanings } = target;
  const { label, kind, detail, documentation, filterText } = proposal;
  const toFillIn = fillsIn ? proposal.toFillIn : undefined;
  const newText = lead + (toFillIn ?? proposal.newText);
  const quote = /["']/.exec(source.slice(word.start, word.start + 1))?.[0] ?? '';
  return {
    ...{ label, kind },
    ...(detail === undefined || detail === ''
      ? {}
      : showsMeanings
        ? { labelDetails: { description: detail } }
        : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    filterText: quote + (filterText ?? label),
    ...(toFillIn === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    // Lines of a new map stand where they are to stand.
    ...(newText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    sortText: String(index).padStart(5, '0'),
    textEdit: { range, newText },
  };
}

/** Editors replace within the cursor's line only. */
function onOneLine(source: LongText, { start, end }: TextRange, offset: number): TextRange {
  const lineStart = source.lineStart(offset);
  const lineEnd = source.offsetAt({ ...source.positionAt(offset), character: Number.POSITIVE_INFINITY });
  const first = Math.max(start, lineStart);
  return { start: Math.min(first, offset), end: Math.max(offset, Math.min(end, lineEnd)) };
}
