/** Where a git repository begins; git itself is not asked. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository that holds a folder (absolute); `undefined`: none does. */
export function repositoryAbove(own: string): string | undefined {
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
