/** The open documents as the client edits them. Knows nothing of what stands in them. */
import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { LongText } from '../base/longText.ts';

export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly version: number;
  readonly text: LongText;
}

interface Listener {
  opened(document: OpenDocument): void;
  /** Also right after it was opened. */
  changed(document: OpenDocument): void;
  saved(document: OpenDocument): void;
  closed(document: OpenDocument): void;
}

export class Documents {
  private readonly byUri = new Map<string, OpenDocument>();

  constructor(connection: Connection, listener: Listener) {
    connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
      const document = { uri, version, text: LongText.of(text) };
      this.byUri.set(uri, document);
      listener.opened(document);
      listener.changed(document);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const before = this.byUri.get(uri);
      if (before === undefined) return;
      const document = { uri, version, text: contentChanges.reduce(changed, before.text) };
      this.byUri.set(uri, document);
      listener.changed(document);
    });
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      const document = this.byUri.get(uri);
      if (document !== undefined) listener.saved(document);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      const document = this.byUri.get(uri);
      this.byUri.delete(uri);
      if (document !== undefined) listener.closed(document);
    });
  }

  get(uri: string): OpenDocument | undefined {
    return this.byUri.get(uri);
  }
}

function changed(text: LongText, change: TextDocumentContentChangeEvent): LongText {
  if (!('range' in change)) return LongText.of(change.text);
  const [one, other] = [text.offsetAt(change.range.start), text.offsetAt(change.range.end)];
  return text.edited({ start: Math.min(one, other), end: Math.max(one, other) }, change.text);
}
