/** Plain values as they are written in YAML, on one line. */
import { quoteScalar } from '../syntax/quote.ts';

export function flowYaml(value: unknown): string {
  if (typeof value === 'string') return quoteScalar(value);
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, each]) => `${quoteScalar(key)}: ${flowYaml(each)}`);
  return `{${entries.join(', ')}}`;
}
