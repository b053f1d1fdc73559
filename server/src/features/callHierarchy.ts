/** The framework as a call hierarchy: upward the aggregate that an indicator counts in, downward what counts in it. */
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Locale } from '../base/locale.ts';
import type { Indicator } from '../model/indicator.ts';
import { nameNode } from '../model/siblings.ts';
import { textOf } from '../scoring/names.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { indicatorAt } from './indicatorAt.ts';
import { rangeOf } from './positions.ts';

/** An indicator in an open definition; `uri` is how the client spells `file`. */
export interface Framework {
  readonly file: string;
  readonly uri: string;
}

export function callHierarchyAt(
  workspace: Workspace,
  framework: Framework,
  position: Position,
  locale: Locale,
): CallHierarchyItem[] {
  const { file } = framework;
  const found = indicatorAt(
    workspace.tree(file),
    workspace.system(file),
    workspace.tree(file).source.offsetAt(position),
  );
  return found === undefined ? [] : [itemOf(workspace, framework, found.indicator, locale)];
}

export function incomingCalls(
  workspace: Workspace,
  framework: Framework,
  item: CallHierarchyItem,
  locale: Locale,
): CallHierarchyIncomingCall[] {
  const parent = indicatorOf(workspace, framework, item)?.parent;
  if (parent === undefined) return [];
  const from = itemOf(workspace, framework, parent, locale);
  return [{ from, fromRanges: [from.selectionRange] }];
}

export function outgoingCalls(
  workspace: Workspace,
  framework: Framework,
  item: CallHierarchyItem,
  locale: Locale,
): CallHierarchyOutgoingCall[] {
  const children = indicatorOf(workspace, framework, item)?.children ?? [];
  // The place of a call must be in the caller: it is that of the caller's name.
  return children.map(child => ({
    to: itemOf(workspace, framework, child, locale),
    fromRanges: [item.selectionRange],
  }));
}

/** The item's id, which edits elsewhere do not change. */
function indicatorOf(workspace: Workspace, { file }: Framework, { data }: CallHierarchyItem): Indicator | undefined {
  return workspace.system(file).indicators.find(({ id }) => id === data);
}

function itemOf(
  workspace: Workspace,
  { file, uri }: Framework,
  indicator: Indicator,
  locale: Locale,
): CallHierarchyItem {
  const tree = workspace.tree(file);
  const { own, id, children } = indicator;
  return {
    name: textOf(own.name?.value, locale) ?? id,
    kind: children === undefined ? SymbolKind.Field : SymbolKind.Class,
    detail: id,
    uri,
    range: rangeOf(tree.source, tree.rangeOf(own.node)),
    selectionRange: rangeOf(tree.source, tree.rangeOf(nameNode(indicator))),
    data: id,
  };
}
