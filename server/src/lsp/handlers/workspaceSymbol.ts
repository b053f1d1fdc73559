import { workspaceSymbols } from '../../features/workspaceSymbols.ts';
import type { Session } from '../session.ts';

export function onWorkspaceSymbol(session: Session): void {
  session.connection.onWorkspaceSymbol(({ query }) =>
    workspaceSymbols(session.workspace, query, session.locale).map(symbol => ({
      ...symbol,
      location: { ...symbol.location, uri: session.uriOf(symbol.location.uri) },
    })),
  );
}
