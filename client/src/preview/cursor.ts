/** The indicator at the editor's cursor, for the page to mark: asked for when the cursor rests, so that it never delays the ranking. */
import * as vscode from 'vscode';
import type { Server } from '../server.ts';

const restMilliseconds = 150;

export interface CursorFollower extends vscode.Disposable {
  /** Tells the next place even if it is the one that was told last: the page is a new one. */
  forget(): void;
}

/** `show` is told the indicator's ids from level 1 down (none: there is no indicator), each time that they are others. */
export function followCursor(
  definition: vscode.Uri,
  server: Server,
  show: (path: readonly string[]) => void,
): CursorFollower {
  const uri = definition.toString();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: string | undefined;
  const ask = async ({ line, character }: vscode.Position) => {
    if (server.state !== 'running') return;
    const question = { kind: 'place', asked: { line, character } } as const;
    const place = await server.ask({ uri, question }).catch(() => null);
    const path = place !== null && 'path' in place ? place.path : [];
    if (told === path.join('/')) return;
    told = path.join('/');
    show(path);
  };
  const registration = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    const place = selections[0]?.active;
    if (textEditor.document.uri.toString() !== uri || place === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(place), restMilliseconds);
  });
  return {
    forget() {
      told = undefined;
    },
    dispose() {
      clearTimeout(timer);
      registration.dispose();
    },
  };
}
