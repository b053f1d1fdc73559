/**
 * Reads a text with `yaml` such that it reads on after slips that would make it stop. Knows nothing of our nodes.
 */
import { type Document, parseDocument, type YAMLError } from 'yaml';

export interface Composed {
  readonly document: Document.Parsed;
  /** Errors that were put right so that `yaml` reads on. */
  readonly repaired: readonly YAMLError[];
}

/** At most so many closing brackets too many are taken away. */
const mostRepairs = 8;

/** `undefined` where the nesting is too deep for the stack. */
export function composedOf(text: string): Composed | undefined {
  const options = { uniqueKeys: false, keepSourceTokens: true, prettyErrors: false, resolveKnownTags: false } as const;
  const repaired: YAMLError[] = [];
  const ended = withEndedLastLine(withoutLoneDashes(text));
  let readable = ended;
  try {
    for (;;) {
      const document = parseDocument(readable, options);
      const stray = document.errors.find(error => /^Unexpected flow-(map|seq)-end token in YAML/.test(error.message));
      const isUnclosed = document.errors.some(error => error.message.startsWith('Missing closing'));
      if (stray !== undefined && repaired.length < mostRepairs) {
        repaired.push(stray);
        readable = `${readable.slice(0, stray.pos[0])} ${readable.slice(stray.pos[0] + 1)}`;
      } else if (isUnclosed && readable.length === ended.length) {
        // With a quote somewhere after it, an unclosed quote ends at the end of its block and not with the text.
        readable += '\n#"\'';
      } else return { document, repaired };
    }
  } catch {
    return undefined;
  }
}

/** At the very end of a text `yaml` takes white space under a comment for structure; where a line break follows it does not. */
function withEndedLastLine(text: string): string {
  return /^[ \t]+$/.test(text.slice(text.lastIndexOf('\n') + 1)) ? `${text}\n` : text;
}

/** A character for private use, which no definition holds. */
const dash = '\u{E000}';

/**
 * The format writes `missing: [NA, -, 缺]`; YAML does not allow a dash alone among the items of a flow list. It is read
 * as a text: while `yaml` reads, another character of the same length stands in for it, in quoted texts and comments too.
 */
function withoutLoneDashes(text: string): string {
  return text.includes(dash) ? text : text.replace(/(?<=[[,][ \t]*)-(?=[ \t]*[,\]])/g, dash);
}

/** What was read, with the dashes that were in the text. */
export function withLoneDashes(read: string, text: string): string {
  return text.includes(dash) ? read : read.replaceAll(dash, '-');
}
