/** What is part of the format but not computed yet is said where it stands: nothing is ignored silently. */
import { code, message } from './expectation.ts';
import type { SchemaError } from './generated/validators.js';
import type { StructureProblem } from './problem.ts';
import { nameOf, placeOf, type Subject } from './subject.ts';

/** `own` are the errors of the subject, `all` those of the piece: inside what is not supported nothing more is said. */
export function unsupportedProblems(
  subject: Subject,
  own: readonly SchemaError[],
  all: readonly SchemaError[],
): readonly StructureProblem[] {
  const error = own.find(({ keyword }) => keyword === 'x-supported' || keyword === 'x-enum');
  if (error === undefined || all.some(other => other.keyword === 'x-supported' && isInside(error, other))) return [];
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

function isInside({ instancePath }: SchemaError, outer: SchemaError): boolean {
  return instancePath.startsWith(`${outer.instancePath}/`);
}
