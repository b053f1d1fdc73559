/**
 * How a unit came to its rank, as a read-only Markdown document that follows the edit. Knows only where the text comes
 * from (the server) and where it goes (the editor's own Markdown preview).
 */
import * as vscode from 'vscode';
import { columnBeside } from './definition.ts';
import type { Server } from './server.ts';

export interface Explanations extends vscode.Disposable {
  open(definition: vscode.Uri, unit: string): Promise<void>;
}

const scheme = 'indicators-explain';

export function registerExplanations(server: Server): Explanations {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: document => contentOf(server, document),
  };
  const refresh = (definition: string) => {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === scheme && subjectOf(uri).definition === definition) changed.fire(uri);
    }
  };
  const registrations = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    server.onDidChangePreview(({ uri }) => refresh(uri)),
  );
  return {
    open: async (definition, unit) => {
      const answer = await server.explain({ uri: definition.toString(), unit });
      await showMarkdown(documentOf(definition, unit, answer?.title ?? unit), definition);
    },
    dispose: () => registrations.dispose(),
  };
}

interface Subject {
  readonly definition: string;
  readonly unit: string;
}

function documentOf(definition: vscode.Uri, unit: string, title: string): vscode.Uri {
  const subject: Subject = { definition: definition.toString(), unit };
  const path = `/${title.replaceAll(/[/\\?%*:|"<>]/g, '-')}.md`;
  return vscode.Uri.from({ scheme, path, query: JSON.stringify(subject) });
}

function subjectOf(document: vscode.Uri): Subject {
  return JSON.parse(document.query);
}

async function contentOf(server: Server, document: vscode.Uri): Promise<string> {
  const { definition, unit } = subjectOf(document);
  try {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(definition, true));
    const answer = await server.explain({ uri: definition, unit });
    return answer?.markdown ?? vscode.l10n.t('There is nothing to explain: the definition cannot be scored now.');
  } catch {
    return vscode.l10n.t('The language server does not answer.');
  }
}

/**
 * As a page where the editor's Markdown extension is there, else as text; beside the definition if that has the focus, over
 * the ranking if the ranking has it.
 */
async function showMarkdown(document: vscode.Uri, definition: vscode.Uri): Promise<void> {
  const viewColumn = vscode.window.activeTextEditor ? columnBeside(definition) : vscode.ViewColumn.Active;
  const place = { viewColumn, preview: true };
  const hasMarkdown = vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined;
  if (hasMarkdown) {
    await vscode.commands.executeCommand('vscode.openWith', document, 'vscode.markdown.preview.editor', place);
  } else {
    await vscode.window.showTextDocument(document, place);
  }
}
