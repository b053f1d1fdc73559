/** The answers to what the preview's page asks for. Each kind has its own file; here is only which. */
import type { Locale } from '../base/locale.ts';
import { lineStarts } from '../base/text.ts';
import type { PlacedIndicator, Question, QuestionAnswer, WeightEdits } from '../protocol/questions.ts';
import type { Scoring } from '../scoring/score.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { indicatorAt } from './indicatorAt.ts';
import { indicatorView } from './indicatorView.ts';
import { offsetOf, rangeIn } from './positions.ts';
import { unitSteps, unitView } from './unitView.ts';
import { tried, triedRanking, weightEdits, weightsView } from './whatIf.ts';

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
    case 'weights':
      return weightsView(workspace, file, locale);
    case 'what-if': {
      const other = tried(workspace, file, question.asked.weights);
      return other && triedRanking(other);
    }
    case 'edits':
      return editsFor(workspace, file, version, question.asked.weights);
  }
}

function editsFor(
  workspace: Workspace,
  file: string,
  version: number,
  weights: Readonly<Record<string, string>>,
): WeightEdits | undefined {
  const edits = weightEdits(workspace, file, weights);
  const starts = lineStarts(workspace.text(file));
  return edits && { version, edits: edits.map(({ range, newText }) => ({ range: rangeIn(starts, range), newText })) };
}

function indicatorPath(
  workspace: Workspace,
  file: string,
  place: { readonly line: number; readonly character: number },
): PlacedIndicator | undefined {
  const found = indicatorAt(workspace.tree(file), workspace.system(file), offsetOf(workspace.text(file), place));
  const path: string[] = [];
  for (let each = found?.indicator; each !== undefined; each = each.parent) path.unshift(each.id);
  return path.length === 0 ? undefined : { path };
}
