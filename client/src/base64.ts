/** Bytes as text, for messages that are text. */

/** In parts: a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  const size = 0x8000;
  let binary = '';
  for (let start = 0; start < bytes.length; start += size) {
    binary += String.fromCharCode(...bytes.subarray(start, start + size));
  }
  return btoa(binary);
}
