/**
 * The tools for language models, read-only: check, score, explain. Finds which definition is meant; what is told of it is the
 * server's business.
 */
import * as vscode from 'vscode';
import { type Tool, type ToolInput, tools, wrongInput } from '../../server/src/protocol/tools.ts';
import { definitionInView, foundDefinitions } from './definition.ts';
import type { Server } from './server.ts';

/** As `package.json` contributes them. Nothing where the editor has no language models, whatever version it claims. */
export function registerTools(server: Server): vscode.Disposable {
  if (typeof vscode.lm?.registerTool !== 'function') return vscode.Disposable.from();
  return vscode.Disposable.from(
    ...tools.map(tool =>
      vscode.lm.registerTool<ToolInput>(`indicators_${tool.name}`, {
        invoke: async ({ input }) => {
          const text = new vscode.LanguageModelTextPart(await answer(server, tool, input));
          return new vscode.LanguageModelToolResult([text]);
        },
      }),
    ),
  );
}

/** Throws what a model can put right. */
async function answer(server: Server, tool: Tool, input: ToolInput): Promise<string> {
  const wrong = wrongInput(tool, input);
  if (wrong !== undefined) throw new Error(wrong);
  const uri = await meantDefinition(input.path);
  await vscode.workspace.openTextDocument(uri);
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
  const told = await server.tool({ tool: tool.name, uri: uri.toString(), folder: folder.toString(), input });
  if (told === null) throw new Error('the definition could not be opened');
  if ('problem' in told) throw new Error(told.problem);
  return told.json;
}

async function meantDefinition(path: string | undefined): Promise<vscode.Uri> {
  if (path === undefined) {
    const inView = definitionInView();
    if (inView !== undefined) return inView;
  }
  const found = await foundDefinitions();
  const named = path === undefined ? found : found.filter(({ label }) => label === path.replace(/^\.?\//, ''));
  if (named.length === 1) return named[0]!.uri;
  const all = found.map(({ label }) => label).join(', ');
  throw new Error(`name one of the definitions of the workspace: ${all || 'there are none'}`);
}
