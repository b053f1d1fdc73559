/** A workspace in memory with data files that are no text: they are opened as a host does it. */
import type { DataFile } from '../../server/src/workspace/facts.ts';
import { opened } from '../../server/src/workspace/openData.ts';
import { mustBeOpened } from '../../server/src/workspace/opening.ts';
import { inMemory, uriOf } from './memory.ts';

export async function inMemoryOpened(files: Readonly<Record<string, string | Uint8Array>>) {
  const isOpened = ([name, content]: readonly [string, unknown]) => mustBeOpened(name) && typeof content !== 'string';
  const [closed, texts] = [true, false].map(wanted => Object.entries(files).filter(each => isOpened(each) === wanted));
  const { workspace, file } = inMemory(Object.fromEntries(texts!));
  for (const [name, content] of closed!) {
    const dataFile: DataFile = await opened(name, content as Uint8Array);
    workspace.setDataFile(uriOf(name), dataFile);
  }
  return { workspace, file };
}
