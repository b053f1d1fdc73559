/** Which groups each unit is in, by group system. */
import type { IndicatorSystem } from '../model/system.ts';
import { type ColumnSearch, cellText, findOrReport } from './columnSearch.ts';
import { type CellProblem, type ColumnPlace, isMissing } from './columns.ts';

export interface GroupSystemData {
  readonly id: string;
  /** The declared values, then others in the order in which units have them. */
  readonly groups: readonly string[];
}

export interface UnitGroups {
  readonly groupSystems: readonly GroupSystemData[];
  /** By unit. */
  readonly groupsOf: readonly ReadonlyMap<string, readonly string[]>[];
}

/** A group outside the declared values still counts as one, and is a problem at its cell. */
export function readGroups(
  system: IndicatorSystem,
  nUnits: number,
  search: ColumnSearch,
  problems: CellProblem[],
): UnitGroups {
  const groupsOf = Array.from({ length: nUnits }, () => new Map<string, readonly string[]>());
  const groupSystems = system.units.groups.map(declaration => {
    const { id, column, separator } = declaration;
    const declared = declaration.values?.map(({ value }) => value);
    const groups = new Set(declared);
    const place = findOrReport(search, { use: 'group', name: column?.value ?? id.value, at: column ?? id });
    groupsOf.forEach((ofUnit, unit) => {
      const names = place === undefined ? [] : groupNames(place, cellText(search, unit, place), separator);
      ofUnit.set(id.value, names);
      for (const name of names) {
        groups.add(name);
        if (place === undefined || (declared?.includes(name) ?? true)) continue;
        const source = place.source.index;
        problems.push({ kind: 'group', source, row: search.rows[source]![unit]!, column: place.column, text: name });
      }
    });
    return { id: id.value, groups: [...groups] };
  });
  return { groupSystems, groupsOf };
}

function groupNames({ source }: ColumnPlace, text: string, separator: string | undefined): readonly string[] {
  if (isMissing(source, text) || source.notApplicable.has(text)) return [];
  const parts = separator === undefined || separator === '' ? [text] : text.split(separator).map(part => part.trim());
  return [...new Set(parts.filter(part => part !== ''))];
}
