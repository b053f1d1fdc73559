/**
 * Reads the files that answers about definitions need, into the workspace: as long as something is wanted, each once. What
 * changes while it is read is read again. Knows where texts come from, and not what is made of them.
 */
import type { Connection } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { type Locale, localText } from '../base/locale.ts';
import type { DefinitionFile, FileContent } from '../workspace/facts.ts';
import { asDefinition, pastOf, savedVersionOf } from '../workspace/files.ts';
import { mustBeOpened } from '../workspace/opening.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Host } from './host.ts';
import { withProgress } from './progress.ts';

export interface ReadingContext {
  readonly workspace: Workspace;
  readonly host: Host;
  readonly connection: Connection;
  readonly locale: () => Locale;
  /** A file that took its time to open is there. */
  readonly opened: (file: string) => void;
}

export class Reading {
  /** By file: how often it was said to have changed. */
  private readonly nChanges = new Map<string, number>();
  /** Data files that are being opened. */
  private readonly opening = new Map<string, Promise<void>>();

  constructor(private readonly context: ReadingContext) {}

  /** Whether something that answers about the definition need has not been read yet. */
  isLacking(file: string): boolean {
    const { definitions, dataFiles } = this.context.workspace.wanted(file);
    return definitions.length + dataFiles.length > 0;
  }

  /** Whether a definition that need not be open has been read, with all that it needs. */
  isThere(name: string): boolean {
    return !this.context.workspace.isUnknown(name) && !this.isLacking(name);
  }

  /** Reads all that answers about the definition need. */
  async all(file: string): Promise<void> {
    const { workspace } = this.context;
    while (this.isLacking(file)) {
      await this.allButOpening(file);
      await Promise.all(workspace.wanted(file).dataFiles.map(each => this.opening.get(each)));
    }
  }

  /** As `all`, but does not wait for what is being opened. */
  async allButOpening(file: string): Promise<void> {
    const { workspace } = this.context;
    for (;;) {
      const { definitions, dataFiles: wanted } = workspace.wanted(file);
      const dataFiles = wanted.filter(each => !this.opening.has(each));
      if (definitions.length + dataFiles.length === 0) return;
      await Promise.all([
        ...definitions.map(each =>
          this.unchanged(
            each,
            () => this.definition(each, file),
            content => workspace.setDefinition(each, content),
          ),
        ),
        ...dataFiles.map(each =>
          this.unchanged(
            each,
            () => this.content(each, file),
            content => this.setData(each, content),
          ),
        ),
      ]);
    }
  }

  /** The text on disk of an open definition, for comparison, and all that it needs. */
  async saved(file: string): Promise<string> {
    const saved = savedVersionOf(file);
    this.context.workspace.liken(saved, file);
    await this.beside(saved, file);
    return saved;
  }

  /** Reads a definition that need not be open, from a file, under a name of its own, and all that it needs. */
  async beside(name: string, file: string): Promise<void> {
    const { workspace } = this.context;
    while (workspace.isUnknown(name)) {
      await this.unchanged(
        name,
        () => this.definition(file, file),
        content => workspace.setDefinition(name, content),
      );
    }
    await this.all(name);
  }

  /** What was read of a file holds no longer: who needs it reads it again. */
  forget(file: string): void {
    this.nChanges.set(file, (this.nChanges.get(file) ?? 0) + 1);
    this.context.workspace.setDataFile(file, undefined);
    this.context.workspace.setDefinition(file, undefined);
  }

  /** As `forget`, with the data of the definition. */
  forgetWithData(definition: string): void {
    for (const file of [...this.context.workspace.dataFilesOf(definition), definition]) this.forget(file);
  }

  /** Sets what was read of a file, unless the file has changed meanwhile: then it is still wanted. */
  private async unchanged<T>(file: string, read: () => Promise<T>, set: (content: T) => void): Promise<void> {
    const nChanges = this.nChanges.get(file);
    const content = await read();
    if (this.nChanges.get(file) === nChanges) set(content);
  }

  /** What must be opened is opened aside: nobody's typing waits for it. */
  private setData(file: string, content: FileContent): void {
    const { workspace, host, connection, locale, opened } = this.context;
    if (content.kind !== 'bytes' || !mustBeOpened(file)) {
      workspace.setDataFile(file, content);
    } else if (!this.opening.has(file)) {
      const title = openingTitle(Utils.basename(URI.parse(file)))[locale()];
      const open = () => withProgress(connection, title, token => host.open(file, content.bytes, token));
      const opening = this.unchanged(file, open, found => workspace.setDataFile(file, found));
      this.opening.set(
        file,
        opening.finally(() => {
          this.opening.delete(file);
          opened(file);
        }),
      );
    }
  }

  private async content(file: string, from: string): Promise<FileContent> {
    const { host } = this.context;
    const past = pastOf(file);
    if (past === undefined) return host.read(file, from);
    const found = await host.readAt(past.commit, past.file);
    return found.kind === 'read' ? found.content : { kind: 'unreadable', reason: found.reason.en };
  }

  private async definition(file: string, from: string): Promise<DefinitionFile> {
    return asDefinition(await this.content(file, from));
  }
}

const openingTitle = (name: string) => localText(`Opening ${name}`, `正在打开 ${name}`);
