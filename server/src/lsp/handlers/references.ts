import { references } from '../../features/navigation.ts';
import type { Session } from '../session.ts';

export function onReferences(session: Session): void {
  session.connection.onReferences(async ({ textDocument, position, context }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const which = context.includeDeclaration ? 'all' : 'uses';
    return references(session.workspace, opened.file, position, which).map(place => session.locationOf(place));
  });
}
