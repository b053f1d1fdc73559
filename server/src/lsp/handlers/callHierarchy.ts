import { callHierarchyAt, incomingCalls, outgoingCalls } from '../../features/callHierarchy.ts';
import type { Session } from '../session.ts';

export function onCallHierarchy(session: Session): void {
  const { workspace } = session;
  const frameworkOf = (asked: string) => {
    const opened = session.opened(asked);
    return opened && { file: opened.file, uri: opened.document.uri };
  };
  const { callHierarchy } = session.connection.languages;

  callHierarchy.onPrepare(({ textDocument, position }) => {
    const framework = frameworkOf(textDocument.uri);
    return framework === undefined ? null : callHierarchyAt(workspace, framework, position, session.locale);
  });
  callHierarchy.onIncomingCalls(({ item }) => {
    const framework = frameworkOf(item.uri);
    return framework === undefined ? null : incomingCalls(workspace, framework, item, session.locale);
  });
  callHierarchy.onOutgoingCalls(({ item }) => {
    const framework = frameworkOf(item.uri);
    return framework === undefined ? null : outgoingCalls(workspace, framework, item, session.locale);
  });
}
