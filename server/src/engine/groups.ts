/** Who is in which group. Knows nothing of what is compared within them. */
import type { Grouping } from './plan.ts';

/** The units of each group, in the order in which they are given; once, however often a unit names the group. */
export function membersOf({ nGroups, groupsOf }: Grouping, units: Int32Array): readonly Int32Array[] {
  const { starts, groups } = inOnePiece(groupsOf);
  const counts = new Int32Array(nGroups);
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    for (let at = starts[unit]!; at < starts[unit + 1]!; at++) counts[groups[at]!]!++;
  }
  const members = Array.from(counts, count => new Int32Array(count));
  counts.fill(0);
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    for (let at = starts[unit]!; at < starts[unit + 1]!; at++) {
      const group = groups[at]!;
      members[group]![counts[group]!++] = unit;
    }
  }
  return members;
}

/** The groups of unit u, each once: `groups` from `starts[u]` up to and without `starts[u + 1]`. */
function inOnePiece(groupsOf: Grouping['groupsOf']): { readonly starts: Int32Array; readonly groups: Int32Array } {
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
