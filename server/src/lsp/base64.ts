/** Bytes as text, in messages that are text. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}

/** In parts: a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  const size = 0x8000;
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + size)));
  }
  return btoa(parts.join(''));
}
