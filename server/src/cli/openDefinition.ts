/** Opens definitions in a workspace with all that they refer to. */
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { decode, utf8Problem } from '../data/encoding.ts';
import type { DataFile, FileContent } from '../workspace/facts.ts';
import { asDefinition } from '../workspace/files.ts';
import { mustBeOpened } from '../workspace/opening.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { projectRoot, type ReadingOptions, readBytes, readerFor } from './files.ts';
import { openWaiting } from './openWaiting.ts';

type Open = (file: string, bytes: Uint8Array) => DataFile;

export interface OpeningOptions extends ReadingOptions {
  readonly withData: boolean;
  /**
   * A path, relative to `folder`, that is read in place of the first data source. The user has named this file: it may lie
   * anywhere. Its format is that of its extension, else as declared.
   */
  readonly firstDataFile?: string;
  readonly folder?: string;
  /** Reads in place of the disk, by URI. */
  readonly readFile?: (file: string) => FileContent;
  /** Opens data files that are no text. */
  readonly open?: Open;
}

/** Opens a definition in the workspace with all that it refers to; gives its URI. */
export function openFile(workspace: Workspace, path: string, options: OpeningOptions): string {
  return openBytes(workspace, path, readBytes(path), options);
}

/** As `openFile`, with bytes that need not be on disk (`--stdin`). */
export function openBytes(workspace: Workspace, path: string, bytes: Uint8Array, options: OpeningOptions): string {
  const file = URI.file(path).toString();
  const decoded = decode(bytes, 'auto');
  workspace.openDefinition(file, decoded.text);
  workspace.setEncodingProblem(file, utf8Problem(decoded));
  workspace.setRoot(file, URI.file(projectRoot(path)).toString());
  const { firstDataFile, folder = '', readFile = readerFor(path, options), open = openWaiting } = options;
  const asData = (each: string, content: FileContent) =>
    content.kind === 'bytes' && mustBeOpened(each) ? open(each, content.bytes) : content;
  if (firstDataFile !== undefined) {
    const dataFile = URI.file(resolve(folder, firstDataFile)).toString();
    workspace.setDataFile(dataFile, asData(dataFile, { kind: 'bytes', bytes: readBytes(firstDataFile, folder) }));
    workspace.readFirstDataFrom(file, dataFile);
  }
  for (;;) {
    const { definitions, dataFiles } = workspace.wanted(file);
    const wantedData = options.withData ? dataFiles : [];
    if (definitions.length + wantedData.length === 0) return file;
    for (const each of definitions) workspace.setDefinition(each, asDefinition(readFile(each)));
    for (const each of wantedData) workspace.setDataFile(each, asData(each, readFile(each)));
  }
}
