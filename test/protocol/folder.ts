/** A folder on disk with a definition and its data, gone after the tests of the file. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const made: string[] = [];

export interface Folder {
  readonly uri: string;
  uriOf(name: string): string;
  write(name: string, content: string | Uint8Array): void;
  remove(name: string): void;
}

export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'indicators-')));
  made.push(path);
  const folder: Folder = {
    uri: pathToFileURL(path).toString(),
    uriOf: name => pathToFileURL(join(path, name)).toString(),
    write: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    remove: name => rmSync(join(path, name)),
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}

export function removeFolders(): void {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
}
