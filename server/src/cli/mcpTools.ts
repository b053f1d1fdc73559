/** What the tools for language models do: as the commands, but nothing outside the given folders is read. Knows no protocol. */
import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotRun, isCannotRun } from '../base/cannotRun.ts';
import { localText } from '../base/locale.ts';
import { toolQuestion } from '../protocol/tools.ts';
import { toolAnswer } from '../workspace/toolAnswer.ts';
import { Workspace } from '../workspace/workspace.ts';
import { findDefinition, isInside, wordingOf } from './files.ts';
import type { CallTool } from './mcp.ts';
import { openFile } from './openDefinition.ts';
import type { Terminal } from './terminal.ts';

/** The tools for these folders; none: the working folder. */
export function toolsFor(folders: readonly string[], terminal: Terminal): CallTool {
  const roots = (folders.length === 0 ? ['.'] : folders).map(folder => rootOf(folder, terminal));
  return (name, input) => {
    try {
      const { folder, definition } = definitionFor(input.path ?? '.', roots);
      const workspace = new Workspace();
      const file = openFile(workspace, definition, { allowOutside: false, withData: true, roots });
      return toolAnswer(workspace, file, toolQuestion(name, input), wordingOf({ ...terminal, folder }));
    } catch (error) {
      if (isCannotRun(error)) return { problem: error.text[terminal.locale] };
      throw error;
    }
  };
}

function rootOf(folder: string, terminal: Terminal): string {
  const path = resolve(terminal.folder, folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return realpathSync(path);
  throw new CannotRun(localText(`no folder ${folder}`, `没有文件夹 ${folder}`));
}

/** The definition that a path names, seen from the first folder where there is one. */
function definitionFor(
  path: string,
  roots: readonly string[],
): { readonly folder: string; readonly definition: string } {
  const folder =
    roots.find(root => statSync(resolve(root, path), { throwIfNoEntry: false }) !== undefined) ?? roots[0]!;
  const outside = new CannotRun(localText(`${path} is outside the workspace`, `${path} 不在工作区内`));
  if (!isInside(resolve(folder, path), roots)) throw outside;
  const definition = findDefinition(path, folder);
  if (!isInside(realpathSync(definition), roots)) throw outside;
  return { folder, definition };
}
