/** An indicator for a column of the data that nothing uses yet, at the end of the list at the cursor. */
import { localText } from '../../base/locale.ts';
import { appendItem } from '../../syntax/appendItem.ts';
import { quoteScalar } from '../../syntax/edit.ts';
import { resolved } from '../../syntax/tree.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { siblingsTouching } from '../touching.ts';
import { type Refactor, type Refactoring, touches } from './refactoring.ts';

/** Menus are short. */
const mostOffers = 10;

export const addIndicator: Refactor = (workspace, file, selection) => {
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  const siblings = siblingsTouching(tree, system, selection).find(({ entry }) => touches(tree, entry.key, selection));
  const list = resolved(siblings?.entry.value);
  if (siblings === undefined || list?.kind !== 'sequence' || tree.errors.length > 0) return [];
  const isWeighed = siblings.members.some(({ own }) => own.weight !== undefined);
  return unusedColumns(workspace, file)
    .slice(0, mostOffers)
    .flatMap((column): readonly Refactoring[] => {
      const isId = /^[\p{L}\p{M}\p{N}_.-]+$/u.test(column) && !system.byId.has(column);
      const id = isId ? quoteScalar(column) : freshId(column, system.byId);
      const bound = isId ? '' : `, column: ${quoteScalar(column)}`;
      // A weight of 0 keeps the sum of the siblings until the author has decided.
      const source = `{id: ${id}, name: ${quoteScalar(column)}${isWeighed ? ', weight: 0' : ''}${bound}}`;
      const edits = appendItem(tree, list, source);
      const title = localText(`Add an indicator for column ${column}`, `为“${column}”列添加指标`);
      return edits.length === 0 ? [] : [{ title, kind: 'rewrite', edits }];
    });
};

/** As the finding on them lists them. */
function unusedColumns(workspace: Workspace, file: string): readonly string[] {
  const places = workspace
    .findings(file)
    .filter(({ code }) => code === 'data-unused-column')
    .flatMap(finding => [finding, ...finding.related]);
  const sources = workspace.sources(file);
  const names = places.flatMap(place => {
    const source = sources.find(each => each.file === place.file);
    return source?.table?.columns.find(({ header }) => header.start === place.range.start)?.name ?? [];
  });
  return [...new Set(names)];
}

function freshId(column: string, taken: ReadonlyMap<string, unknown>): string {
  const id = column.replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-').replace(/^-+|-+$/g, '') || 'indicator';
  if (!taken.has(id)) return quoteScalar(id);
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}
