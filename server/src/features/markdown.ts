/** Texts of authors and of data as Markdown that shows them and does nothing else. */

/** As one line of text: no markup, no link, no table cell border, no HTML. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>#+\-.!|~$&:@=^"']/g, character =>
      /[-+.:@='"()!]/.test(character) ? character : `\\${character}`,
    )
    .replace(/\s+/g, ' ')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')
    .replace(/(https?|ftp|file|mailto)(:)/gi, '$1\\$2')
    .replace(/\bwww\./gi, 'www\\.')
    .replace(/@/g, '\\@');
}

/** As code; a text with backticks gets longer fences. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('|', '\u2223');
  const runs = line.match(/`+/g)?.map(({ length }) => length) ?? [];
  const fence = '`'.repeat(runs.length === 0 ? 1 : Math.max(...runs) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + pad + line + pad + fence;
}
