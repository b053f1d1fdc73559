/** Whether two plain values say the same: parts of plans, of inputs, of what was made of them. Knows nothing of what they say. */

/** Plain objects, lists, columns of numbers and plain values; what is `undefined` is as if it were not there. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (isList(one) || isList(other)) return isList(one) && isList(other) && isSameList(one, other);
  const [record, otherRecord] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  return (
    Object.keys(record).every(key => isSame(record[key], otherRecord[key])) &&
    Object.keys(otherRecord).every(key => otherRecord[key] === undefined || record[key] !== undefined)
  );
}

type List = ArrayLike<unknown>;

function isList(value: object): value is List {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function isSameList(one: List, other: List): boolean {
  if (one.length !== other.length) return false;
  if (one instanceof Float64Array && other instanceof Float64Array) return areSameNumbers(one, other);
  if (one instanceof Uint8Array && other instanceof Uint8Array) return areSameCodes(one, other);
  for (let index = 0; index < one.length; index++) if (!isSame(one[index], other[index])) return false;
  return true;
}

function areSameNumbers(one: Float64Array, other: Float64Array): boolean {
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

function areSameCodes(one: Uint8Array, other: Uint8Array): boolean {
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}
