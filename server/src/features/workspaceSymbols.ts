/** Indicators of definitions by a part of their id or name. */
import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { Locale } from '../base/locale.ts';
import type { Indicator } from '../model/indicator.ts';
import { nameNode } from '../model/siblings.ts';
import { textOf } from '../scoring/names.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rangeOf } from './positions.ts';

/** Editors ask again with more letters; nobody reads so many. */
const mostSymbols = 500;

/** `location.uri` is the file as the workspace knows it. */
export function workspaceSymbols(
  workspace: Workspace,
  { files, query }: { readonly files: readonly string[]; readonly query: string },
  locale: Locale,
): SymbolInformation[] {
  const found: SymbolInformation[] = [];
  for (const file of files) {
    const tree = workspace.tree(file);
    const system = workspace.system(file);
    const title = textOf(system.title?.value, locale) ?? system.id?.value ?? '';
    for (const indicator of system.indicators) {
      if (found.length === mostSymbols) return found;
      const name = nameOf(indicator, locale);
      if (!isIn(query, `${name} ${indicator.id}`)) continue;
      found.push({
        name: name === indicator.id ? name : `${name} (${indicator.id})`,
        kind: indicator.children === undefined ? SymbolKind.Field : SymbolKind.Class,
        containerName: indicator.parent === undefined ? title : nameOf(indicator.parent, locale),
        location: { uri: file, range: rangeOf(tree.source, tree.rangeOf(nameNode(indicator))) },
      });
    }
  }
  return found;
}

function nameOf({ own, id }: Indicator, locale: Locale): string {
  return textOf(own.name?.value, locale) ?? id;
}

/** Whether the letters of the query come in this order. */
function isIn(query: string, text: string): boolean {
  const letters = text.toLowerCase();
  let position = 0;
  for (const letter of query.toLowerCase()) {
    if (letter.trim() === '') continue;
    const at = letters.indexOf(letter, position);
    if (at < 0) return false;
    position = at + letter.length;
  }
  return true;
}
