import { inlayHints } from '../../features/inlayHints.ts';
import type { Session } from '../session.ts';

export function onInlayHint(session: Session): void {
  session.connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    return inlayHints(session.workspace, opened.file, range, session.locale);
  });
}
