/** File names as URIs: how a path in a definition becomes one. Nothing here reads a file. */
import { URI, Utils } from 'vscode-uri';

/** The URI of a path written in the file `base`: relative, absolute, or with Windows separators. */
export function resolveFile(base: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return path;
  if (/^[a-z]:[\\/]/i.test(path)) return URI.file(path).toString();
  const slashed = path.replaceAll('\\', '/');
  const parent = Utils.dirname(URI.parse(base));
  return (slashed.startsWith('/') ? parent.with({ path: slashed }) : Utils.joinPath(parent, slashed)).toString();
}

/** Whether a file is a folder's or lies below it. */
export function isInside(folder: string, file: string): boolean {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return file === folder || file.startsWith(prefix);
}

/** `*.indicators.yaml` and `*.indicators.yml`. */
export function isDefinitionName(path: string): boolean {
  return /\.indicators\.ya?ml$/i.test(path);
}
