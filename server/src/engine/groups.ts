/** Who is in which group. Knows nothing of what is compared within them. */

export interface Grouping {
  readonly nGroups: number;
  /** For each unit the indices of its groups. */
  readonly groupsOf: readonly (readonly number[])[];
}

/** Who is in which group, as runs of numbers. */
export interface Memberships {
  readonly nGroups: number;
  /** The groups of unit u, each once, are those from `starts[u]` up to and without `starts[u + 1]`. */
  readonly starts: Int32Array;
  readonly groups: Int32Array;
  /** Every unit is in one group, so that it has its own place in `groups`. */
  readonly isOneEach: boolean;
}

export function membershipsOf({ nGroups, groupsOf }: Grouping): Memberships {
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
    return { nGroups, starts, groups, isOneEach };
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
  return { nGroups, starts, groups: groups.subarray(0, end), isOneEach };
}
