/** What is made of a ranking, saved where the user wants it. */
import * as vscode from 'vscode';
import type { DocumentAnswer, DocumentFormat } from '../../server/src/protocol/requests.ts';
import type { Server } from './server.ts';

/** What is made sooner is not told of: nobody could read it. In milliseconds. */
const aWhile = 400;

/** Made by the server, of the whole ranking. Once it takes a while it is told, and may be cancelled there. */
export async function saveDocument(server: Server, definition: vscode.Uri, format: DocumentFormat): Promise<void> {
  await vscode.workspace.openTextDocument(definition);
  const making = server.document({ uri: definition.toString(), format });
  const made = (await within(aWhile, making)) ?? (await told(making));
  if (made === 'cancelled') return;
  if (made.answer === null) {
    void vscode.window.showWarningMessage(vscode.l10n.t('There is no ranking yet: see the problems of the file.'));
    return;
  }
  const { answer } = made;
  const content = 'text' in answer ? answer.text : Uint8Array.from(atob(answer.base64), letter => letter.charCodeAt(0));
  await save(definition, { name: answer.name, content });
}

interface Made {
  readonly answer: DocumentAnswer;
}

/** `undefined`: it takes longer. */
function within(milliseconds: number, making: Promise<DocumentAnswer>): Promise<Made | undefined> {
  const later = new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), milliseconds));
  return Promise.race([making.then(answer => ({ answer })), later]);
}

function told(making: Promise<DocumentAnswer>): Thenable<Made | 'cancelled'> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Indicators: exporting'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (_, token) => {
    const cancelled = new Promise<'cancelled'>(resolve => token.onCancellationRequested(() => resolve('cancelled')));
    return Promise.race([making.then(answer => ({ answer })), cancelled]);
  });
}

/** Beside the definition, if the user does not want it elsewhere. */
export async function save(
  definition: vscode.Uri,
  { name, content }: { readonly name: string; readonly content: string | Uint8Array },
): Promise<void> {
  const defaultUri = vscode.Uri.joinPath(definition, '..', name.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-'));
  const target = await vscode.window.showSaveDialog({ defaultUri });
  if (target === undefined) return;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  await vscode.workspace.fs.writeFile(target, bytes);
}
