/**
 * The frameworks of the definitions that are open, as the server last told them: one answer for the tree, the status bar
 * and the tests. Asks when the typing rests for a moment, so that the views never delay the ranking. Shows nothing.
 */
import * as vscode from 'vscode';
import type { FrameworkView } from '../../../server/src/protocol/framework.ts';
import { languageId } from '../../../server/src/protocol/settings.ts';
import type { Server } from '../server.ts';

export interface Frameworks extends vscode.Disposable {
  /** Of the definition that has the focus, or had it last and is still open. */
  readonly active: FrameworkView | undefined;
  readonly onDidChangeActive: vscode.Event<void>;
  /** The URI of a definition that was opened, changed or closed. */
  readonly onDidChange: vscode.Event<string>;
  of(uri: string): FrameworkView | undefined;
  /** Asks the server now. Rejects when it does not answer. */
  refresh(uri: string): Promise<FrameworkView | undefined>;
}

const restMilliseconds = 150;

export function followFrameworks(server: Server): Frameworks {
  const views = new Map<string, FrameworkView>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const changed = new vscode.EventEmitter<string>();
  const changedActive = new vscode.EventEmitter<void>();
  let activeUri: string | undefined;

  const tell = (uri: string) => {
    changed.fire(uri);
    if (uri === activeUri) changedActive.fire();
  };
  const refresh = async (uri: string) => {
    const view = await server.framework({ uri });
    if (view === null || !isOpen(uri)) return undefined;
    const known = views.get(uri);
    if (known !== undefined && known.version > view.version) return known;
    views.set(uri, view);
    tell(uri);
    return view;
  };
  const plan = (uri: string) => {
    clearTimeout(timers.get(uri));
    // A server that does not answer says so elsewhere; what was known stays.
    timers.set(
      uri,
      setTimeout(() => void refresh(uri).catch(() => undefined), restMilliseconds),
    );
  };
  const forget = (uri: string) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    if (!views.delete(uri)) return;
    tell(uri);
  };
  const activate = (editor: vscode.TextEditor | undefined) => {
    if (editor?.document.languageId !== languageId) return;
    const uri = editor.document.uri.toString();
    if (uri === activeUri) return;
    activeUri = uri;
    changedActive.fire();
  };

  activate(vscode.window.activeTextEditor);
  const registrations = vscode.Disposable.from(
    changed,
    changedActive,
    vscode.window.onDidChangeActiveTextEditor(activate),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => forget(uri.toString())),
    server.onDidChangePreview(({ uri }) => plan(uri)),
  );
  return {
    get active() {
      return activeUri === undefined ? undefined : views.get(activeUri);
    },
    onDidChangeActive: changedActive.event,
    onDidChange: changed.event,
    of: uri => views.get(uri),
    refresh,
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      registrations.dispose();
    },
  };
}

function isOpen(uri: string): boolean {
  return vscode.workspace.textDocuments.some(document => document.uri.toString() === uri);
}
