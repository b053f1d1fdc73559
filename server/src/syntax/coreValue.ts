/** Plain scalars in the YAML 1.2 core schema, as far as it is certain what they mean. */
import { isOtherThanString } from './quote.ts';
import type { ScalarNode } from './tree.ts';

const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['~', null],
]);

const simpleNumber = /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/;

/** What a plain scalar on one line means; `undefined` where that is not certain. */
export function coreValue(source: string): ScalarNode['value'] | undefined {
  const first = source.charCodeAt(0);
  if (first < 58 && first !== 40 && first !== 47) {
    const whole = wholeNumber(source);
    if (whole >= 0) return whole;
    if (simpleNumber.test(source)) return Number(source);
    return isOtherThanString(source) ? undefined : source;
  }
  // Every word of YAML's is short, and starts with one of `~nNtTfF`.
  if (source.length > 5 || !'~nNtTfF'.includes(source[0]!)) return source;
  const word = words.get(source);
  return word === undefined ? source : word;
}

/** The number that a few digits are; -1 where something else is written. */
function wholeNumber(source: string): number {
  const { length } = source;
  if (length > 8) return -1;
  let number = 0;
  for (let index = 0; index < length; index++) {
    const digit = source.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
