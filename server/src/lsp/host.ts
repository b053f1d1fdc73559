/** What the server needs of the machine it runs on; the node and browser entries each give one. */
import type { CancellationToken } from 'vscode-languageserver';
import type { LocalText } from '../base/locale.ts';
import type { DataFile, FileContent } from '../workspace/facts.ts';

export type Reach = 'folders' | 'everywhere';

export interface Host {
  /** Reads a file that the definition `from` refers to, if the user allows it: inside the open folders, or beside it. */
  readonly read: (file: string, from: string) => Promise<FileContent>;
  /** Reads a file as it was at a git revision. */
  readonly readAt: (revision: string, file: string) => Promise<PastFile>;
  /** Files with these endings in a definition's folder and a little below, as URIs: what it may refer to. */
  readonly list: (from: string, endings: readonly string[]) => Promise<readonly string[]>;
  /** The definitions in the open folders, as URIs; of very many the first. */
  readonly definitions: () => Promise<readonly string[]>;
  /** Opens a data file that is no text, without holding up anything else; given up when that is cancelled. */
  readonly open: (file: string, bytes: Uint8Array, token: CancellationToken) => Promise<DataFile>;
  /** The folder up to which the configuration of a definition's project is looked for. */
  readonly rootOf: (file: string) => string;
  /** The folders that are open in the editor, as URIs. */
  setFolders(folders: readonly string[]): void;
  /** `everywhere`: the user lets definitions name files outside the open folders too. */
  setReach(reach: Reach): void;
  /** Other names under which a file was read: of links that lead to it. */
  readonly linksTo: (file: string) => readonly string[];
  /** Resolves after the messages that are waiting have been taken. */
  readonly nextTurn: () => Promise<void>;
}

/** `commit`: the full name of the commit that was read. `refused`: there is no git, no repository, no such revision. */
export type PastFile =
  | { readonly kind: 'read'; readonly commit: string; readonly content: FileContent }
  | { readonly kind: 'refused'; readonly reason: LocalText };
