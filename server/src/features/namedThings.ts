/** The names that may stand at a place: ids, columns, groups, units, tiers, levels, sources and files, each with a word. */
import type { Locale } from '../base/locale.ts';
import { boundOf, boundSigns } from '../model/bounds.ts';
import type { Reference } from '../schema/schema.ts';
import { textOf } from '../scoring/names.ts';
import { relativePath } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface NamedThing {
  /** As it is written. */
  readonly name: string;
  /** What it is, on one line. */
  readonly about: string;
  /** Other words that find it. */
  readonly alsoCalled?: string;
}

/** `under`: the key that the name stands under, for values of a group system (`{kind: …}`). */
export function namedThings(
  workspace: Workspace,
  file: string,
  what: { readonly reference: Reference; readonly under: string | undefined; readonly nearby?: readonly string[] },
  locale: Locale,
): readonly NamedThing[] {
  const system = workspace.system(file);
  switch (what.reference) {
    case 'indicator':
      return [...system.byId].map(([name, [indicator]]) => {
        const about = textOf(indicator?.own.name?.value, locale) ?? '';
        return { name, about, alsoCalled: about };
      });
    case 'column':
      return columns(workspace, file);
    case 'group':
      return system.units.groups.map(({ id, values, column }) => ({
        name: id.value,
        about: values?.map(({ value }) => value).join(', ') ?? column?.value ?? '',
      }));
    case 'group-value':
      return groupValues(workspace, file, what.under);
    case 'unit':
      return units(workspace, file);
    case 'tier':
      return system.tiers.flatMap(tier => {
        const bound = boundOf(tier, system);
        const about = bound?.node.kind === 'scalar' ? `${boundSigns[bound.key]} ${bound.node.source}` : '';
        return tier.name === undefined ? [] : [{ name: tier.name.value.plain, about }];
      });
    case 'level':
      return system.levels.map(({ name }, index) => ({
        name: String(index + 1),
        about: textOf(name?.value, locale) ?? '',
      }));
    case 'data':
      return system.data.flatMap(({ id, path }) =>
        id === undefined ? [] : [{ name: id.value, about: path?.value ?? '' }],
      );
    case 'file':
      return files(workspace, file, what.under, what.nearby ?? []);
  }
}

/** Every column of every source once, with the first values in it. */
function columns(workspace: Workspace, file: string): readonly NamedThing[] {
  const found = new Map<string, NamedThing>();
  // Of a long file: a column for each indicator, and those of the file.
  for (const { table, declaration } of [...workspace.data(file).sources, ...workspace.sources(file)]) {
    table?.columns.forEach(({ name }, column) => {
      if (name === '' || found.has(name)) return;
      const values = new Set<string>();
      for (let row = 0; row < Math.min(table.nRows, 200) && values.size < 4; row++) values.add(table.cell(row, column));
      values.delete('');
      const sample = [...values].slice(0, 3).join(', ');
      found.set(name, { name, about: [sample, declaration.path?.value].filter(Boolean).join(' · ') });
    });
  }
  return [...found.values()];
}

/** Of the group system that the key names; under another key: of the one that weights differ by, else of all. */
function groupValues(workspace: Workspace, file: string, under: string | undefined): readonly NamedThing[] {
  const { groupSystems } = workspace.data(file);
  const by = workspace.system(file).weightsBy?.value;
  const meant = groupSystems.filter(({ id }) => id === under);
  const usual = meant.length > 0 ? meant : groupSystems.filter(({ id }) => id === by);
  const chosen = usual.length > 0 ? usual : groupSystems;
  return chosen.flatMap(({ id, groups }) => groups.map(name => ({ name, about: id })));
}

/** By name where only one unit has it, else by id. */
function units(workspace: Workspace, file: string): readonly NamedThing[] {
  const { units: all } = workspace.data(file);
  const times = new Map<string, number>();
  for (const { name } of all) times.set(name, (times.get(name) ?? 0) + 1);
  return all.map(({ id, name, groups }) => {
    const inGroups = [...groups.values()].flat().join(', ');
    return times.get(name) === 1
      ? { name, about: [id, inGroups].filter(Boolean).join(' · '), alsoCalled: id }
      : { name: id, about: [name, inGroups].filter(Boolean).join(' · '), alsoCalled: name };
  });
}

/** Files beside it and files that the workspace knows: other definitions for `previous`, data files otherwise. */
function files(
  workspace: Workspace,
  file: string,
  under: string | undefined,
  nearby: readonly string[],
): readonly NamedThing[] {
  const known =
    under === 'previous'
      ? workspace.files.filter(other => other !== file)
      : workspace.files.flatMap(other => workspace.dataFilesOf(other));
  return [...new Set([...nearby, ...known])].flatMap(each => {
    const name = relativePath(file, each);
    return name === undefined ? [] : [{ name, about: '' }];
  });
}
