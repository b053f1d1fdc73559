/** Line numbers as people count them in a file. Knows nothing of tables. */

/**
 * A function from an offset to its line, 1-based; line ends are LF, CR LF and CR. Asked in rising order it reads the text
 * once in all; a step back begins anew.
 */
export function lineCounter(text: string): (offset: number) => number {
  let position = 0;
  let line = 1;
  return offset => {
    if (offset < position) {
      position = 0;
      line = 1;
    }
    const end = Math.min(offset, text.length);
    for (; position < end; position++) {
      const code = text.charCodeAt(position);
      if (code === 10 || (code === 13 && text.charCodeAt(position + 1) !== 10)) line++;
    }
    return line;
  };
}
