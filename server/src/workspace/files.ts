/** File names as URIs: how a path in a definition becomes one. Nothing here reads a file. */
import { URI, Utils } from 'vscode-uri';
import { decode } from '../data/encoding.ts';
import type { DocumentKind } from '../schema/schema.ts';
import type { DefinitionFile, FileContent } from './facts.ts';

/** The URI of a path written in the file `base`: relative, absolute, or with Windows separators. */
export function resolveFile(base: string, written: string): string {
  // Half a character, as a text may hold while it is typed or where it is damaged, cannot be said in a URI.
  const path = written.replace(/\p{Surrogate}/gu, '\ufffd');
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

/** Under which name a copy of a definition is kept that the server types into for practice. */
export function practisedVersionOf(file: string): string {
  return URI.parse(file).with({ query: 'practised' }).toString();
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

/** What the configuration of a project is called. */
export const configurationName = 'indicators.config.yaml';

/** What the names of definitions end with, after a dot. */
export const definitionEndings: readonly string[] = ['indicators.yaml', 'indicators.yml'];

export function documentKind(file: string): DocumentKind {
  return isConfiguration(file) ? 'configuration' : 'system';
}

export function isConfiguration(file: string): boolean {
  return file.endsWith(`/${configurationName}`);
}

/** The configurations that may hold for a definition: in its folder and the ones above it up to `root`, the nearest first. */
export function configurationsAbove(file: string, root: string): readonly string[] {
  const top = URI.parse(root);
  const folders: URI[] = [];
  let folder = Utils.dirname(URI.parse(file).with({ query: '', fragment: '' }));
  while (isWithin(folder.path, top.path)) {
    folders.push(folder);
    if (folder.path.length <= top.path.length) break;
    folder = Utils.dirname(folder);
  }
  return folders.map(each => Utils.joinPath(each, configurationName).toString());
}

/** The innermost of the open folders that holds a file, else its own folder. */
export function openFolderOf(file: string, folders: readonly string[]): string {
  const holding = folders.filter(folder => isWithin(URI.parse(file).toString(), URI.parse(folder).toString()));
  return holding.sort((a, b) => b.length - a.length)[0] ?? Utils.dirname(URI.parse(file)).toString();
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** `*.indicators.yaml` and `*.indicators.yml`. */
export function isDefinitionName(path: string): boolean {
  return /\.indicators\.ya?ml$/i.test(path);
}

/** What was read of a file, as a definition: in whatever encoding fits, so that another edition is read as it was meant. */
export function asDefinition(content: FileContent): DefinitionFile {
  return content.kind === 'bytes' ? { kind: 'text', text: decode(content.bytes, 'auto').text } : content;
}
