/** What the editor's comparison shows: the document that the command line prints, with the places that its rows lead to. */
import type { Locale } from '../base/locale.ts';
import type { Steps } from '../base/steps.ts';
import type { CompareAnswer, ComparisonTable } from '../protocol/compare.ts';
import { type ComparisonSection, documentOf } from '../scoring/compare/document.ts';
import { comparing } from '../scoring/compare/systems.ts';
import { comparableScoring } from '../workspace/comparable.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface CompareQuery {
  readonly file: string;
  /** Under which name the workspace keeps what stood before. */
  readonly base: string;
  /** What it is called. */
  readonly baseName: string;
}

/** Both are what they are at the first step, whatever happens to them meanwhile. */
export function* compare(workspace: Workspace, query: CompareQuery, locale: Locale): Steps<CompareAnswer> {
  if (workspace.tree(query.file).errors.length > 0) return { kind: 'unreadable', locale };
  const [before, after] = [query.base, query.file].map(file => comparableScoring(workspace, file));
  const { title, summary, sections } = documentOf(yield* comparing(before!, after!), locale);
  return { kind: 'compared', locale, base: query.baseName, title, summary, sections: sections.map(tableOf) };
}

function tableOf({ kind, title, header, rows, numeric }: ComparisonSection): ComparisonTable {
  const shown = rows.map(({ cells, subject }) => ({ cells, target: subject }));
  return { kind, title, header, rows: shown, numeric: [...numeric] };
}
