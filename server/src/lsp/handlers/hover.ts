import { hover } from '../../features/hover/hover.ts';
import type { Session } from '../session.ts';

export function onHover(session: Session): void {
  session.connection.onHover(async ({ textDocument, position }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    return hover(session.workspace, opened.file, position, session.locale) ?? null;
  });
}
