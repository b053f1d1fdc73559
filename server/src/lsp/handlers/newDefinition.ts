import { newDefinition } from '../../features/newDefinition.ts';
import {
  type NewDefinitionAnswer,
  type NewDefinitionParams,
  newDefinitionRequest,
} from '../../protocol/newDefinition.ts';
import type { Session } from '../session.ts';

export function onNewDefinition(session: Session): void {
  session.connection.onRequest(newDefinitionRequest, ({ name, base64 }: NewDefinitionParams): NewDefinitionAnswer => {
    const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
    const text = newDefinition(name, bytes, session.locale);
    return text === undefined ? null : { text };
  });
}
