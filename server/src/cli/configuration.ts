/** The configuration that holds in a folder: how `check` ends and prints there, and in which language. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { decode } from '../data/encoding.ts';
import { type Configuration, readConfiguration } from '../model/configuration.ts';
import { parse } from '../syntax/parse.ts';
import { configurationName } from '../workspace/files.ts';
import { projectRoot } from './files.ts';

export interface FolderConfiguration extends Pick<Configuration, 'failOn' | 'maxWarnings' | 'locale'> {
  /** Files are absolute paths. */
  readonly formats: readonly string[];
}

/** The nearest, from the folder upward; `undefined` where there is none. */
export function configurationIn(folder: string): FolderConfiguration | undefined {
  const root = projectRoot(join(folder, configurationName));
  for (let own = folder; ; own = dirname(own)) {
    if (existsSync(join(own, configurationName))) return configurationOf(own);
    if (own === root || dirname(own) === own) return undefined;
  }
}

function configurationOf(folder: string): FolderConfiguration | undefined {
  const { text } = decode(readFileSync(join(folder, configurationName)), 'auto');
  const { formats = [], ...rest } = readConfiguration(parse(text));
  return { ...rest, formats: formats.map(each => each.replace(/=(.+)$/, (_, name) => `=${resolve(folder, name)}`)) };
}
