/** The open preview panels: one for a definition, beside its editor, kept over a reload of the window. */
import * as vscode from 'vscode';
import type { PreviewPageState } from '../../../server/src/protocol/preview.ts';
import type { Explanations } from '../explain.ts';
import type { Server } from '../server.ts';
import { fillPanel } from './panel.ts';

export interface Previews extends vscode.Disposable {
  /** Shows the panel of a definition; opens it where there is none yet. */
  open(definition: vscode.Uri): void;
  /** The definition whose panel has the focus. */
  active(): vscode.Uri | undefined;
}

const viewType = 'indicators.preview';

export function registerPreviews(extensionUri: vscode.Uri, server: Server, explanations: Explanations): Previews {
  const panels = new Map<string, vscode.WebviewPanel>();

  const adopt = (panel: vscode.WebviewPanel, definition: vscode.Uri) => {
    const uri = definition.toString();
    panels.set(uri, panel);
    panel.onDidDispose(() => {
      if (panels.get(uri) === panel) panels.delete(uri);
    });
    fillPanel(panel, definition, { extensionUri, server, explanations });
  };

  const serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel, state: Partial<PreviewPageState> | undefined) {
      if (typeof state?.uri === 'string') adopt(panel, vscode.Uri.parse(state.uri, true));
      else panel.dispose();
    },
  });

  return {
    open(definition) {
      const known = panels.get(definition.toString());
      if (known !== undefined) return known.reveal(undefined, true);
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      adopt(vscode.window.createWebviewPanel(viewType, '', place, { enableFindWidget: true }), definition);
    },
    active() {
      const uri = [...panels].find(([, panel]) => panel.active)?.[0];
      return uri === undefined ? undefined : vscode.Uri.parse(uri, true);
    },
    // The panels stay: closing them here would lose them at a reload of the window.
    dispose: () => serializer.dispose(),
  };
}
