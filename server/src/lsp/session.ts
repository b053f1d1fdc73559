/**
 * The scheduling of the server: a change sets a fact and asks for a pass; a pass reads what is wanted, publishes findings
 * with the document's own version and tells what else has changed. Knows neither rules nor formulas.
 */
import type { Connection, Diagnostic, Location, Range } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { type Locale, localeOf, localText } from '../base/locale.ts';
import { diagnosticsByFile } from '../features/diagnostics.ts';
import { type ShownScoring, shownScoring } from '../features/preview/preview.ts';
import { type PreviewChangedParams, previewChangedNotification } from '../protocol/requests.ts';
import type { DefinitionFile, FileContent } from '../workspace/facts.ts';
import { asDefinition, pastOf, savedVersionOf } from '../workspace/files.ts';
import { mustBeOpened } from '../workspace/opening.ts';
import { Workspace } from '../workspace/workspace.ts';
import type { Client } from './client.ts';
import { Documents, type OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { withProgress } from './progress.ts';

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
  /** By file: how often it was said to have changed. */
  private readonly nChanges = new Map<string, number>();
  /** Data files that are being opened. */
  private readonly opening = new Map<string, Promise<void>>();
  private passUnderWay: Promise<void> = Promise.resolve();
  /** By definition and revision: the version that it was compared with last. */
  readonly basesFound = new Map<string, FoundBase>();
  /** Files with diagnostics, by the definition that they come from. */
  private readonly published = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();

  /** By open definition: what the preview shows while the text cannot be scored. */
  private readonly good = new Map<string, ShownScoring>();

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    readonly client: Client,
  ) {
    this.locale = localeOf(client.locale);
    this.documents = new Documents(connection, {
      opened: ({ uri }) => this.setSaved(keyOf(uri)),
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
    await this.readAll(file);
  }

  /** As `complete`, but what takes its time to open may still be lacking: then a pass follows when it is there. */
  async almostComplete(file: string): Promise<void> {
    await this.passUnderWay;
    await this.readWanted(file);
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
    this.countChange(file);
    this.workspace.setDataFile(file, undefined);
    this.workspace.setDefinition(file, undefined);
    if (this.documents.get(this.uriOf(file)) !== undefined) this.setSaved(file);
    this.isRefreshDue = true;
    this.plan(file);
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
    this.setSaved(file);
    this.plan(file);
  }

  /** The saved text is a definition of its own, beside the open one: the preview compares the two. */
  private setSaved(file: string): void {
    this.countChange(savedVersionOf(file));
    this.workspace.setDefinition(savedVersionOf(file), undefined);
  }

  private closed(file: string): void {
    this.workspace.closeDefinition(file);
    this.workspace.setDefinition(savedVersionOf(file), undefined);
    this.waiting.delete(file);
    this.good.delete(file);
    void this.publish(file, undefined, new Map());
    for (const dependant of this.workspace.dependantsOf(file)) this.plan(dependant);
  }

  /** Passes are coalesced: many changes before the next turn of the event loop make one. */
  private plan(file: string): void {
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
        this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
    }
    this.askToPullAgain();
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
    if (this.isLacking(file)) {
      void this.publish(file, version, diagnosticsByFile(this.workspace, file, this.locale, 'text'));
      await this.readWanted(file);
    }
    if (this.documents.get(document.uri)?.version !== version || this.isLacking(file)) return;
    // They are on their way before anything is scored; and what came after them has its own pass.
    await this.publish(file, version, diagnosticsByFile(this.workspace, file, this.locale, 'all'));
    if (this.documents.get(document.uri)?.version !== version) return;
    this.lastGood(file);
    const params: PreviewChangedParams = { uri: document.uri, version };
    void this.connection.sendNotification(previewChangedNotification, params);
  }

  /** Whether something that answers about the definition need has not been read yet. */
  isLacking(file: string): boolean {
    const { definitions, dataFiles } = this.workspace.wanted(file);
    return definitions.length + dataFiles.length > 0;
  }

  private async readAll(file: string): Promise<void> {
    while (this.isLacking(file)) {
      await this.readWanted(file);
      await Promise.all(this.workspace.wanted(file).dataFiles.map(each => this.opening.get(each)));
    }
  }

  /** Reads all but what is being opened. */
  private async readWanted(file: string): Promise<void> {
    for (;;) {
      const { definitions, dataFiles: wanted } = this.workspace.wanted(file);
      const dataFiles = wanted.filter(each => !this.opening.has(each));
      if (definitions.length + dataFiles.length === 0) return;
      await Promise.all([
        ...definitions.map(each =>
          this.readUnchanged(
            each,
            () => this.readDefinition(each, file),
            content => this.workspace.setDefinition(each, content),
          ),
        ),
        ...dataFiles.map(each =>
          this.readUnchanged(
            each,
            () => this.read(each, file),
            content => this.setData(each, content),
          ),
        ),
      ]);
    }
  }

  /** Sets what was read of a file, unless the file has changed meanwhile: then it is still wanted. */
  private async readUnchanged<T>(file: string, read: () => Promise<T>, set: (content: T) => void): Promise<void> {
    const nChanges = this.nChanges.get(file);
    const content = await read();
    if (this.nChanges.get(file) === nChanges) set(content);
  }

  private countChange(file: string): void {
    this.nChanges.set(file, (this.nChanges.get(file) ?? 0) + 1);
  }

  /** The text on disk of an open definition, for comparison. */
  async readSaved(file: string): Promise<string> {
    const saved = savedVersionOf(file);
    await this.readBeside(saved, file);
    return saved;
  }

  /** Reads a definition that need not be open, from a file, under a name of its own, and all that it needs. */
  async readBeside(name: string, file: string): Promise<void> {
    while (this.workspace.isUnknown(name)) {
      await this.readUnchanged(
        name,
        () => this.readDefinition(file, file),
        content => this.workspace.setDefinition(name, content),
      );
    }
    await this.readAll(name);
  }

  /** Forgets what was read of files that are not open: who needs them again reads them. */
  forget(definition: string): void {
    for (const file of this.workspace.dataFilesOf(definition)) {
      this.countChange(file);
      this.workspace.setDataFile(file, undefined);
    }
    this.countChange(definition);
    this.workspace.setDefinition(definition, undefined);
  }

  /** What must be opened is opened aside: nobody's typing waits for it, and a pass follows. */
  private setData(file: string, content: FileContent): void {
    if (content.kind !== 'bytes' || !mustBeOpened(file)) {
      this.workspace.setDataFile(file, content);
    } else if (!this.opening.has(file)) {
      const title = openingTitle(Utils.basename(URI.parse(file)))[this.locale];
      const open = () => withProgress(this.connection, title, token => this.host.open(file, content.bytes, token));
      const opening = this.readUnchanged(file, open, opened => this.workspace.setDataFile(file, opened));
      this.opening.set(
        file,
        opening.finally(() => {
          this.opening.delete(file);
          this.isRefreshDue = true;
          this.plan(file);
        }),
      );
    }
  }

  private async read(file: string, from: string): Promise<FileContent> {
    const past = pastOf(file);
    if (past === undefined) return this.host.read(file, from);
    const found = await this.host.readAt(past.commit, past.file);
    return found.kind === 'read' ? found.content : { kind: 'unreadable', reason: found.reason.en };
  }

  private async readDefinition(file: string, from: string): Promise<DefinitionFile> {
    return asDefinition(await this.read(file, from));
  }

  /** A data file may be read by several definitions: its diagnostics are those of all of them. */
  private async publish(
    definition: string,
    version: number | undefined,
    byFile: ReadonlyMap<string, readonly Diagnostic[]>,
  ): Promise<void> {
    const before = this.published.get(definition);
    if (byFile.size === 0) this.published.delete(definition);
    else this.published.set(definition, byFile);
    if (this.client.diagnosticsMode === 'pull') return;
    const sent: Promise<void>[] = [];
    for (const file of new Set([...(before?.keys() ?? []), ...byFile.keys(), definition])) {
      const lists = [...this.published.values()]
        .flatMap(each => [each.get(file) ?? []])
        .filter(each => each.length > 0);
      const diagnostics = lists.length > 1 ? withoutRepeats(lists.flat()) : lists.flat();
      const ownVersion = file === definition && version !== undefined ? { version } : {};
      sent.push(this.connection.sendDiagnostics({ uri: this.uriOf(file), diagnostics, ...ownVersion }));
    }
    await Promise.all(sent);
  }
}

const openingTitle = (name: string) => localText(`Opening ${name}`, `正在打开 ${name}`);

/** What several definitions say of one file is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map(each => [JSON.stringify(each), each])).values()];
}

/** One spelling of a URI, whatever the client escapes. */
export function keyOf(uri: string): string {
  return URI.parse(uri).toString();
}
