/** Texts of authors and of data as Markdown that shows them and does nothing else. */

/** A text on one line: no markup, no link, no HTML, no border of a table, no icon of an editor. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&!$@{}]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(www|mailto|xmpp)([.:])/gi, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** A text as code; one with backticks gets a longer fence. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.trim() === '') return '` `';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return fence + pad + line + pad + fence;
}

/** Paragraphs, those that are there. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n');
}

/** Lines of one paragraph, those that are there. */
export function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('  \n');
}

export function bullets(items: readonly string[]): string {
  return items.map(item => `* ${item}`).join('\n');
}
