import { workspaceSymbols } from '../../features/workspaceSymbols.ts';
import { readFolderDefinitions } from '../folderDefinitions.ts';
import type { Session } from '../session.ts';

export function onWorkspaceSymbol(session: Session): void {
  session.connection.onWorkspaceSymbol(async ({ query }, token) => {
    const unopened = await readFolderDefinitions(session, token);
    if (token.isCancellationRequested) return [];
    const files = [...session.workspace.files, ...unopened];
    return workspaceSymbols(session.workspace, { files, query }, session.locale).map(symbol => ({
      ...symbol,
      location: { ...symbol.location, uri: session.uriOf(symbol.location.uri) },
    }));
  });
}
