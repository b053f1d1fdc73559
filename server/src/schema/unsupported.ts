/** What is part of the format but not computed yet is said where it stands: nothing is ignored silently. */
import { code, message } from './expectation.ts';
import type { SchemaError } from './generated/validators.js';
import type { StructureProblem } from './problem.ts';
import { nameOf, placeOf, type Subject } from './subject.ts';

/** `own` are the errors of the subject, `all` those of the piece. */
export function unsupportedProblems(
  subject: Subject,
  own: readonly SchemaError[],
  all: readonly SchemaError[],
): readonly StructureProblem[] {
  const error = own.find(({ keyword }) => keyword === 'x-supported' || keyword === 'x-enum');
  if (error === undefined || all.some(other => isUnsupportedKey(other) && isInside(error.instancePath, other)))
    return [];
  const value = subject.node;
  const isKey = error.keyword === 'x-supported';
  const name = isKey || value?.kind !== 'scalar' ? nameOf({ ...subject, parts: [] }).en : code(value.source);
  const text = message(
    `${name} is not supported yet: it is part of the format, but nothing is computed from it`,
    `${name} 尚不支持：格式中已有，但目前不参与计算`,
  );
  const place = isKey && subject.entry !== undefined ? subject.entry.key : placeOf(subject);
  return [{ code: 'not-supported', place, message: text }];
}

/** At and inside a key that is not supported nothing more is said. */
export function isWithinUnsupported(pointer: string, errors: readonly SchemaError[]): boolean {
  return errors.some(error => isUnsupportedKey(error) && (error.instancePath === pointer || isInside(pointer, error)));
}

function isUnsupportedKey({ keyword }: SchemaError): boolean {
  return keyword === 'x-supported';
}

function isInside(pointer: string, outer: SchemaError): boolean {
  return pointer.startsWith(`${outer.instancePath}/`);
}
