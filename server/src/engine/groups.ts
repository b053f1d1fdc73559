/** Who is in which group. Knows nothing of what is compared within them. */
import type { Grouping } from './plan.ts';

/** The groups of unit u, each once: `groups` from `starts[u]` up to and without `starts[u + 1]`. */
export interface Memberships {
  readonly starts: Int32Array;
  readonly groups: Int32Array;
}

export function membershipsOf({ groupsOf }: Grouping): Memberships {
  const starts = new Int32Array(groupsOf.length + 1);
  for (let unit = 0; unit < groupsOf.length; unit++) starts[unit + 1] = starts[unit]! + groupsOf[unit]!.length;
  const groups = new Int32Array(starts[groupsOf.length]!);
  let end = 0;
  for (let unit = 0; unit < groupsOf.length; unit++) {
    const own = groupsOf[unit]!;
    starts[unit] = end;
    for (let position = 0; position < own.length; position++) {
      const group = own[position]!;
      if (position === 0 || own.indexOf(group) === position) groups[end++] = group;
    }
  }
  starts[groupsOf.length] = end;
  return { starts, groups };
}

/** The units of group g, in the order in which they were given: `units` from `starts[g]` up to and without `starts[g + 1]`. */
export interface Members {
  readonly starts: Int32Array;
  readonly units: Int32Array;
  /** Where each of them stands in `Memberships.groups`. */
  readonly places: Int32Array;
}

export function membersOf(nGroups: number, memberships: Memberships, order: Int32Array): Members {
  const starts = new Int32Array(nGroups + 1);
  for (const unit of order) {
    for (let at = memberships.starts[unit]!; at < memberships.starts[unit + 1]!; at++) {
      starts[memberships.groups[at]! + 1]!++;
    }
  }
  for (let group = 0; group < nGroups; group++) starts[group + 1]! += starts[group]!;
  const ends = starts.slice();
  const units = new Int32Array(starts[nGroups]!);
  const places = new Int32Array(starts[nGroups]!);
  for (const unit of order) {
    for (let at = memberships.starts[unit]!; at < memberships.starts[unit + 1]!; at++) {
      const place = ends[memberships.groups[at]!]!++;
      units[place] = unit;
      places[place] = at;
    }
  }
  return { starts, units, places };
}
