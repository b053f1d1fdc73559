import { plainText } from './plainText.ts';

/** Text from a definition or its data stays text in Markdown: nothing in it is markup, a mention or a control character. */
export function markdownText(text: string): string {
  return plainText(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_[\]<>|#~]/g, '\\$&')
    .replace(/@(?=[\w-])/g, '@\u200b');
}
