/** The text of a file as it is set, and its syntax tree. */
import { answer } from '../base/query.ts';
import { parse } from '../syntax/parse.ts';
import { definitions } from './facts.ts';

const text = answer('text', (read, file: string) => {
  const definition = read(definitions, file);
  return definition?.kind === 'text' ? definition.text : '';
});

export const tree = answer('tree', (read, file: string, before: ReturnType<typeof parse> | undefined) =>
  parse(read(text, file), before),
);
