/** The formats of `check`. */
import type { CheckResult } from '../printable.ts';
import type { Terminal } from '../terminal.ts';
import { formatJson } from './json.ts';
import { formatText } from './text.ts';

export const checkFormats: Readonly<Record<string, (result: CheckResult, terminal: Terminal) => string>> = {
  text: formatText,
  json: formatJson,
};
