/** The files that a definition names: its data and the previous edition. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { lineStarts } from '../base/text.ts';
import { resolveFile } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rangeIn } from './positions.ts';

export function documentLinks(workspace: Workspace, file: string): DocumentLink[] {
  const tree = workspace.tree(file);
  const starts = lineStarts(tree.text);
  const { previous, data } = workspace.system(file);
  const paths = [previous, ...data.map(({ path }) => path)].flatMap(path => path ?? []);
  return paths.map(({ node, value }) => ({
    range: rangeIn(starts, tree.rangeOf(node)),
    target: resolveFile(file, value),
  }));
}
