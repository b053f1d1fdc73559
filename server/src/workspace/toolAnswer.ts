/** What a tool of language models tells of a definition that is open, as JSON. Knows neither editor nor command line. */

import type { Wording } from './printable.ts';
import { checkAnswer, type Excerpt, excerpt, explainAnswer, explanationOf, scoreAnswer } from './printableAnswers.ts';
import type { Workspace } from './workspace.ts';

export interface ToolQuestion extends Excerpt {
  readonly tool: 'check' | 'score' | 'explain';
  readonly unit: string;
}

export function toolAnswer(
  workspace: Workspace,
  file: string,
  question: ToolQuestion,
  wording: Wording,
): { readonly json: string } | { readonly problem: string } {
  switch (question.tool) {
    case 'check':
      return json(checkAnswer(workspace, file, wording));
    case 'score':
      return json(excerpt(scoreAnswer(workspace, file, wording), question));
    case 'explain': {
      const answer = explanationOf(workspace, file, { unit: question.unit, path: wording.pathOf(file) });
      if ('problem' in answer) return { problem: answer.problem[wording.locale] };
      return json(explainAnswer(answer.explanation, wording.locale));
    }
  }
}

function json(answer: object): { readonly json: string } {
  return { json: JSON.stringify(answer) };
}
