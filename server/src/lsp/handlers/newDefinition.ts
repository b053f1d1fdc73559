import { newDefinition } from '../../features/newDefinition.ts';
import {
  type NewDefinitionAnswer,
  type NewDefinitionParams,
  newDefinitionRequest,
} from '../../protocol/newDefinition.ts';
import { bytesOf } from '../base64.ts';
import type { Session } from '../session.ts';

export function onNewDefinition(session: Session): void {
  session.connection.onRequest(newDefinitionRequest, ({ name, base64 }: NewDefinitionParams): NewDefinitionAnswer => {
    const text = newDefinition(name, bytesOf(base64), session.locale);
    return text === undefined ? null : { text };
  });
}
