/**
 * The one door for files that are no text: their formats are read by libraries, which take their time and are loaded only
 * when such a file is there. The hosts open them and give the result to the workspace. Any bytes give a result.
 */

import { formatOf } from './format.ts';
import type { OpenedFile } from './opened.ts';

/** Opens a file that is no text (`needsOpening`). What is wrong with it is in the result. */
export async function openDataFile(path: string, bytes: Uint8Array): Promise<OpenedFile> {
  if (formatOf(path) === 'parquet') {
    const { openParquet } = await import('./parquet.ts');
    return openParquet(bytes);
  }
  const { openXlsx } = await import('./xlsx.ts');
  return openXlsx(bytes);
}
