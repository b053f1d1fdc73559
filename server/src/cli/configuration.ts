/** The configuration that holds in a folder: how `check` ends and prints there, and in which language. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configurationName } from '../workspace/files.ts';
import { type CommandConfiguration, commandConfiguration } from './commandConfiguration.ts';
import { projectRoot } from './files.ts';
import { type Keeping, keptOrFound, type Read } from './kept.ts';

/** Files are absolute paths. */
export type FolderConfiguration = CommandConfiguration;

/** The nearest, from the folder upward; `undefined` where there is none. */
export function configurationIn(folder: string, keeping?: Keeping): FolderConfiguration | undefined {
  const root = projectRoot(join(folder, configurationName));
  for (let own = folder; ; own = dirname(own)) {
    if (existsSync(join(own, configurationName))) return configurationOf(own, keeping);
    if (own === root || dirname(own) === own) return undefined;
  }
}

function configurationOf(folder: string, keeping: Keeping | undefined): FolderConfiguration {
  const path = join(folder, configurationName);
  const read: Read = () => ({ kind: 'bytes', bytes: readFileSync(path) });
  const find = (remembering: Read) => ({ answer: commandConfiguration(remembering(path)), isLasting: true });
  const { formats, ...rest } = keptOrFound(['configuration', path], read, find, keeping);
  return { ...rest, formats: formats.map(each => each.replace(/=(.+)$/, (_, name) => `=${resolve(folder, name)}`)) };
}
