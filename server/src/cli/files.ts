/**
 * Files for the command line: finds definitions, reads them and what they refer to. Data files are only ever read, and only
 * inside the git repository that holds the definition, else inside its own folder.
 */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { URI } from 'vscode-uri';
import { CannotRun } from '../base/cannotRun.ts';
import { localText } from '../base/locale.ts';
import { formatOf } from '../data/format.ts';
import { repositoryAbove } from '../git/repository.ts';
import type { FileContent } from '../workspace/facts.ts';
import { isConfiguration, isDefinitionName } from '../workspace/files.ts';
import type { Wording } from '../workspace/printable.ts';
import { cannot, reasonOf } from './refusal.ts';
import type { Terminal } from './terminal.ts';

/** The definitions that paths, folders and globs name, sorted, each once. No such file: cannot run. */
export function findDefinitions(paths: readonly string[], folder: string): readonly string[] {
  const found = (paths.length === 0 ? ['.'] : paths).flatMap(path => {
    const full = resolve(folder, path);
    const inside = !existsSync(full)
      ? glob(path.replaceAll(sep, '/'), folder)
      : statSync(full).isDirectory()
        ? glob('**/*.indicators.{yaml,yml}', full)
        : [definitionAt(full, path)];
    if (inside.length === 0) throw new CannotRun(path === '.' ? noneHere : noDefinition(path));
    return inside;
  });
  return [...new Set(found)].sort();
}

/** The one definition that a path names: a file, or a folder that holds one. */
export function findDefinition(path: string, folder: string): string {
  const found = findDefinitions([path], folder);
  if (found.length === 1) return found[0]!;
  const names = found.slice(0, 20).map(each => relative(folder, each).replaceAll(sep, '/'));
  throw new CannotRun(
    localText(
      `${path} holds several definitions; name one of them: ${names.join(', ')}`,
      `${path} 中有多个定义文件，请指定其中一个：${names.join('、')}`,
    ),
  );
}

function glob(pattern: string, folder: string): readonly string[] {
  return globSync(pattern, {
    cwd: folder,
    absolute: true,
    onlyFiles: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
  })
    .filter(isDefinitionName)
    .map(each => resolve(each));
}

/** Who names the data means the definition that reads it. JSON may be either. */
function definitionAt(full: string, path: string): string {
  const format = formatOf(full);
  if (format === undefined || format === 'json') return full;
  const beside = glob('*.indicators.{yaml,yml}', dirname(full)).map(each => basename(each));
  const some = beside.slice(0, 5);
  const [en, zh] =
    some.length === 0 ? ['', ''] : [`; beside it: ${some.join(', ')}`, `；同一文件夹中有 ${some.join('、')}`];
  throw new CannotRun(
    localText(
      `${path} is a data file; name a definition (*.indicators.yaml${en})`,
      `${path} 是数据文件，请指定定义文件（*.indicators.yaml${zh}）`,
    ),
  );
}

const noneHere = localText(
  'no definition in this folder (a file *.indicators.yaml); indicators init writes a first one',
  '此文件夹中没有定义文件（*.indicators.yaml）；indicators init 可生成第一份',
);

function noDefinition(path: string) {
  return localText(
    `no definition at ${path} (a file *.indicators.yaml, or a folder that holds one)`,
    `${path} 处没有定义文件（*.indicators.yaml，或包含它的文件夹）`,
  );
}

/** What a definition may refer to. */
export interface ReadingOptions {
  readonly allowOutside: boolean;
  /** Real paths of the only folders that are read; not given: the repository that holds the definition. */
  readonly roots?: readonly string[];
}

/** Reads what a definition refers to, where the user allows it. */
export function readerFor(path: string, options: ReadingOptions): (file: string) => FileContent {
  let { roots } = options;
  return file => {
    const { fsPath } = URI.parse(file);
    // A configuration is looked for where the project is, which may be above the folder that data may lie in.
    if (isConfiguration(file)) return readAllowed(fsPath, [], true);
    roots ??= [allowedRoot(path)];
    return readAllowed(fsPath, roots, options.allowOutside);
  };
}

/** A file that the user has named. */
export function readBytes(path: string, folder = ''): Uint8Array {
  try {
    return readFileSync(resolve(folder, path));
  } catch (error) {
    throw cannot(localText(`cannot read ${path}`, `无法读取 ${path}`), error);
  }
}

function readAllowed(path: string, roots: readonly string[], allowOutside: boolean): FileContent {
  try {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return missingOr(path, roots, allowOutside);
    const real = realpathSync(path);
    if (!allowOutside && !isInside(real, roots)) return { kind: 'outside' };
    if (!statSync(real).isFile()) return { kind: 'unreadable', reason: 'not a file' };
    return { kind: 'bytes', bytes: readFileSync(real) };
  } catch (error) {
    return isMissing(error) ? missingOr(path, roots, allowOutside) : { kind: 'unreadable', reason: reasonOf(error) };
  }
}

/** A path that leads outside is outside whether or not something is there. */
function missingOr(path: string, roots: readonly string[], allowOutside: boolean): FileContent {
  const isOutside = !allowOutside && roots.every(root => relative(root, path).startsWith('..'));
  return { kind: isOutside ? 'outside' : 'missing' };
}

export function isInside(path: string, roots: readonly string[]): boolean {
  return roots.some(root => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** The git repository that holds the definition, else its own folder. */
function allowedRoot(path: string): string {
  const own = realpathSync(dirname(path));
  return repositoryAbove(own) ?? own;
}

/** The git repository that holds a file, else the working folder if that does, else the file's own folder. */
export function projectRoot(path: string): string {
  const own = dirname(resolve(path));
  const working = process.cwd();
  return repositoryAbove(own) ?? (own === working || own.startsWith(working + sep) ? working : own);
}

/** How a command's answers are written. */
export function wordingOf({ locale, folder }: Terminal): Wording {
  return { locale, pathOf: file => displayPath(file, folder) };
}

/** The path of a URI as reports print it: relative to the working folder, with forward slashes. */
export function displayPath(file: string, folder: string): string {
  return relative(folder, URI.parse(file).fsPath).replaceAll(sep, '/');
}
