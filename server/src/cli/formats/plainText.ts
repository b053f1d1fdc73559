/**
 * Text from a file (names, cells) as one line of a terminal or a log: control characters, line breaks and marks that
 * turn the direction of writing are shown as \\u…, not obeyed.
 */
export function plainText(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    character => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}
