/**
 * The cures of findings as code actions, one by one where the cursor is and all that are safe at once; and what may be
 * rewritten there without being wrong.
 */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Finding, Fix } from '../base/finding.ts';
import type { Locale } from '../base/locale.ts';
import type { TextRange } from '../base/text.ts';
import { safeFixes } from '../checks/safeFixes.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { diagnosticOf } from './diagnostics.ts';
import { disablings } from './disabling.ts';
import { locator, rangeOf } from './positions.ts';
import { refactorings } from './refactoring/index.ts';

export interface CodeActionQuery {
  readonly file: string;
  /** Edits of the file as the client takes them. */
  readonly editOf: (edits: readonly TextEdit[]) => WorkspaceEdit;
  readonly range: Range;
  /** The kinds that are asked for; `undefined`: all. */
  readonly only: readonly CodeActionKind[] | undefined;
}

export function codeActions(workspace: Workspace, query: CodeActionQuery, locale: Locale): CodeAction[] {
  const { file, range, only } = query;
  const isWanted = (kind: CodeActionKind) =>
    only?.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
  const all = workspace.findings(file).filter(finding => finding.file === file);
  const findings = all.filter(finding => finding.fixes.length > 0);
  const { source } = workspace.tree(file);
  const touched: TextRange = { start: source.offsetAt(range.start), end: source.offsetAt(range.end) };
  const lines: TextRange = { start: source.lineStart(touched.start), end: source.offsetAt(lineEnd(range.end)) };
  const here = findings.filter(finding => placesOf(finding).some(place => touches(place, touched)));
  const locate = locator(workspace, file);
  const editOf = (fixes: readonly Pick<Fix, 'edits'>[]) =>
    query.editOf(
      fixes.flatMap(fix => fix.edits.map(({ range, newText }) => ({ range: rangeOf(source, range), newText }))),
    );
  const quickFixes = here.flatMap(finding =>
    finding.fixes.map((fix): CodeAction => {
      const diagnostic: Diagnostic = diagnosticOf(finding, locate, locale);
      return {
        title: fix.title[locale],
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: fix.preferred === true,
        edit: editOf([fix]),
      };
    }),
  );
  const silencings = isWanted(CodeActionKind.QuickFix)
    ? disablings(
        workspace,
        file,
        all.filter(finding => touches(finding.range, lines)),
      )
    : [];
  const safe = safeFixes(findings);
  const fixAll: CodeAction = {
    title: locale === 'en' ? 'Fix all that can be fixed safely' : '修复所有可安全修复的问题',
    kind: CodeActionKind.SourceFixAll,
    edit: editOf(safe),
  };
  const kinds = { rewrite: CodeActionKind.RefactorRewrite, extract: CodeActionKind.RefactorExtract };
  const asked = Object.values(kinds).some(isWanted);
  const isCure = new Set((isWanted(CodeActionKind.QuickFix) ? quickFixes : []).map(({ title }) => title));
  const refactors = asked ? refactorings.flatMap(refactor => refactor(workspace, file, touched)) : [];
  return [
    ...(isWanted(CodeActionKind.QuickFix) ? quickFixes : []),
    ...refactors
      .filter(({ kind, title }) => isWanted(kinds[kind]) && !isCure.has(title[locale]))
      .map(({ title, kind, edits }) => ({ title: title[locale], kind: kinds[kind], edit: editOf([{ edits }]) })),
    ...silencings.map(({ finding, title, edits }) => ({
      title: title[locale],
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, locate, locale)],
      edit: editOf([{ edits }]),
    })),
    ...(isWanted(CodeActionKind.SourceFixAll) && safe.length > 0 ? [fixAll] : []),
  ];
}

function lineEnd({ line }: Position): Position {
  return { line, character: Number.POSITIVE_INFINITY };
}

/** The finding's own place and those in this file that belong to it: each weight of a sum is a place to cure it. */
function placesOf({ file, range, related }: Finding): readonly TextRange[] {
  return [range, ...related.filter(place => place.file === file).map(place => place.range)];
}

function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
