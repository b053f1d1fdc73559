/** Reads files through the client, where the server cannot: in a browser, or in a folder that is not on this disk. */
import type { Connection } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import {
  type ListFilesParams,
  listFilesRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
} from '../protocol/requests.ts';
import type { FileContent } from '../workspace/facts.ts';
import { definitionEndings } from '../workspace/files.ts';
import { bytesOf } from './base64.ts';
import type { Reach } from './host.ts';

export interface FileOfDefinition {
  readonly file: string;
  /** The definition that refers to it. */
  readonly from: string;
  /** The open folders, as URIs. */
  readonly folders: readonly string[];
  readonly reach: Reach;
}

/** Asks for files inside the open folders and the definition's own folder; for others only if the user lets it. */
export async function readThroughClient(
  client: Connection,
  { file, from, folders, reach }: FileOfDefinition,
): Promise<FileContent> {
  const own = Utils.dirname(URI.parse(from)).toString();
  if (reach === 'folders' && ![...folders, own].some(folder => isInside(folder, file))) return { kind: 'outside' };
  const params: ReadFileParams = { uri: file };
  try {
    const answer = await client.sendRequest<ReadFileAnswer>(readFileRequest, params);
    return answer.kind === 'base64' ? { kind: 'bytes', bytes: bytesOf(answer.base64) } : answer;
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}

export function listThroughClient(
  client: Connection,
  uri: string,
  endings: readonly string[],
): Promise<readonly string[]> {
  const params: ListFilesParams = { uri, endings };
  return client.sendRequest<readonly string[]>(listFilesRequest, params).catch(() => []);
}

/** The definitions in folders and below. */
export async function definitionsThroughClient(
  client: Connection,
  folders: readonly string[],
): Promise<readonly string[]> {
  const inFolder = (folder: string) => listThroughClient(client, `${folder}/.`, definitionEndings);
  return (await Promise.all(folders.map(inFolder))).flat();
}

function isInside(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
