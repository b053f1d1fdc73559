import { answer } from '../../features/answer.ts';
import { type QuestionAnswer, type QuestionParams, questionRequest } from '../../protocol/questions.ts';
import type { Session } from '../session.ts';

export function onQuestion(session: Session): void {
  session.connection.onRequest<QuestionAnswer, void>(questionRequest, async (params: QuestionParams) => {
    const opened = session.opened(params.uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const scoring = session.lastGood(opened.file);
    if (scoring === undefined) return null;
    const { version } = opened.document;
    const asked = { file: opened.file, version, scoring, question: params.question };
    return answer(session.workspace, asked, session.locale) ?? null;
  });
}
