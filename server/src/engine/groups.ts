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
  /** Every unit is in one group. */
  readonly isOneEach: boolean;
}

export function membershipsOf({ groupsOf }: Grouping): Memberships {
  const nUnits = groupsOf.length;
  const starts = new Int32Array(nUnits + 1);
  let isOneEach = true;
  for (let unit = 0; unit < nUnits; unit++) {
    const { length } = groupsOf[unit]!;
    starts[unit + 1] = starts[unit]! + length;
    if (length !== 1) isOneEach = false;
  }
  const groups = new Int32Array(starts[nUnits]!);
  if (isOneEach) {
    for (let unit = 0; unit < nUnits; unit++) groups[unit] = groupsOf[unit]![0]!;
    return { starts, groups, isOneEach };
  }
  let end = 0;
  for (let unit = 0; unit < nUnits; unit++) {
    const own = groupsOf[unit]!;
    starts[unit] = end;
    for (let position = 0; position < own.length; position++) {
      const group = own[position]!;
      if (position === 0 || own.indexOf(group) === position) groups[end++] = group;
    }
  }
  starts[nUnits] = end;
  return { starts, groups: groups.subarray(0, end), isOneEach };
}

/** The units of group g in rank order: their `positions` there, from `starts[g]` up to and without `ends[g]`. */
export interface Members {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly positions: Int32Array;
  /** Where each of them stands in `Memberships.groups`. */
  readonly places: Int32Array;
}

/** There is room for all units, so that only the units given are gone through out of their turn. */
export function membersOf(nGroups: number, memberships: Memberships, order: Int32Array): Members {
  const { groups } = memberships;
  const nPlaces = groups.length;
  const starts = new Int32Array(nGroups + 1);
  for (let at = 0; at < nPlaces; at++) starts[groups[at]! + 1]!++;
  for (let group = 0; group < nGroups; group++) starts[group + 1]! += starts[group]!;
  const ends = starts.slice(0, nGroups);
  const positions = new Int32Array(nPlaces);
  const places = new Int32Array(nPlaces);
  const add = (position: number, at: number) => {
    const place = ends[groups[at]!]!++;
    positions[place] = position;
    places[place] = at;
  };
  for (let position = 0; position < order.length; position++) {
    const unit = order[position]!;
    if (memberships.isOneEach) add(position, unit);
    else for (let at = memberships.starts[unit]!; at < memberships.starts[unit + 1]!; at++) add(position, at);
  }
  return { starts, ends, positions, places };
}
