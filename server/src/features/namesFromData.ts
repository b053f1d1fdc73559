/**
 * What an author may name after the data: indicators and groups after columns, grades after cells. Guesses nothing of what
 * they mean.
 */
import { readNumber } from '../data/number.ts';
import { type SchemaPlace, schemaOf } from '../schema/schema.ts';
import { quoteScalar } from '../syntax/quote.ts';
import { entryOf } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type NamedThing, namedThings } from './namedThings.ts';

export interface FreeKey extends NamedThing {
  /** What stands under the key, where that is known too. */
  readonly value?: string;
}

/** Ids for a new indicator: columns that nothing speaks of yet. */
export function newIds(workspace: Workspace, file: string, { path }: SchemaPlace): readonly NamedThing[] {
  if (path.at(-1) !== 'id' || path[0] !== 'indicators') return [];
  return columnsLeft(workspace, file).filter(({ name }) => /^[\p{L}\p{M}\p{N}_.-]+$/u.test(name));
}

/** Group systems after columns of texts; the grades in the column of the indicator under the cursor. */
export function newKeys(workspace: Workspace, file: string, { path }: SchemaPlace): readonly FreeKey[] {
  if (path.join('/') === 'units/groups') {
    return columnsLeft(workspace, file)
      .filter(({ name }) => textsIn(workspace, file, name).length > 0)
      .map(each => ({ ...each, value: `{column: ${quoteScalar(each.name)}}` }));
  }
  if (path.at(-1) !== 'categories' || path[0] !== 'indicators') return [];
  const indicator = schemaOf(workspace.tree(file), path.slice(0, -1))?.node;
  const column = entryOf(indicator, 'column') ?? entryOf(indicator, 'id');
  if (column?.value?.kind !== 'scalar') return [];
  const name = String(column.value.value);
  return textsIn(workspace, file, name).map(text => ({ name: text, about: name }));
}

/** Neither the units' own nor an indicator's or a group's. */
function columnsLeft(workspace: Workspace, file: string): readonly NamedThing[] {
  const { units, indicators } = workspace.system(file);
  const used = new Set([
    ...[units.id, units.name].map(each => each?.value),
    ...units.groups.map(({ id, column }) => (column ?? id).value),
    ...indicators.flatMap(({ id, own }) => [id, own.column?.value]),
  ]);
  return namedThings(workspace, file, { reference: 'column', under: undefined }, 'en').filter(
    ({ name }) => !used.has(name),
  );
}

/** What stands in a column and is no number, each once, in order of appearance; of many, none: they are no grades. */
function textsIn(workspace: Workspace, file: string, column: string): readonly string[] {
  const texts = new Set<string>();
  for (const { table } of workspace.sources(file)) {
    const index = table?.columnIndex(column) ?? -1;
    if (table === undefined || index < 0) continue;
    for (let row = 0; row < table.nRows; row++) {
      const cell = table.cell(row, index);
      if (cell !== '' && !('number' in readNumber(cell))) texts.add(cell);
      if (texts.size > 20) return [];
    }
  }
  return [...texts];
}
