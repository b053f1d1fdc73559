/** Which diagnostics of which definition have been published, and publishing them. A client that pulls is sent nothing. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Client } from './client.ts';

export class Publishing {
  /** Files with diagnostics, by the definition that they come from. */
  private readonly published = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly uriOf: (file: string) => string,
  ) {}

  /** A data file may be read by several definitions: its diagnostics are those of all of them. Resolves when all are sent. */
  async publish(
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

/** What several definitions say of one file is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map(each => [JSON.stringify(each), each])).values()];
}
