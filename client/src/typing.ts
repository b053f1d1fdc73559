/**
 * Whether somebody is typing in a document. While a key is down and shortly afterwards, what the editor draws into the text
 * (hints, lenses, tokens) would take its time from the text itself and from the panel: it waits until typing rests.
 */
import * as vscode from 'vscode';

/** Longer than between two keys of somebody who types on, in milliseconds. */
const rest = 250;

export interface Typing extends vscode.Disposable {
  /** Resolves when typing rests, at once where nobody types; with false when it is not wanted any more. */
  rests(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<boolean>;
}

export function followTyping(): Typing {
  const changedAt = new WeakMap<vscode.TextDocument, number>();
  const registration = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) changedAt.set(document, Date.now());
  });
  return {
    async rests(document, token) {
      for (;;) {
        const left = (changedAt.get(document) ?? 0) + rest - Date.now();
        if (token.isCancellationRequested) return false;
        if (left <= 0) return true;
        await passed(left, token);
      }
    },
    dispose: () => registration.dispose(),
  };
}

function passed(milliseconds: number, token: vscode.CancellationToken): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer);
      cancelled.dispose();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const cancelled = token.onCancellationRequested(end);
  });
}
