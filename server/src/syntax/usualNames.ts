/**
 * Keys that nearly every definition is full of: read as these constants they need no copy of the text, and to find one is
 * to compare addresses. What is read is the same without them.
 */

/** As literals: only those are kept once by the machine, so that equal ones have one address. */
// biome-ignore format: a list of words
const names = [
  'id', 'name', 'title', 'description', 'source', 'weight', 'weights', 'weighting', 'level', 'levels',
  'indicators', 'column', 'from', 'measure', 'direction', 'normalise', 'method', 'lower', 'upper', 'range',
  'parameters', 'missing', 'aggregate', 'impute', 'treat', 'count', 'unpublished', 'bonus', 'cap', 'categories',
  'steps', 'denominator', 'factor', 'checklist', 'appliesTo', 'minShare', 'value', 'values', 'atLeast', 'above',
  'points', 'kind', 'zh-CN', 'en',
];

/** By first letter and length. */
const slots: string[][] = [];
for (const name of names) {
  const slot = slotOf(name.charCodeAt(0), name.length);
  slots[slot] = [...(slots[slot] ?? []), name];
}

/** The name that stands there, where it is one of the usual ones. */
export function usualName(text: string, start: number, end: number): string | undefined {
  const slot = slots[slotOf(text.charCodeAt(start), end - start)];
  if (slot !== undefined) for (const name of slot) if (text.startsWith(name, start)) return name;
  return undefined;
}

function slotOf(letter: number, length: number): number {
  return length < 16 ? (letter & 31) * 16 + length : -1;
}
