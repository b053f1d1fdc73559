/** Texts as bytes in the encodings that data files have. GB18030 is encoded by turning the platform's decoder round. */
import type { Encoding } from '../../server/src/data/table.ts';

/** An encoder; characters that the encoding does not have (lone surrogates) throw. */
export function encoder(): (text: string, encoding: Encoding) => Uint8Array {
  const gb18030 = gb18030Bytes();
  return (text, encoding) => {
    switch (encoding) {
      case 'utf-8':
        return new TextEncoder().encode(text);
      case 'utf-8-bom':
        return new TextEncoder().encode(`\ufeff${text}`);
      case 'utf-16le':
        return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
      case 'utf-16be':
        return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
      case 'gb18030':
        return Uint8Array.from([...text].flatMap(character => gb18030(character)));
    }
  };
}

function gb18030Bytes(): (character: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  const learn = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !known.has(text)) known.set(text, bytes);
  };
  for (let byte = 0; byte < 0x80; byte++) learn([byte]);
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) learn([lead, trail]);
  for (let pointer = 0; pointer < 39_420; pointer++) learn(fourBytes(pointer));
  return character => {
    const bytes = known.get(character) ?? fourBytes(189_000 + character.codePointAt(0)! - 0x10000);
    if (decoder.decode(Uint8Array.from(bytes)) !== character) throw new Error(`not in GB18030: ${character}`);
    return bytes;
  };
}

function fourBytes(pointer: number): readonly number[] {
  const third = Math.floor(pointer / 10);
  const second = Math.floor(third / 126);
  return [0x81 + Math.floor(second / 10), 0x30 + (second % 10), 0x81 + (third % 126), 0x30 + (pointer % 10)];
}
