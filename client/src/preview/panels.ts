/** The open preview panels: one for a definition, beside its editor, kept over a reload of the window. */
import * as vscode from 'vscode';
import type { PageExport, PreviewPageState } from '../../../server/src/protocol/preview.ts';
import { columnBeside } from '../definition.ts';
import type { Explanations } from '../explain.ts';
import type { Server } from '../server.ts';
import { fillPanel, type Panel } from './panel.ts';

export interface Previews extends vscode.Disposable {
  /** Shows the panel of a definition; opens it where there is none yet. */
  open(definition: vscode.Uri): void;
  /** As `open`, and its page makes a file. */
  make(definition: vscode.Uri, wanted: PageExport): void;
  /** The definition whose panel has the focus. */
  active(): vscode.Uri | undefined;
}

const viewType = 'indicators.preview';

export function registerPreviews(extensionUri: vscode.Uri, server: Server, explanations: Explanations): Previews {
  const panels = new Map<string, Panel & { readonly window: vscode.WebviewPanel }>();

  const adopt = (panel: vscode.WebviewPanel, definition: vscode.Uri) => {
    const uri = definition.toString();
    panels.set(uri, { window: panel, ...fillPanel(panel, definition, { extensionUri, server, explanations }) });
    panel.onDidDispose(() => {
      if (panels.get(uri)?.window === panel) panels.delete(uri);
    });
  };
  const open = (definition: vscode.Uri) => {
    const known = panels.get(definition.toString());
    if (known !== undefined) return known.window.reveal(undefined, true);
    const place = { viewColumn: columnBeside(definition), preserveFocus: true };
    adopt(vscode.window.createWebviewPanel(viewType, '', place, { enableFindWidget: true }), definition);
  };

  const serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel, state: Partial<PreviewPageState> | undefined) {
      if (typeof state?.uri === 'string') adopt(panel, vscode.Uri.parse(state.uri, true));
      else panel.dispose();
    },
  });

  return {
    open,
    make(definition, wanted) {
      open(definition);
      panels.get(definition.toString())?.make(wanted);
    },
    active() {
      const uri = [...panels].find(([, { window }]) => window.active)?.[0];
      return uri === undefined ? undefined : vscode.Uri.parse(uri, true);
    },
    // The panels stay: closing them here would lose them at a reload of the window.
    dispose: () => serializer.dispose(),
  };
}
