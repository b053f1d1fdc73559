import { publishedDocument } from '../../features/document.ts';
import { type DocumentAnswer, type DocumentParams, documentRequest } from '../../protocol/requests.ts';
import { base64Of } from '../base64.ts';
import type { Session } from '../session.ts';

export function onDocument(session: Session): void {
  session.connection.onRequest<DocumentAnswer, void>(documentRequest, async ({ uri, format }: DocumentParams) => {
    const opened = session.opened(uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const scoring = session.lastGood(opened.file);
    if (scoring === undefined) return null;
    const query = { file: opened.file, scoring, format };
    const { name, content } = await publishedDocument(session.workspace, query, session.locale);
    return typeof content === 'string' ? { name, text: content } : { name, base64: base64Of(content) };
  });
}
