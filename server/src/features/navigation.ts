/** Where a name is defined and where it is used: in the definition, in its data files, in the previous edition. */
import type { DocumentHighlight, Position, Range } from 'vscode-languageserver-types';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Location } from '../base/finding.ts';
import { findUnit } from '../scoring/bind/bind.ts';
import { resolveFile } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type NameUse, nameAt, rangeOfUse, sameName } from './names.ts';
import { locator, rangeOf } from './positions.ts';

/** A range of a file that the workspace knows. */
export interface FileRange {
  readonly file: string;
  readonly range: Range;
}

/**
 * Where the name under the cursor is defined. At an indicator's own id, where it comes from: its column in the data, and
 * the same indicator in the previous edition.
 */
export function definition(workspace: Workspace, file: string, position: Position): readonly FileRange[] {
  const name = nameAt(workspace, file, workspace.tree(file).source.offsetAt(position));
  if (name === undefined) return [];
  const locate = locator(workspace, file);
  if (name.kind === 'file') return [{ file: resolveFile(file, name.name), range: start }];
  if (name.kind === 'level') return levelPlace(workspace, file, name).map(place => ({ file, range: locate(place) }));
  const own = sameName(workspace, file, name).filter(use => use.isDefinition && use.node !== name.node);
  const places = [
    ...own.map(use => ({ file, range: rangeOfUse(workspace, file, use) })),
    ...dataPlaces(workspace, file, name),
  ];
  const found = places.map(place => ({ file: place.file, range: locate(place) }));
  return name.kind === 'indicator' && name.isDefinition
    ? [...found, ...inPreviousEdition(workspace, file, name)]
    : found;
}

const start: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** All places that name the thing under the cursor; with `withDefinitions` also those that define it. */
export function references(
  workspace: Workspace,
  file: string,
  position: Position,
  which: 'all' | 'uses',
): readonly FileRange[] {
  const name = nameAt(workspace, file, workspace.tree(file).source.offsetAt(position));
  if (name === undefined) return [];
  const locate = locator(workspace, file);
  const own = sameName(workspace, file, name).filter(use => which === 'all' || !use.isDefinition);
  const data = which === 'all' && name.kind !== 'indicator' ? dataPlaces(workspace, file, name) : [];
  const places: readonly Location[] = [...own.map(use => ({ file, range: rangeOfUse(workspace, file, use) })), ...data];
  return places.map(place => ({ file: place.file, range: locate(place) }));
}

export function documentHighlights(
  workspace: Workspace,
  file: string,
  position: Position,
): readonly DocumentHighlight[] {
  const { source } = workspace.tree(file);
  const name = nameAt(workspace, file, source.offsetAt(position));
  if (name === undefined) return [];
  return sameName(workspace, file, name).map(use => ({
    range: rangeOf(source, rangeOfUse(workspace, file, use)),
    kind: use.isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** Where the data have it: a column's header, a unit's row, a leaf's column. */
function dataPlaces(workspace: Workspace, file: string, name: NameUse): readonly Location[] {
  switch (name.kind) {
    case 'column':
      return headers(workspace, file, name.name);
    case 'unit':
      return rows(workspace, file, name.name);
    case 'group': {
      const group = workspace.system(file).units.groups.find(({ id }) => id.value === name.name);
      return group === undefined ? [] : headers(workspace, file, group.column?.value ?? name.name);
    }
    case 'indicator': {
      const [indicator] = workspace.system(file).byId.get(name.name) ?? [];
      const cells = indicator && workspace.data(file).leaves.get(indicator);
      const sources = workspace.sources(file);
      if (!name.isDefinition || cells === undefined) return [];
      return cells.places.flatMap(({ source, column }) => {
        const header = source.table?.columns[column]?.header;
        return header === undefined ? [] : [{ file: sources[source.index]!.file, range: header }];
      });
    }
    default:
      return [];
  }
}

function headers(workspace: Workspace, file: string, column: string): readonly Location[] {
  return workspace.sources(file).flatMap(({ file: dataFile, table }) => {
    const header = table?.columns[table.columnIndex(column)]?.header;
    return header === undefined ? [] : [{ file: dataFile, range: header }];
  });
}

function rows(workspace: Workspace, file: string, reference: string): readonly Location[] {
  const data = workspace.data(file);
  const unit = findUnit(data, reference);
  const sources = workspace.sources(file);
  if (unit === undefined) return [];
  return data.sources.flatMap(({ index, table, keyColumn }) => {
    const row = data.rows[index]?.[unit.index] ?? -1;
    return table === undefined || row < 0
      ? []
      : [{ file: sources[index]!.file, range: table.cellRange(row, keyColumn) }];
  });
}

function levelPlace(workspace: Workspace, file: string, { name }: NameUse): readonly Location[] {
  const level = workspace.system(file).levels[Number(name) - 1];
  return level === undefined ? [] : [{ file, range: workspace.tree(file).rangeOf(level.name?.node ?? level.node) }];
}

function inPreviousEdition(workspace: Workspace, file: string, { name }: NameUse): readonly FileRange[] {
  const previous = workspace.previousOf(file);
  if (previous === undefined || previous === file || workspace.isUnknown(previous)) return [];
  const tree = workspace.tree(previous);
  const same = workspace.system(previous).byId.get(name) ?? [];
  return same.map(({ own }) => ({ file: previous, range: rangeOf(tree.source, tree.rangeOf(own.id!.node)) }));
}
