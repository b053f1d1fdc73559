/**
 * Units in ascending order of their values: few by insertion, many in runs (`runOrder.ts`). Knows nothing of ranks and ties.
 */
import { sortInRuns } from './runOrder.ts';

export interface Order {
  readonly units: Uint32Array;
  /** Of the units. */
  readonly values: Float64Array;
}

/** Units with a number each (none of them −0), ascending; equal ones stay in the order given. May sort in place. */
export function inAscendingOrder(present: Uint32Array, values: Float64Array): Order {
  const own = new Float64Array(present.length);
  for (let index = 0; index < present.length; index++) own[index] = values[present[index]!]!;
  if (present.length < manyUnits) return inserted(present, own);
  sortInRuns(present, own);
  return { units: present, values: own };
}

/** Below this inserting is faster. */
const manyUnits = 128;

function inserted(units: Uint32Array, values: Float64Array): Order {
  for (let index = 1; index < units.length; index++) {
    const value = values[index]!;
    const unit = units[index]!;
    let place = index;
    for (; place > 0 && values[place - 1]! > value; place--) {
      units[place] = units[place - 1]!;
      values[place] = values[place - 1]!;
    }
    units[place] = unit;
    values[place] = value;
  }
  return { units, values };
}
