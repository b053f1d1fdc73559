/** The server's entry in Node: standard input and output, or the IPC channel of an extension. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Connection, createConnection, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { localText } from '../base/locale.ts';
import { repositoryAbove } from '../git/repository.ts';
import type { FileContent } from '../workspace/facts.ts';
import { isConfiguration, isDefinitionName, openFolderOf } from '../workspace/files.ts';
import { definitionsThroughClient, listThroughClient, readThroughClient } from './clientFiles.ts';
import type { Host, Reach } from './host.ts';
import { openInThread } from './openInThread.ts';
import { readInThread } from './readInThread.ts';
import { startServer } from './server.ts';
import { StandardOutput } from './standardOutput.ts';

const usesChannel = process.argv.some(
  word => word === '--node-ipc' || word.startsWith('--socket=') || word.startsWith('--pipe='),
);
const connection = usesChannel ? createConnection(ProposedFeatures.all) : connectionOfStreams();

startServer(connection, nodeHost(connection));

/** Who goes without a word takes the server along. */
function connectionOfStreams(): Connection {
  const [input, output] = [new StreamMessageReader(process.stdin), new StandardOutput(process.stdout)];
  const ofStreams = createConnection(ProposedFeatures.all, input, output);
  let isShutDown = false;
  ofStreams.onShutdown(() => {
    isShutDown = true;
  });
  process.stdin.on('close', () => process.exit(isShutDown ? 0 : 1));
  return ofStreams;
}

function nodeHost(client: Connection): Host {
  let folders: readonly string[] = [];
  let reach: Reach = 'folders';
  /** By the file that it leads to: each link that was read through. */
  const links = new Map<string, Set<string>>();
  const isOnDisk = (from: string) =>
    !folders.some(folder => schemeOf(folder) === schemeOf(from) && schemeOf(folder) !== 'file');
  return {
    definitions: async () => {
      const [onDisk, elsewhere] = [true, false].map(is => folders.filter(each => isOnDisk(each) === is));
      return [...(await definitionsOnDisk(onDisk!)), ...(await definitionsThroughClient(client, elsewhere!))];
    },
    list: (from, endings) => (isOnDisk(from) ? listOnDisk(from, endings) : listThroughClient(client, from, endings)),
    read: (file, from) => {
      // A configuration may stand above the open folder, where the repository begins.
      const project = isConfiguration(file) ? [...folders, rootOf(from, folders)] : folders;
      if (!isOnDisk(from)) return readThroughClient(client, { file, from, folders, reach });
      return readFromDisk(file, from, { folders: project, reach, links });
    },
    readAt: async (revision, file) => {
      const uri = URI.parse(file);
      if (uri.scheme === 'file' && isAbsolute(uri.fsPath)) return readInThread(revision, uri.fsPath);
      const reason = localText('the definition is not a file on disk', '定义不是磁盘上的文件');
      return { kind: 'refused', reason };
    },
    open: openInThread,
    rootOf: file => rootOf(file, folders),
    setFolders: uris => {
      folders = uris.map(uri => URI.parse(uri).toString());
    },
    setReach: wanted => {
      reach = wanted;
    },
    linksTo: file => [...(links.get(file) ?? [])],
    nextTurn: () => setImmediate(),
  };
}

/** The git repository that holds a file, else the open folder that does, else its own folder. */
function rootOf(file: string, folders: readonly string[]): string {
  const { scheme, fsPath } = URI.parse(file);
  const repository = scheme === 'file' && isAbsolute(fsPath) ? repositoryAbove(dirname(fsPath)) : undefined;
  return repository === undefined ? openFolderOf(file, folders) : URI.file(repository).toString();
}

interface Allowed {
  readonly folders: readonly string[];
  readonly reach: Reach;
  readonly links: Map<string, Set<string>>;
}

/** Reads inside the open folders and the definition's own folder, links followed first; elsewhere only if the user lets it. */
async function readFromDisk(file: string, from: string, { folders, reach, links }: Allowed): Promise<FileContent> {
  const path = URI.parse(file).fsPath;
  const own = dirname(URI.parse(from).fsPath);
  if (!isAbsolute(path) || !isAbsolute(own)) return { kind: 'missing' }; // a definition that was never saved
  const inside = [...folders.map(folder => URI.parse(folder).fsPath), own];
  try {
    const allowed = await Promise.all(inside.map(folder => realpath(folder).catch(() => folder)));
    const real = await realpath(path);
    if (reach === 'folders' && !allowed.some(folder => isInside(folder, real))) return { kind: 'outside' };
    if (real !== path) {
      const target = URI.file(real).toString();
      links.set(target, (links.get(target) ?? new Set()).add(file));
    }
    if (!(await stat(real)).isFile()) return { kind: 'unreadable', reason: 'EISDIR' };
    return { kind: 'bytes', bytes: await readFile(real) };
  } catch (error) {
    return unread(error);
  }
}

/** In the definition's own folder and the folders in it. */
async function listOnDisk(from: string, endings: readonly string[]): Promise<readonly string[]> {
  const own = dirname(URI.parse(from).fsPath);
  const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = (await entriesOf(own)).filter(each => each.isDirectory() && !/^\.|^node_modules$/.test(each.name));
  const all = await Promise.all([own, ...folders.slice(0, 50).map(({ name }) => join(own, name))].map(entriesOf));
  return all
    .flat()
    .filter(each => each.isFile() && endings.some(ending => each.name.toLowerCase().endsWith(`.${ending}`)))
    .slice(0, 200)
    .map(({ parentPath, name }) => URI.file(join(parentPath, name)).toString());
}

/** In the folders and all below them, breadth first; not behind links, in hidden folders or in packages. */
async function definitionsOnDisk(folders: readonly string[]): Promise<readonly string[]> {
  const [waiting, found] = [folders.map(folder => URI.parse(folder).fsPath), [] as string[]];
  for (let next = 0; next < waiting.length && next < mostFolders && found.length < mostDefinitions; next++) {
    const entries = await readdir(waiting[next]!, { withFileTypes: true }).catch(() => []);
    for (const each of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(each.parentPath, each.name);
      if (each.isDirectory() && !/^\.|^node_modules$/.test(each.name)) waiting.push(path);
      if (each.isFile() && isDefinitionName(each.name)) found.push(path);
    }
  }
  return found.slice(0, mostDefinitions).map(path => URI.file(path).toString());
}

const mostFolders = 5_000;
const mostDefinitions = 500;

function schemeOf(uri: string): string {
  return URI.parse(uri).scheme;
}

function unread(error: unknown): FileContent {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing' } : { kind: 'unreadable', reason: code };
}

function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
