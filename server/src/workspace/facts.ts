/** What is set from outside: everything else is computed from it. Files are named by URI. */
import type { LocalText } from '../base/locale.ts';
import type { LongText } from '../base/longText.ts';
import { fact } from '../base/query.ts';
import type { TextRange } from '../base/text.ts';
import type { OpenedFile } from '../data/opened.ts';

/** Why a file has no content. `outside`: it lies outside what the user allowed to be read. */
export type Unread =
  | { readonly kind: 'missing' | 'outside' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A text that grows out of another by edits is given as such, so that only what was edited is read again. */
export type DefinitionFile = { readonly kind: 'text'; readonly text: string | LongText } | Unread;
/** What is read of any file. */
export type FileContent = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | Unread;
/** A data file that is text is given as its bytes, another as what it was opened to (`opening.ts`). */
export type DataFile = FileContent | { readonly kind: 'opened'; readonly content: OpenedFile };

export interface EncodingProblem {
  readonly range: TextRange;
  readonly message: LocalText;
}

export const definitions = fact<string, DefinitionFile>('definition');
/** What is wrong with the encoding of a definition, where the host decoded it. */
export const encodingProblems = fact<string, EncodingProblem>('encoding problem');
/** The file that is read in place of a definition's first data source, by definition. */
export const firstDataFiles = fact<string, string>('first data file');
/** By definition: the folder up to which the configuration of its project is looked for. */
export const roots = fact<string, string>('root');
export const dataFiles = fact<string, DataFile>('data file');
