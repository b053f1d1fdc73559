/**
 * What is a number in a cell, and what only looks like one. A cell that a spreadsheet or a person wrote in another way is
 * not a number: it gets a reason and, where that is plain, what was probably meant. Nothing is guessed silently.
 */

export type NotANumber =
  | 'empty'
  | 'thousands-separator'
  | 'decimal-comma'
  | 'percent'
  | 'full-width'
  | 'invisible'
  | 'error-value'
  | 'formula'
  | 'text'
  | 'infinite';

export type NumberReading =
  | { readonly number: number }
  /** `suggestion` is a plain number, as text, that the author probably meant. */
  | { readonly reason: NotANumber; readonly suggestion?: string };

/**
 * Reads decimal notation with an optional sign and exponent: `12`, `-0.5`, `+3`, `.5`, `5.`, `1e-3`; white space around
 * it does not count. The number is the nearest double, always finite.
 */
export function readNumber(cell: string): NumberReading {
  const text = cell.trim();
  if (text === '') return { reason: 'empty' };
  if (isDecimalNotation(text)) {
    const number = Number(text);
    return Number.isFinite(number) ? { number } : { reason: 'infinite' };
  }
  const seen = text.replace(invisible, '');
  if (seen !== text) return asSeen(seen);
  const narrow = inHalfWidth(text);
  return narrow === text ? otherNotation(text) : fullWidthNotation(narrow);
}

/** `12`, `-0.5`, `1e-3`, …, without white space: what `Number` reads, less its other notations (`0x10`, `Infinity`). */
export function isDecimalNotation(text: string): boolean {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
}

/** Marks of width and direction that come along when text is copied: nobody sees that they are there. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

function asSeen(seen: string): NumberReading {
  const reading = readNumber(seen);
  if ('number' in reading) return { reason: 'invisible', suggestion: seen.trim() };
  return reading.suggestion === undefined ? { reason: 'invisible' } : reading;
}

function fullWidthNotation(narrow: string): NumberReading {
  const reading = readNumber(narrow);
  return 'number' in reading ? { reason: 'full-width', suggestion: narrow.trim() } : reading;
}

function otherNotation(text: string): NumberReading {
  if (/^[+-]?(?:inf|infinity|∞)$/i.test(text)) return { reason: 'infinite' };
  if (isErrorValue(text)) return { reason: 'error-value' };
  if (text.startsWith('=')) return { reason: 'formula' };
  if (text.endsWith('%')) return percentage(text.slice(0, -1));
  const grouped = withoutGroups(text);
  if (grouped !== undefined) return grouped;
  if (/^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/.test(text)) return suggesting('decimal-comma', text.replace(',', '.'));
  if (/^[−–﹣]/.test(text)) return suggesting('text', `-${text.slice(1)}`);
  return { reason: 'text' };
}

/** The errors of Excel, WPS and LibreOffice, a column too narrow (`####`), and not-a-number. */
function isErrorValue(text: string): boolean {
  return /^#(?:N\/A|DIV\/0!|GETTING_DATA|[A-Z]+[!?]|#+)$/i.test(text) || /^Err:\d+$/i.test(text) || /^NaN$/i.test(text);
}

function percentage(number: string): NumberReading {
  if (number.endsWith('%')) return { reason: 'text' };
  const reading = readNumber(number);
  if ('number' in reading) return { reason: 'percent', suggestion: number.trim() };
  return reading.suggestion === undefined ? { reason: 'text' } : { ...reading, reason: 'percent' };
}

/** `1,234.5` and `12,34,567`, `1 234,5`, `1'234.5`, `1_234`, `1.234,5`; of `1,234` a comma for thousands is likelier. */
function withoutGroups(text: string): NumberReading | undefined {
  if (/^[+-]?[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/.test(text)) {
    return suggesting('thousands-separator', text.replaceAll(',', ''));
  }
  if (/^[+-]?[1-9]\d{0,2}(?:([\s'’_])\d{3})(?:\1\d{3})*(?:[.,]\d*)?$/.test(text)) {
    return suggesting('thousands-separator', text.replace(/[\s'’_]/g, '').replace(',', '.'));
  }
  if (/^[+-]?[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(text)) {
    return suggesting('decimal-comma', text.replaceAll('.', '').replace(',', '.'));
  }
  if (/^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(text)) {
    return suggesting('thousands-separator', text.replaceAll('.', ''));
  }
  return undefined;
}

/** A suggestion is made only if it is a number itself. */
function suggesting(reason: NotANumber, suggestion: string): NumberReading {
  return 'number' in readNumber(suggestion) ? { reason, suggestion } : { reason };
}

/** The full-width forms of ASCII in their usual form: `１２．５％` → `12.5%`. */
function inHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
