/** The definitions in the open folders that nobody has opened, for questions about all of them. */
import type { CancellationToken } from 'vscode-languageserver';
import { asDefinition } from '../workspace/files.ts';
import { keyOf, type Session } from './session.ts';

/** Reads them anew, for not every client tells of files that change; gives those that are definitions, until cancelled. */
export async function readFolderDefinitions(
  { host, workspace }: Session,
  token: CancellationToken,
): Promise<readonly string[]> {
  const read: string[] = [];
  for (const file of (await host.definitions()).map(keyOf)) {
    if (token.isCancellationRequested) break;
    if (workspace.files.includes(file)) continue;
    const content = asDefinition(await host.read(file, file));
    if (content.kind !== 'text') continue;
    if (!workspace.isRead(file) || workspace.tree(file).text !== content.text) workspace.setDefinition(file, content);
    read.push(file);
    await host.nextTurn();
  }
  return read;
}
