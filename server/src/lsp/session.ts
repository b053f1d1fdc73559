/**
 * The scheduling of the server: a change sets a fact and asks for a pass; a pass has what is wanted read (`reading.ts`), has
 * findings published with the document's own version (`publishing.ts`) and tells what else has changed. Knows neither rules
 * nor formulas.
 */
import type { Connection, Location, Range } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { type Locale, localeOf } from '../base/locale.ts';
import { diagnosticsByFile } from '../features/diagnostics.ts';
import { type ShownScoring, shownScoring } from '../features/preview/preview.ts';
import { savedVersionOf } from '../workspace/files.ts';
import { Workspace } from '../workspace/workspace.ts';
import type { Client } from './client.ts';
import { Documents, type OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { Practice } from './practice.ts';
import { type Previewed, Previews } from './previews.ts';
import { Publishing } from './publishing.ts';
import { Reading } from './reading.ts';

/** What a definition is compared with. */
export interface FoundBase {
  readonly kind: 'found';
  /** Under which name the workspace keeps it. */
  readonly base: string;
  /** The file that is read. */
  readonly source: string;
  /** What readers call it. */
  readonly name: string;
}

export class Session {
  readonly workspace = new Workspace();
  readonly documents: Documents;
  locale: Locale;
  /** The client's own spelling of each URI, by ours. */
  private readonly spelling = new Map<string, string>();
  private readonly waiting = new Set<string>();
  private isPassPlanned = false;
  private isRefreshDue = false;
  private passUnderWay: Promise<void> = Promise.resolve();
  readonly reading: Reading;
  private readonly publishing: Publishing;
  /** By definition and revision: the version that it was compared with last. */
  readonly basesFound = new Map<string, FoundBase>();
  readonly previews: Previews;
  private readonly practice: Practice;
  /** By open definition: what the preview shows while the text cannot be scored. */
  private readonly good = new Map<string, ShownScoring>();

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    readonly client: Client,
  ) {
    this.locale = localeOf(client.locale);
    this.reading = new Reading({
      workspace: this.workspace,
      host,
      connection,
      locale: () => this.locale,
      opened: file => {
        this.isRefreshDue = true;
        this.plan(file);
      },
    });
    this.previews = new Previews({
      workspace: this.workspace,
      connection,
      locale: () => this.locale,
      lastGood: file => this.lastGood(file),
      areShown: client.previewCommand !== undefined,
    });
    this.practice = new Practice({
      workspace: this.workspace,
      host,
      locale: () => this.locale,
      failed: error => this.report(error),
    });
    this.publishing = new Publishing(connection, client, file => this.uriOf(file));
    this.documents = new Documents(connection, {
      opened: ({ uri }) => this.reading.forget(savedVersionOf(keyOf(uri))),
      changed: document => this.changed(document),
      saved: ({ uri }) => this.saved(keyOf(uri)),
      closed: ({ uri }) => this.closed(keyOf(uri)),
    });
  }

  /** Our key of an open document, or `undefined` where the client has not opened it. */
  opened(uri: string): { readonly file: string; readonly document: OpenDocument } | undefined {
    const document = this.documents.get(uri) ?? this.documents.get(this.spelling.get(keyOf(uri)) ?? uri);
    return document === undefined ? undefined : { file: keyOf(uri), document };
  }

  /** The client's spelling of a file's URI. */
  uriOf(file: string): string {
    return this.spelling.get(file) ?? file;
  }

  locationOf({ file, range }: { readonly file: string; readonly range: Range }): Location {
    return { uri: this.uriOf(file), range };
  }

  /** Resolves when every file that answers about the definition need has been read and opened. */
  async complete(file: string): Promise<void> {
    await this.passUnderWay;
    await this.reading.all(file);
  }

  /** As `complete`, but what takes its time to open may still be lacking: then a pass follows when it is there. */
  async almostComplete(file: string): Promise<void> {
    await this.passUnderWay;
    await this.reading.allButOpening(file);
  }

  /** Files that a definition may refer to. */
  async filesNear(file: string, endings: readonly string[]): Promise<readonly string[]> {
    return (await this.host.list(file, endings)).map(keyOf).filter(each => each !== file);
  }

  /** The scoring of the text as it stands, else the last one of this session that could be shown. */
  lastGood(file: string): ShownScoring | undefined {
    const scoring = this.workspace.files.includes(file) ? shownScoring(this.workspace, file) : undefined;
    if (scoring !== undefined) this.good.set(file, scoring);
    return this.good.get(file);
  }

  /** A file on disk has changed: what was read of it is read again, and what depends on it is looked at again. */
  fileChanged(uri: string): void {
    const file = keyOf(uri);
    this.isRefreshDue = true;
    for (const each of [file, ...this.host.linksTo(file)]) {
      this.reading.forget(each);
      if (this.documents.get(this.uriOf(each)) !== undefined) this.reading.forget(savedVersionOf(each));
      this.plan(each);
    }
    // It may be what they are compared with.
    for (const each of this.previews.files) this.plan(each);
  }

  /** What may be read has changed: everything that open definitions need is read again. */
  reachChanged(): void {
    for (const file of this.workspace.files) {
      for (const each of this.workspace.dataFilesOf(file)) this.reading.forget(each);
      const previous = this.workspace.previousOf(file);
      if (previous !== undefined) this.reading.forgetWithData(previous);
    }
    this.refreshAll();
  }

  /** Looks at every open definition again (settings have changed). */
  refreshAll(): void {
    this.isRefreshDue = true;
    for (const file of this.workspace.files) this.plan(file);
  }

  private changed(document: OpenDocument): void {
    const file = keyOf(document.uri);
    this.spelling.set(file, document.uri);
    if (!this.workspace.files.includes(file)) this.workspace.setRoot(file, this.host.rootOf(file));
    this.workspace.openDefinition(file, document.text);
    this.plan(file);
  }

  private saved(file: string): void {
    this.reading.forget(savedVersionOf(file));
    this.plan(file);
  }

  private closed(file: string): void {
    this.practice.stop();
    this.workspace.closeDefinition(file);
    this.workspace.closeDefinition(savedVersionOf(file));
    this.waiting.delete(file);
    this.good.delete(file);
    this.previews.forget(file);
    void this.publishing.publish(file, undefined, new Map());
    for (const dependant of this.workspace.dependantsOf(file)) this.plan(dependant);
  }

  /** Passes are coalesced: many changes before the next turn of the event loop make one. */
  private plan(file: string): void {
    this.practice.stop();
    this.waiting.add(file);
    if (this.isPassPlanned) return;
    this.isPassPlanned = true;
    this.passUnderWay = this.passUnderWay.then(() => this.host.nextTurn()).then(() => this.pass());
  }

  private async pass(): Promise<void> {
    this.isPassPlanned = false;
    const changed = [...this.waiting];
    this.waiting.clear();
    const files = new Set(changed.flatMap(file => [file, ...this.workspace.dependantsOf(file)]));
    if (files.size > changed.length) this.isRefreshDue = true;
    for (const file of files) {
      try {
        await this.lookAt(file);
      } catch (error) {
        this.report(error);
      }
    }
    this.askToPullAgain();
    const complete = changed.find(file => this.workspace.files.includes(file) && !this.reading.isLacking(file));
    if (complete !== undefined) this.practice.startSoon(complete);
  }

  private report(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** A client that pulls does so after its own edits; of other changes it must be told. */
  private askToPullAgain(): void {
    if (!this.isRefreshDue) return;
    this.isRefreshDue = false;
    if (this.client.diagnosticsMode === 'pull' && this.client.canRefreshDiagnostics) {
      this.connection.languages.diagnostics.refresh();
    }
    if (this.client.canRefresh.codeLens) void this.connection.sendRequest('workspace/codeLens/refresh');
    if (this.client.canRefresh.inlayHint) void this.connection.languages.inlayHint.refresh();
  }

  private async lookAt(file: string): Promise<void> {
    const document = this.documents.get(this.uriOf(file));
    if (document === undefined) return;
    const { version } = document;
    if (this.reading.isLacking(file)) {
      void this.publishing.publish(file, version, diagnosticsByFile(this.workspace, file, this.locale, 'text'));
      await this.reading.allButOpening(file);
      if (this.documents.get(document.uri)?.version !== version || this.reading.isLacking(file)) return;
    }
    const previewed = { file, uri: document.uri, version };
    // Whoever looks at the ranking while typing sees it first: it is there before the findings are.
    if (this.previews.tellRanking(previewed)) {
      const tellState = () => this.previews.tellState(previewed);
      this.previews.whenShown(file, () => {
        this.tellFindings(previewed, tellState).catch(error => this.report(error));
      });
      return;
    }
    await this.tellFindings(previewed, () => {
      this.lastGood(file);
      this.previews.tell(previewed);
    });
  }

  private async tellFindings({ file, uri, version }: Previewed, then: () => void): Promise<void> {
    // What came after it has its own pass.
    const isCurrent = () => this.documents.get(uri)?.version === version;
    if (!isCurrent()) return;
    await this.publishing.publish(file, version, diagnosticsByFile(this.workspace, file, this.locale, 'all'));
    if (isCurrent()) then();
  }
}

/** One spelling of a URI, whatever the client escapes. */
export function keyOf(uri: string): string {
  return URI.parse(uri).toString();
}
