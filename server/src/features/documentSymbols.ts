/** The outline of a definition. */
import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { Locale } from '../base/locale.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function documentSymbols(_workspace: Workspace, _file: string, _locale: Locale): DocumentSymbol[] {
  return [];
}
