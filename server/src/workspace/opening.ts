/** Which data files a host opens before it sets them, and what it sets where it gave up. Reads no file. */
import { givenUp, needsOpening } from '../data/opened.ts';
import type { DataFile } from './facts.ts';

/** Whether a host must open the file (`openData.ts`): others are set as their bytes. A URI or a path. */
export function mustBeOpened(file: string): boolean {
  return needsOpening(file);
}

/** What stands in for a file whose opening took too much time or memory. */
export const openingGivenUp: DataFile = { kind: 'opened', content: givenUp };
