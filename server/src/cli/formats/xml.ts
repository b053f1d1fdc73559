/** Text in XML 1.0: the five entities, and no control characters, which the standard forbids. */
export function xmlText(text: string): string {
  return [...text]
    .filter(character => isAllowed(character.codePointAt(0)!))
    .join('')
    .replace(/[&<>"'\n\r\t]/g, character => entities[character]!);
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
