/** A relative path as a relative URI: percent-encoded, so that Chinese names pass every reader. */
export function relativeUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
