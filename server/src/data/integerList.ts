/** A list of 32-bit integers that grows: four bytes each, so that a table of a million rows can keep every offset. */
export interface IntegerList {
  values: Int32Array;
  length: number;
}

export function integerList(): IntegerList {
  return { values: new Int32Array(256), length: 0 };
}

export function push(list: IntegerList, value: number): void {
  if (list.length === list.values.length) {
    const longer = new Int32Array(list.length * 2);
    longer.set(list.values);
    list.values = longer;
  }
  list.values[list.length++] = value;
}

/** The number at an index; the index must be within the list. */
export function at(list: IntegerList, index: number): number {
  if (index < 0 || index >= list.length) throw new Error(`no number at ${index} of ${list.length}`);
  return list.values[index]!;
}
