/**
 * What tells one content from another: 128 bits, MurmurHash3 (x86_128, seed 0) by Austin Appleby. Enough against chance, not
 * against forgery: nobody but the user writes what it is compared with. Node's `crypto` takes longer to load than a check
 * whose answer is kept.
 */

/** 32 hexadecimal digits. */
export function digest(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return lanesOf(bytes)
    .map(lane => (lane >>> 0).toString(16).padStart(8, '0'))
    .join('');
}

const c1 = 0x239b961b;
const c2 = 0xab0e9789;
const c3 = 0x38b34ae5;
const c4 = 0xa1e38b93;

/** Written out, for it mostly runs before it is compiled. */
function lanesOf(bytes: Uint8Array): readonly number[] {
  const rest = (bytes.length >>> 4) << 2;
  const words = wordsOf(bytes, rest);
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  for (let at = 0; at < rest; at += 4) {
    let word = Math.imul(words[at]!, c1);
    h1 ^= Math.imul((word << 15) | (word >>> 17), c2);
    h1 = (Math.imul(((h1 << 19) | (h1 >>> 13)) + h2, 5) + 0x561ccd1b) | 0;
    word = Math.imul(words[at + 1]!, c2);
    h2 ^= Math.imul((word << 16) | (word >>> 16), c3);
    h2 = (Math.imul(((h2 << 17) | (h2 >>> 15)) + h3, 5) + 0x0bcaa747) | 0;
    word = Math.imul(words[at + 2]!, c3);
    h3 ^= Math.imul((word << 17) | (word >>> 15), c4);
    h3 = (Math.imul(((h3 << 15) | (h3 >>> 17)) + h4, 5) + 0x96cd1c35) | 0;
    word = Math.imul(words[at + 3]!, c4);
    h4 ^= Math.imul((word << 18) | (word >>> 14), c1);
    h4 = (Math.imul(((h4 << 13) | (h4 >>> 19)) + h1, 5) + 0x32ac3b17) | 0;
  }
  // The last block is filled up with zeros, which change nothing.
  const filled = new Uint8Array(16);
  filled.set(bytes.subarray(rest << 2));
  const last = new Int32Array(filled.buffer);
  h4 ^= scrambled(last[3]!, c4, 18, c1);
  h3 ^= scrambled(last[2]!, c3, 17, c4);
  h2 ^= scrambled(last[1]!, c2, 16, c3);
  h1 ^= scrambled(last[0]!, c1, 15, c2);
  return mixedTogether(mixedTogether([h1, h2, h3, h4].map(lane => lane ^ bytes.length)).map(avalanche));
}

function wordsOf(bytes: Uint8Array, nWords: number): Int32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Int32Array(aligned.buffer, aligned.byteOffset, nWords);
}

function scrambled(word: number, before: number, bits: number, after: number): number {
  const mixed = Math.imul(word, before);
  return Math.imul((mixed << bits) | (mixed >>> (32 - bits)), after);
}

function mixedTogether([h1 = 0, h2 = 0, h3 = 0, h4 = 0]: readonly number[]): readonly number[] {
  const sum = (h1 + h2 + h3 + h4) | 0;
  return [sum, (h2 + sum) | 0, (h3 + sum) | 0, (h4 + sum) | 0];
}

function avalanche(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
