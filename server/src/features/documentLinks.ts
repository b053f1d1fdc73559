/** The files that a definition names: its data and the previous edition. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { resolveFile } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rangeOf } from './positions.ts';

export function documentLinks(workspace: Workspace, file: string): DocumentLink[] {
  const tree = workspace.tree(file);
  const { previous, data } = workspace.system(file);
  const paths = [previous, ...data.map(({ path }) => path)].flatMap(path => path ?? []);
  return paths.map(({ node, value }) => ({
    range: rangeOf(tree.source, tree.rangeOf(node)),
    target: resolveFile(file, value),
  }));
}
