/** The outline of a definition: its sections, and under the framework every indicator with its weight. */
import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { Locale } from '../base/locale.ts';
import type { TextRange } from '../base/text.ts';
import { schemaOf } from '../schema/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type OutlineItem, outlineOf } from './outline.ts';
import { rangeOf } from './positions.ts';

export function documentSymbols(workspace: Workspace, file: string, locale: Locale): DocumentSymbol[] {
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  const title = (key: string) => schemaOf(tree, [key])?.title?.[locale] ?? key;
  const symbolOf = ({ name, detail, kind, place, head, children }: OutlineItem): Outlined => {
    const inner = children.map(symbolOf);
    const selection = tree.rangeOf(head);
    const range = hull([tree.rangeOf(place), selection, ...inner.map(each => each.range)]);
    const symbol: DocumentSymbol = {
      name: name.trim() === '' ? '?' : name,
      detail,
      kind,
      range: rangeOf(tree.source, range),
      selectionRange: rangeOf(tree.source, selection),
      children: inner.map(each => each.symbol),
    };
    return { range, symbol };
  };
  return outlineOf(system, title, locale).map(section => symbolOf(section).symbol);
}

interface Outlined {
  readonly range: TextRange;
  readonly symbol: DocumentSymbol;
}

function hull(ranges: readonly TextRange[]): TextRange {
  return { start: Math.min(...ranges.map(({ start }) => start)), end: Math.max(...ranges.map(({ end }) => end)) };
}
