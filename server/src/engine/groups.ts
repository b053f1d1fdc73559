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

/** The units of group g in rank order with their keys, from `starts[g]` up to and without `ends[g]`. */
export interface Members {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly units: Int32Array;
  readonly keys: Float64Array;
  /** Where each of them stands in `Memberships.groups`. */
  readonly places: Int32Array;
}

/** `units` in rank order, and the keys of each. There is room for all units, so that those not given are passed over. */
export function membersOf(
  nGroups: number,
  memberships: Memberships,
  { units, keys }: { readonly units: Int32Array; readonly keys: Float64Array },
): Members {
  const { groups, isOneEach } = memberships;
  const nPlaces = groups.length;
  const starts = new Int32Array(nGroups + 1);
  for (let at = 0; at < nPlaces; at++) starts[groups[at]! + 1]!++;
  for (let group = 0; group < nGroups; group++) starts[group + 1]! += starts[group]!;
  const ends = starts.slice(0, nGroups);
  const own = { units: new Int32Array(nPlaces), keys: new Float64Array(nPlaces) };
  if (isOneEach) {
    for (let position = 0; position < units.length; position++) {
      const unit = units[position]!;
      const place = ends[groups[unit]!]!++;
      own.units[place] = unit;
      own.keys[place] = keys[position]!;
    }
    return { starts, ends, ...own, places: own.units };
  }
  const places = new Int32Array(nPlaces);
  for (let position = 0; position < units.length; position++) {
    const unit = units[position]!;
    for (let at = memberships.starts[unit]!; at < memberships.starts[unit + 1]!; at++) {
      const place = ends[groups[at]!]!++;
      own.units[place] = unit;
      own.keys[place] = keys[position]!;
      places[place] = at;
    }
  }
  return { starts, ends, ...own, places };
}
