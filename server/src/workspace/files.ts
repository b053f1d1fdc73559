/** File names as URIs: how a path in a definition becomes one. Nothing here reads a file. */
import { URI, Utils } from 'vscode-uri';

/** The URI of a path written in the file `base`: relative, absolute, or with Windows separators. */
export function resolveFile(base: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return path;
  if (/^[a-z]:[\\/]/i.test(path)) return URI.file(path).toString();
  const slashed = path.replaceAll('\\', '/');
  const parent = Utils.dirname(URI.parse(base).with({ query: '', fragment: '' }));
  return (slashed.startsWith('/') ? parent.with({ path: slashed }) : Utils.joinPath(parent, slashed)).toString();
}

/** How the file `base` writes the path to another file: relative, forward slashes. `undefined` where they share no root. */
export function relativePath(base: string, file: string): string | undefined {
  const [from, to] = [URI.parse(base), URI.parse(file)];
  if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
  const folders = from.path.split('/').slice(0, -1);
  const parts = to.path.split('/');
  const different = folders.findIndex((folder, depth) => folder !== parts[depth]);
  const nShared = different < 0 ? folders.length : different;
  return [...folders.slice(nShared).map(() => '..'), ...parts.slice(nShared)].join('/');
}

/** Under which name the saved text of an open definition is kept: its paths lead where those of the definition lead. */
export function savedVersionOf(file: string): string {
  return URI.parse(file).with({ query: 'saved' }).toString();
}

/** Under which name a definition with other weights is kept while they are tried. */
export function triedVersionOf(file: string): string {
  return URI.parse(file).with({ query: 'tried' }).toString();
}

/**
 * Under which name a file on disk is kept as it was at a commit: its paths lead to files of that commit. Commits have
 * full names.
 */
export function versionAt(file: string, commit: string): string {
  const uri = URI.parse(file);
  return uri
    .with({ scheme: pastScheme, authority: [commit, uri.authority].filter(part => part !== '').join('.') })
    .toString();
}

/** The commit and the present name of a `versionAt`; `undefined` for any other file. */
export function pastOf(file: string): { readonly commit: string; readonly file: string } | undefined {
  const uri = URI.parse(file);
  if (uri.scheme !== pastScheme) return undefined;
  const [commit = '', ...authority] = uri.authority.split('.');
  return { commit, file: uri.with({ scheme: 'file', authority: authority.join('.') }).toString() };
}

const pastScheme = 'indicators-at';

/** `*.indicators.yaml` and `*.indicators.yml`. */
export function isDefinitionName(path: string): boolean {
  return /\.indicators\.ya?ml$/i.test(path);
}
