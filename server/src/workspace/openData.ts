/** Bytes → what the workspace keeps of a data file that is no text. Brings the libraries that read such files with it. */
import { openDataFile } from '../data/open.ts';
import type { DataFile } from './facts.ts';

/** For a file that must be opened (`opening.ts`). Any bytes give a content, which says what is wrong with them. */
export async function opened(file: string, bytes: Uint8Array): Promise<DataFile> {
  return { kind: 'opened', content: await openDataFile(file, bytes) };
}
