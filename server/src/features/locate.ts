/** Where something that the preview shows is written: in the definition, or a unit's row in the data. */
import type { Range } from 'vscode-languageserver-types';
import type { Location } from '../base/finding.ts';
import { nameNode } from '../model/siblings.ts';
import type { PreviewTarget } from '../protocol/preview.ts';
import { findUnit } from '../scoring/bind/bind.ts';
import { entryOf, itemsOf, type Node, resolved, valueAt } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { locator } from './positions.ts';

export function locate(
  workspace: Workspace,
  file: string,
  target: PreviewTarget,
): { readonly file: string; readonly range: Range } | undefined {
  const place = target.kind === 'unit' ? unitPlace(workspace, file, target.id) : writtenPlace(workspace, file, target);
  return place && { file: place.file, range: locator(workspace, file)(place) };
}

/** The unit's key in the first source that has it; where that is no text, its path in the definition. */
function unitPlace(workspace: Workspace, file: string, id: string): Location | undefined {
  const data = workspace.data(file);
  const unit = findUnit(data, id);
  if (unit === undefined) return undefined;
  const sources = workspace.sources(file);
  for (const { index, table, keyColumn } of data.sources) {
    const row = data.rows[index]?.[unit.index] ?? -1;
    if (table === undefined || row < 0) continue;
    const { file: dataFile, declaration } = sources[index]!;
    if (table.isText) return { file: dataFile, range: table.cellRange(row, keyColumn) };
    // A place in a workbook cannot be shown in a text editor.
    return { file, range: workspace.tree(file).rangeOf(declaration.path?.node ?? declaration.node) };
  }
  return undefined;
}

type WrittenTarget = Exclude<PreviewTarget, { kind: 'unit' }> | { readonly kind: 'unit'; readonly id: string };

function writtenPlace(workspace: Workspace, file: string, target: WrittenTarget): Location | undefined {
  const node = nodeOf(workspace, file, target);
  return node && { file, range: workspace.tree(file).rangeOf(node) };
}

function nodeOf(workspace: Workspace, file: string, target: WrittenTarget): Node | undefined {
  const { indicators, adjustments, publications, expectations, tiers } = workspace.system(file);
  switch (target.kind) {
    case 'unit':
      return undefined;
    case 'indicator': {
      const indicator = indicators.find(({ id }) => id === target.id);
      return indicator && nameNode(indicator);
    }
    case 'adjustment': {
      const adjustment = adjustments.find(({ id }) => id?.value === target.id);
      return adjustment?.id?.node ?? nodeOf(workspace, file, { kind: 'indicator', id: target.id });
    }
    case 'publication': {
      const byId = publications.find(({ id }) => id?.value === target.id);
      return byId?.id?.node ?? publications[Number(/^#(\d+)$/.exec(target.id)?.[1]) - 1]?.node;
    }
    case 'expectation':
      return expectations[target.index]?.node;
    case 'key':
      return deepest(workspace.tree(file).root, target.path);
    case 'tier':
      return tiers[target.index]?.name?.node ?? tiers[target.index]?.node;
  }
}

/** The node that the path leads to, as far as it is written; `undefined` where not even its beginning is. */
function deepest(root: Node | undefined, [key, ...rest]: readonly string[]): Node | undefined {
  if (key === undefined) return undefined;
  const named = (item: Node) =>
    ['id', 'name', 'title', 'path'].some(each => {
      const value = resolved(valueAt(item, each));
      if (value?.kind === 'scalar') return String(value.value) === key;
      // A name in several languages.
      const names = value?.kind === 'map' ? value.entries.map(entry => resolved(entry.value)) : [];
      const texts = names.flatMap(name => (name?.kind === 'scalar' ? [String(name.value)] : []));
      return texts.length > 0 && texts.sort().join('/') === key.split('/').sort().join('/');
    });
  const entry = entryOf(root, key);
  const found = entry?.value ?? itemsOf(root).find(named);
  return deepest(found, rest) ?? entry?.key ?? found;
}
