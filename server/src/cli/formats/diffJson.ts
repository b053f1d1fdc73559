/** The comparison as plain data, texts in the language asked for. */
import type { Locale, LocalText } from '../../base/locale.ts';
import type { Comparison } from '../../scoring/compare/systems.ts';
import type { Terminal } from '../terminal.ts';

export function formatDiffJson(comparison: Comparison, { locale }: Terminal): string {
  return `${JSON.stringify(comparison, (_, value: unknown) => (isLocalText(value) ? value[locale] : value), 2)}\n`;
}

function isLocalText(value: unknown): value is LocalText {
  const locales: readonly Locale[] = ['en', 'zh-CN'];
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).length === locales.length && locales.every(locale => locale in value);
}
