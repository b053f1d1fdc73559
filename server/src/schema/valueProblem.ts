/** A value of the wrong type, outside its list or its bounds. One value, one problem, however many keywords fail. */
import { code, expected, meant, message, written } from './expectation.ts';
import type { SchemaError } from './generated/validators.js';
import type { StructureProblem } from './problem.ts';
import { nameOf, placeOf, type Subject } from './subject.ts';

const keywords: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'minItems',
  'maxItems',
  'minProperties',
]);

export function isAboutValue({ keyword }: SchemaError): boolean {
  return keywords.has(keyword);
}

export function valueProblem(subject: Subject): StructureProblem {
  const { node, schemas } = subject;
  const name = nameOf({ ...subject, parts: [] });
  const value = written(node);
  const takes = expected(schemas);
  const wanted = meant(node, schemas);
  const english = value === undefined ? `${name.en} has no value` : `${name.en} is ${value.en}`;
  const chinese = value === undefined ? `${name['zh-CN']} 没有值` : `${name['zh-CN']} 的值是 ${value['zh-CN']}`;
  const text = message(
    `${english}; it takes ${takes.en}${wanted === undefined ? '' : `; did you mean ${code(wanted)}?`}`,
    `${chinese}，应为 ${takes['zh-CN']}${wanted === undefined ? '' : `；是否应为 ${code(wanted)}？`}`,
  );
  const problem = { code: 'schema', place: placeOf(subject), message: text } as const;
  const isWhole = wanted !== undefined && !wanted.startsWith('{');
  return node === undefined || !isWhole
    ? problem
    : { ...problem, edit: { kind: 'replace-value', node, newText: wanted } };
}
