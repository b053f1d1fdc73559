/** What the ranking preview shows for a definition: its state, and the ranking compared with another. */
import type { Locale } from '../../base/locale.ts';
import type { Baseline, EmptyReason, PreviewReport, PreviewState, RankingColumns } from '../../protocol/preview.ts';
import type { Scoring } from '../../scoring/score.ts';
import { savedVersionOf } from '../../workspace/files.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type BaselineText, rankingView } from './ranking.ts';

/** What the host remembers of an open definition, to be handed back as `lastGood`. */
export type ShownScoring = Scoring;

export interface PreviewQuery {
  readonly file: string;
  /** The client's spelling of `file`. */
  readonly uri: string;
  readonly version: number;
  /** `undefined`: nothing is compared. */
  readonly baseline: BaselineText | undefined;
  /** The last scoring of this session that could be shown; stands in while the text cannot be scored. */
  readonly lastGood: ShownScoring | undefined;
}

export function preview(workspace: Workspace, query: PreviewQuery, locale: Locale): PreviewReport {
  const { file, uri, version, lastGood } = query;
  const state = previewState(workspace, query);
  const scoring = shownScoring(workspace, file);
  const shown = scoring ?? lastGood;
  const ranking =
    shown === undefined ? null : comparedView(workspace, { ...query, shown, isCurrent: scoring !== undefined }, locale);
  return { uri, version, locale, state, ranking };
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

interface Comparison extends PreviewQuery {
  readonly shown: Scoring;
  readonly isCurrent: boolean;
}

function comparedView(workspace: Workspace, comparison: Comparison, locale: Locale): RankingColumns {
  const { file, baseline, shown, isCurrent } = comparison;
  const view = (state: Baseline, before: Scoring | undefined) =>
    rankingView({ scoring: shown, before, baseline: state, baselineText: baseline }, locale);
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
