/** What is set from outside: everything else is computed from it. Files are named by URI. */
import { fact } from '../base/query.ts';

/** Why a file has no content. `outside`: it lies outside what the user allowed to be read. */
export type Unread =
  | { readonly kind: 'missing' | 'outside' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type DefinitionFile = { readonly kind: 'text'; readonly text: string } | Unread;
export type DataFile = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | Unread;

export const definitions = fact<string, DefinitionFile>('definition');
/** The file that is read in place of a definition's first data source, by definition. */
export const firstDataFiles = fact<string, string>('first data file');
export const dataFiles = fact<string, DataFile>('data file');
