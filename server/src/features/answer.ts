/** The answers to what the preview's page asks for. Each kind has its own file; here is only which. */
import type { Locale } from '../base/locale.ts';
import type { Question, QuestionAnswer } from '../protocol/questions.ts';
import type { Scoring } from '../scoring/score.ts';
import { unitSteps, unitView } from './unitView.ts';

/** `undefined`: what is asked for is not there. */
export function answer(scoring: Scoring, question: Question, locale: Locale): QuestionAnswer | undefined {
  switch (question.kind) {
    case 'unit':
      return unitView(scoring, question.asked.unit, locale);
    case 'steps':
      return unitSteps(scoring, question.asked.unit, question.asked.indicator, locale);
  }
}
