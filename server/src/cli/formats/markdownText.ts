/** Text from a definition or its data stays text in Markdown: nothing in it is markup. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&').replace(/\s+/g, ' ');
}
