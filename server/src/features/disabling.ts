/** Silencing a finding where it stands: the comment above its line that asks for the reason, and the codes to choose from in it. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Finding } from '../base/finding.ts';
import { type Locale, type LocalText, localText } from '../base/locale.ts';
import type { LongText } from '../base/longText.ts';
import type { TextEdit } from '../base/text.ts';
import { rules } from '../checks/rules/index.ts';
import { disablingComments, disablingMarker } from '../checks/suppression.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Proposal } from './proposals.ts';

/** What is broken is mended, and a comment is not silenced by another. */
const neverSilenced = new Set(['yaml-syntax', 'schema', 'unused-suppression', 'suppression-without-reason']);

export interface Disabling {
  readonly finding: Finding;
  readonly title: LocalText;
  readonly edits: readonly TextEdit[];
}

/** One for each rule that finds something among these, in their order. */
export function disablings(workspace: Workspace, file: string, findings: readonly Finding[]): readonly Disabling[] {
  const offered = new Set<string>();
  return findings.flatMap(finding => {
    const { code } = finding;
    if (neverSilenced.has(code) || offered.has(code)) return [];
    offered.add(code);
    const title = localText(`Silence ${code} for this line, with a reason`, `对本行关闭 ${code} 并说明理由`);
    return [{ finding, title, edits: [disablingEdit(workspace, file, finding)] }];
  });
}

/** Joins the comment that is there already. */
function disablingEdit(workspace: Workspace, file: string, { code, range }: Finding): TextEdit {
  const tree = workspace.tree(file);
  const { source } = tree;
  const start = source.lineStart(range.start);
  const known = disablingComments(tree).find(({ nextLine }) => nextLine.start === start);
  if (known !== undefined) {
    const text = source.slice(known.range.start, known.range.end);
    const names = /^[^:：]*[^:：\s]/.exec(text)?.[0].length ?? 0;
    const end = known.range.start + names;
    return { range: { start: end, end }, newText: known.codes.length === 0 ? ` ${code}` : `, ${code}` };
  }
  const line = lineFrom(source, start);
  const [indent = ''] = /^ */.exec(line) ?? [];
  const end = line.endsWith('\r') ? '\r\n' : '\n';
  return { range: { start, end: start }, newText: `${indent}# ${disablingMarker} ${code}: ${end}` };
}

/** Within the codes of such a comment: those found in its line first, then all others. */
export function disablingProposals(
  workspace: Workspace,
  file: string,
  offset: number,
  locale: Locale,
): { readonly word: string; readonly proposals: readonly Proposal[] } | undefined {
  const tree = workspace.tree(file);
  const before = tree.source.slice(tree.source.lineStart(offset), offset);
  const word = new RegExp(`#\\s*${disablingMarker}\\s(?:[^:：]*[\\s,，、])?(?<word>[a-z-]*)$`).exec(before)?.groups
    ?.word;
  if (word === undefined) return undefined;
  const comment = disablingComments(tree).findLast(({ range }) => range.start < offset);
  const found = new Set(
    workspace
      .findings(file)
      .filter(
        ({ file: own, range }) => own === file && comment !== undefined && isWithin(range.start, comment.nextLine),
      )
      .map(({ code }) => code),
  );
  const taken = new Set(comment?.codes.filter(code => code !== word));
  const codes = rules.filter(({ code }) => !neverSilenced.has(code) && !taken.has(code));
  const proposals = codes
    .toSorted((a, b) => Number(found.has(b.code)) - Number(found.has(a.code)))
    .map(({ code, title }) => ({
      label: code,
      newText: code,
      kind: CompletionItemKind.Constant,
      detail: title[locale],
    }));
  return { word, proposals };
}

function isWithin(offset: number, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return offset >= start && offset <= end;
}

/** Up to its end, a carriage return included. */
function lineFrom(source: LongText, start: number): string {
  const { line } = source.positionAt(start);
  const next = source.offsetAt({ line: line + 1, character: 0 });
  return source.slice(start, next).replace(/\n$/, '');
}
