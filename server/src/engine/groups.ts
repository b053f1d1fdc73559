/** Who is in which group. Knows nothing of what is compared within them. */

export interface Grouping {
  readonly nGroups: number;
  /** For each unit the indices of its groups. */
  readonly groupsOf: readonly (readonly number[])[];
}

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

/** The units of group g, in the order in which they were given: `units` from `starts[g]` up to and without `ends[g]`. */
export interface Members {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly units: Int32Array;
  /** Where each of them stands in `Memberships.groups`. */
  readonly places: Int32Array;
}

/** There is room for all units, so that only the units given are gone through out of their turn. */
export function membersOf(nGroups: number, memberships: Memberships, order: Int32Array): Members {
  const { groups } = memberships;
  const nPlaces = memberships.starts[memberships.starts.length - 1]!;
  const starts = new Int32Array(nGroups + 1);
  for (let at = 0; at < nPlaces; at++) starts[groups[at]! + 1]!++;
  for (let group = 0; group < nGroups; group++) starts[group + 1]! += starts[group]!;
  const ends = starts.slice(0, nGroups);
  const units = new Int32Array(nPlaces);
  const places = new Int32Array(nPlaces);
  for (let position = 0; position < order.length; position++) {
    const unit = order[position]!;
    const last = memberships.starts[unit + 1]!;
    for (let at = memberships.starts[unit]!; at < last; at++) {
      const place = ends[groups[at]!]!++;
      units[place] = unit;
      places[place] = at;
    }
  }
  return { starts, ends, units, places };
}
