/** Who is in which group. Knows nothing of what is compared within them. */
import type { Grouping } from './plan.ts';

/** The units of each group, in the order in which they are given. */
export function membersOf({ nGroups, groupsOf }: Grouping, units: Int32Array): readonly Int32Array[] {
  const sizes = new Int32Array(nGroups);
  forEachMembership(groupsOf, units, (_, group) => {
    sizes[group]!++;
  });
  const members = Array.from(sizes, size => new Int32Array(size));
  sizes.fill(0);
  forEachMembership(groupsOf, units, (unit, group) => {
    members[group]![sizes[group]!++] = unit;
  });
  return members;
}

/** Once for each group of a unit, however often the unit names it. */
function forEachMembership(
  groupsOf: Grouping['groupsOf'],
  units: Int32Array,
  note: (unit: number, group: number) => void,
): void {
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    const groups = groupsOf[unit]!;
    for (let position = 0; position < groups.length; position++) {
      const group = groups[position]!;
      if (position === 0 || groups.indexOf(group) === position) note(unit, group);
    }
  }
}
