import { definition } from '../../features/navigation.ts';
import type { Session } from '../session.ts';

export function onDefinition(session: Session): void {
  session.connection.onDefinition(async ({ textDocument, position }) => {
    const opened = session.opened(textDocument.uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    return definition(session.workspace, opened.file, position).map(place => session.locationOf(place));
  });
}
