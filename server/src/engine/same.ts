/** Whether two plain values say the same: parts of plans, of inputs, of what was made of them. Knows nothing of what they say. */

/** Plain objects, lists, columns of numbers and plain values; what is `undefined` is as if it were not there. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (isList(one) || isList(other)) return isList(one) && isList(other) && isSameList(one, other);
  return isSameRecord(one as Plain, other as Plain);
}

type Plain = Readonly<Record<string, unknown>>;

/** Of thousands of parts of a plan at every key: without making anything. */
function isSameRecord(one: Plain, other: Plain): boolean {
  for (const key in one) if (!isSame(one[key], other[key])) return false;
  for (const key in other) if (other[key] !== undefined && one[key] === undefined) return false;
  return true;
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
