/**
 * Keys that are missing, unknown or badly formed. A key that is a slip for a missing one gives one problem, and so does a
 * map that holds only what belongs beside it.
 */
import { nearest } from '../base/nearest.ts';
import { entryOf, type MapEntry, type MapNode } from '../syntax/tree.ts';
import { everyPart, keysOf, type Schema, schemasOfKey } from './document.ts';
import { code, codes, expected, message } from './expectation.ts';
import type { SchemaError } from './generated/validators.js';
import type { StructureProblem } from './problem.ts';
import { mapOfSubject, nameOf, placeOfOwner, type Subject } from './subject.ts';

export function keyProblems(subject: Subject, errors: readonly SchemaError[]): readonly StructureProblem[] {
  const map = mapOfSubject(subject);
  if (map === undefined) return [];
  const of = (keyword: string) => errors.filter(error => error.keyword === keyword);
  const missing = [...new Set(of('required').map(error => String(error.params.missingProperty)))];
  const unknown = new Set(of('additionalProperties').map(error => String(error.params.additionalProperty)));
  for (const entry of map.entries) if (isStrange(entry, subject)) unknown.add(entry.name);
  const mended = new Set<string>();
  const slips = [...unknown].flatMap(key => {
    const open = keysOf(subject.parts).filter(each => entryOf(map, each) === undefined && !mended.has(each));
    const problem = unknownKey(key, subject, map, open, missing);
    if (problem?.edit?.kind === 'rename-key') mended.add(problem.edit.newKey);
    return problem ?? [];
  });
  const isAllElsewhere =
    slips.length > 0 && slips.length === map.entries.length && slips.every(({ belongsBeside }) => belongsBeside);
  const absent = isAllElsewhere ? [] : missing.filter(key => !mended.has(key));
  const hasChoice = slips.length === 0 && of('anyOf').length > 0;
  return [
    ...slips,
    ...(absent.length > 0 ? [missingKeys(absent, subject, map)] : []),
    ...(hasChoice ? [missingChoice(subject, map)] : []),
    ...of('dependencies').flatMap(error => missingCompanion(error, map)),
    ...of('propertyNames').flatMap(error => badKey(error, subject, map)),
  ];
}

/** Known in no branch: it is reported even where it is not yet clear which branch is meant. */
function isStrange(entry: MapEntry, { schemas }: Subject): boolean {
  const all = everyPart(schemas);
  const isOpen = all.some(part => part.additionalProperties !== undefined && part.additionalProperties !== false);
  return !isOpen && keysOf(all).length > 0 && !keysOf(all).includes(entry.name);
}

function unknownKey(
  key: string,
  subject: Subject,
  map: MapNode,
  allowed: readonly string[],
  missing: readonly string[],
): StructureProblem | undefined {
  const entry = entryOf(map, key);
  if (entry === undefined) return undefined;
  const owner = nameOf(subject);
  const wanted =
    nearest(
      key,
      missing.filter(each => allowed.includes(each)),
    ) ?? keyMeant(key, allowed, subject.parts);
  const problem = { code: 'unknown-key', place: entry.key } as const;
  if (wanted !== undefined) {
    const text = message(
      `there is no key ${code(key)} in ${owner.en}; did you mean ${code(wanted)}?`,
      `${owner['zh-CN']} 中没有 ${code(key)} 这个键；是否应为 ${code(wanted)}？`,
    );
    return { ...problem, message: text, edit: { kind: 'rename-key', entry, newKey: wanted } };
  }
  if (keysOf(subject.around).includes(key)) {
    const text = message(
      `${code(key)} stands beside ${owner.en}, not in it`,
      `${code(key)} 应写在 ${owner['zh-CN']} 旁边，而不是其中`,
    );
    return { ...problem, message: text, belongsBeside: true };
  }
  const rest = codes(allowed);
  const text = message(
    `there is no key ${code(key)} in ${owner.en}${rest.en === '' ? '' : `; it may also have ${rest.en}`}`,
    `${owner['zh-CN']} 中没有 ${code(key)} 这个键${rest.en === '' ? '' : `；还可以写 ${rest['zh-CN']}`}`,
  );
  return { ...problem, message: text };
}

/** The nearest key, or the key whose Chinese title was written. */
function keyMeant(key: string, allowed: readonly string[], parts: readonly Schema[]): string | undefined {
  const isTitled = (each: string) =>
    everyPart(schemasOfKey(parts, each)).some(schema => schema['x-zh-CN']?.title === key);
  return nearest(key, allowed) ?? allowed.find(isTitled);
}

function missingKeys(keys: readonly string[], subject: Subject, map: MapNode): StructureProblem {
  const owner = nameOf(subject);
  const names = codes(keys);
  const text = message(
    `${names.en} ${keys.length === 1 ? 'is' : 'are'} missing in ${owner.en}`,
    `${owner['zh-CN']} 缺少 ${names['zh-CN']}`,
  );
  return { code: 'schema', place: placeOfOwner(map), message: text, missingIn: map, missingKeys: keys };
}

function missingChoice(subject: Subject, map: MapNode): StructureProblem {
  const choices = everyPart(subject.parts).flatMap(part => part.anyOf ?? []);
  const names = codes([...new Set(choices.flatMap(choice => choice.required ?? []))]);
  const owner = nameOf(subject);
  const text = message(`${owner.en} must have one of ${names.en}`, `${owner['zh-CN']} 须有 ${names['zh-CN']} 之一`);
  return { code: 'schema', place: placeOfOwner(map), message: text, missingIn: map };
}

function missingCompanion({ params }: SchemaError, map: MapNode): readonly StructureProblem[] {
  const key = String(params.property);
  const companion = code(String(params.missingProperty));
  const entry = entryOf(map, key);
  const text = message(`${code(key)} needs ${companion} beside it`, `${code(key)} 须与 ${companion} 同时填写`);
  return entry === undefined ? [] : [{ code: 'schema', place: entry.key, message: text, missingIn: map }];
}

function badKey({ params }: SchemaError, subject: Subject, map: MapNode): readonly StructureProblem[] {
  const key = String(params.propertyName);
  const entry = entryOf(map, key);
  const takes = expected(
    subject.parts.flatMap(part => (part.propertyNames?.pattern ? [{ ...part.propertyNames, type: 'string' }] : [])),
  );
  const text = message(
    `${code(key)} cannot be a key of ${nameOf(subject).en}; it takes ${takes.en}`,
    `${code(key)} 不能作为 ${nameOf(subject)['zh-CN']} 的键，应为 ${takes['zh-CN']}`,
  );
  return entry === undefined ? [] : [{ code: 'schema', place: entry.key, message: text }];
}
