/** What the ranking preview shows for a definition: its state, and the ranking compared with another. */
import type { Locale } from '../../base/locale.ts';
import type { Baseline, EmptyReason, PreviewReport, PreviewState } from '../../protocol/preview.ts';
import type { Scoring } from '../../scoring/score.ts';
import { savedVersionOf } from '../../workspace/files.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type BaselineText, type MadeRanking, rankingView } from './ranking.ts';

/** What the host remembers of an open definition, to be handed back as `lastGood`. */
export type ShownScoring = Scoring;

export interface PreviewQuery {
  readonly file: string;
  /** The client's spelling of `file`. */
  readonly uri: string;
  readonly version: number;
  readonly revision: number;
  /** `undefined`: nothing is compared. */
  readonly baseline: BaselineText | undefined;
  /** The last scoring of this session that could be shown; stands in while the text cannot be scored. */
  readonly lastGood: ShownScoring | undefined;
}

export function preview(workspace: Workspace, query: PreviewQuery, locale: Locale): PreviewReport {
  return madePreview(workspace, query, locale).report;
}

/** A report, with what it was made of where there is a ranking. */
export interface MadePreview {
  readonly report: PreviewReport;
  readonly made: MadeRanking | undefined;
}

export function madePreview(workspace: Workspace, query: PreviewQuery, locale: Locale): MadePreview {
  const { file, uri, version, revision, lastGood } = query;
  const state = previewState(workspace, query);
  const scoring = shownScoring(workspace, file);
  const shown = scoring ?? lastGood;
  const comparison = { ...query, shown, isCurrent: scoring !== undefined };
  const made = shown === undefined ? undefined : comparedRanking(workspace, { ...comparison, shown }, locale);
  return { report: { uri, version, revision, locale, state, ranking: made?.ranking ?? null }, made };
}

/** The ranking alone, which is there before the findings are; `undefined`: the text cannot be scored. */
export function currentRanking(
  workspace: Workspace,
  query: Pick<PreviewQuery, 'file' | 'baseline'> & { readonly last: MadeRanking | undefined },
  locale: Locale,
): MadeRanking | undefined {
  const shown = shownScoring(workspace, query.file);
  return shown && comparedRanking(workspace, { ...query, shown, isCurrent: true }, locale);
}

/** Whether the ranking that can be shown is that of the text, and the findings of the definition and its data. */
export function previewState(
  workspace: Workspace,
  { file, lastGood }: Pick<PreviewQuery, 'file' | 'lastGood'>,
): PreviewState {
  const findings = workspace.findings(file);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (shownScoring(workspace, file) !== undefined) return { kind: 'current', errors, warnings };
  if (lastGood !== undefined) return { kind: 'stale', errors, warnings };
  return { kind: 'empty', reason: emptyReason(workspace, file), errors, warnings };
}

/**
 * The scoring of the text as it stands, if its ranking may be shown: the text is without syntax errors and there are
 * totals. A sum of weights that is wrong does not stop it: shares are rescaled.
 */
export function shownScoring(workspace: Workspace, file: string): ShownScoring | undefined {
  if (!isDefinition(workspace, file) || workspace.tree(file).errors.length > 0) return undefined;
  const scoring = workspace.scoring(file);
  return scoring === undefined || scoring.compiled.noTotals !== undefined ? undefined : scoring;
}

interface Comparison extends Pick<PreviewQuery, 'file' | 'baseline'> {
  readonly shown: Scoring;
  readonly isCurrent: boolean;
  readonly last?: MadeRanking | undefined;
}

function comparedRanking(workspace: Workspace, comparison: Comparison, locale: Locale): MadeRanking {
  const { file, baseline, shown, isCurrent, last } = comparison;
  const view = (state: Baseline, before: Scoring | undefined): MadeRanking => {
    const ranked = { scoring: shown, before, baseline: state, baselineText: baseline };
    return { scoring: shown, before, ranking: rankingView(ranked, locale, last) };
  };
  if (baseline === undefined) return view('none', undefined);
  if (baseline.file === undefined) return view('not-scored', undefined);
  const isSaved = baseline.file === savedVersionOf(file);
  if (isCurrent && isSaved && workspace.text(baseline.file) === workspace.text(file)) return view('same', shown);
  const before = shownScoring(workspace, baseline.file);
  return view(before === undefined ? 'not-scored' : 'changed', before);
}

function emptyReason(workspace: Workspace, file: string): EmptyReason {
  if (!isDefinition(workspace, file)) return 'not-a-definition';
  if (workspace.system(file).top.length === 0) return 'no-indicators';
  const sources = workspace.sources(file);
  if (sources.length === 0) return 'no-data';
  if (sources.some(({ state }) => state !== 'read')) return 'data-unreadable';
  return workspace.data(file).units.length === 0 ? 'no-units' : 'definition-errors';
}

function isDefinition(workspace: Workspace, file: string): boolean {
  const root = workspace.system(file).node;
  return root?.entries.some(({ name }) => name === 'indicatorSystem') === true;
}
