/** The answers to what the preview's page asks for. Each kind has its own file; here is only which. */
import type { Locale } from '../base/locale.ts';
import type { PlacedIndicator, Question, QuestionAnswer, Trial, TrialEdits } from '../protocol/questions.ts';
import type { Scoring } from '../scoring/score.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { cellsView } from './cells.ts';
import { indicatorAt } from './indicatorAt.ts';
import { rangeOf } from './positions.ts';
import { indicatorView } from './preview/indicator.ts';
import { unitSteps, unitView } from './preview/unit.ts';
import { trialEdits, tried, triedRanking, weightsView } from './preview/whatIf.ts';

export interface Asked {
  readonly file: string;
  readonly version: number;
  /** What the page shows: of the text as it stands, or the last that could be shown. */
  readonly scoring: Scoring;
  readonly question: Question;
}

/** `undefined`: what is asked for is not there. */
export function answer(
  workspace: Workspace,
  { file, version, scoring, question }: Asked,
  locale: Locale,
): QuestionAnswer | undefined {
  switch (question.kind) {
    case 'unit':
      return unitView(scoring, question.asked.unit, locale);
    case 'steps':
      return unitSteps(scoring, question.asked.unit, question.asked.indicator, locale);
    case 'indicator':
      return indicatorView(workspace, file, scoring, question.asked.indicator, locale);
    case 'place':
      return indicatorPath(workspace, file, question.asked);
    case 'cells':
      return cellsView(scoring, question.asked);
    case 'weights':
      return weightsView(workspace, file, locale);
    case 'what-if': {
      const other = tried(workspace, file, question.asked);
      return other && triedRanking(other);
    }
    case 'side-by-side': {
      const others = question.asked.trials.map(trial => tried(workspace, file, trial));
      return { rankings: others.map(other => (other === undefined ? null : triedRanking(other))) };
    }
    case 'edits':
      return editsFor(workspace, file, version, question.asked);
  }
}

function editsFor(workspace: Workspace, file: string, version: number, trial: Trial): TrialEdits | undefined {
  const edits = trialEdits(workspace, file, trial);
  const { source } = workspace.tree(file);
  return edits && { version, edits: edits.map(({ range, newText }) => ({ range: rangeOf(source, range), newText })) };
}

function indicatorPath(
  workspace: Workspace,
  file: string,
  place: { readonly line: number; readonly character: number },
): PlacedIndicator | undefined {
  const found = indicatorAt(workspace.tree(file), workspace.system(file), workspace.tree(file).source.offsetAt(place));
  const path: string[] = [];
  for (let each = found?.indicator; each !== undefined; each = each.parent) path.unshift(each.id);
  return path.length === 0 ? undefined : { path };
}
