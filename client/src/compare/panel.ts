/**
 * One comparison panel: what changed in one definition and what it does, following its edits when typing rests. Knows
 * nothing of what a comparison is or how it looks.
 */
import * as vscode from 'vscode';
import type { CompareBase } from '../../../server/src/protocol/base.ts';
import type {
  CompareMessageFromPage,
  CompareMessageToPage,
  ComparePageState,
  CompareParams,
} from '../../../server/src/protocol/compare.ts';
import { newNonce, pageHtml } from '../preview/page.ts';
import { reveal } from '../reveal.ts';
import type { Server } from '../server.ts';
import { onCommit } from './commits.ts';

export interface ComparisonPanel {
  compareWith(base: CompareBase): void;
}

export interface ComparisonOptions {
  readonly definition: vscode.Uri;
  readonly base: CompareBase;
  readonly extensionUri: vscode.Uri;
  readonly server: Server;
  /** Asks the user for another base. */
  readonly choose: () => Promise<void>;
}

/** At least so long does the text rest before it is compared, in milliseconds; longer where comparing takes long. */
const shortestRest = 120;

export function fillPanel(panel: vscode.WebviewPanel, options: ComparisonOptions): ComparisonPanel {
  const { definition, extensionUri, server, choose } = options;
  const uri = definition.toString();
  let { base } = options;
  let isListening = false; // the page has said `ready` and has not been thrown away since
  let isAsking = false;
  let due: CompareParams['reading'] | undefined = 'anew';
  let rest = shortestRest;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks once at a time; what changes meanwhile is asked for afterwards, so the last state always arrives. */
  const follow = async () => {
    if (isAsking || !isListening) return;
    isAsking = true;
    while (due !== undefined && isListening) {
      const reading = due;
      due = undefined;
      const begin = Date.now();
      const asked = base;
      const message = await currentMessage(server, definition, { uri, base, reading });
      rest = Math.max(shortestRest, 3 * (Date.now() - begin));
      if (isListening && asked === base) void panel.webview.postMessage(message);
    }
    isAsking = false;
  };

  const readAnew = () => {
    due = 'anew';
    void follow();
  };

  const textChanged = () => {
    due ??= 'known';
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), rest);
  };

  const showTitle = () => {
    panel.title = vscode.l10n.t('Comparison: {0}', nameOf(definition));
  };

  const registrations = vscode.Disposable.from(
    server.onDidChangePreview(changed => {
      if (changed.uri === uri) textChanged();
    }),
    server.onDidChangeState(readAnew),
    onCommit(definition, () => {
      if (base.kind === 'commit') readAnew();
    }),
    panel.webview.onDidReceiveMessage((message: CompareMessageFromPage) => {
      switch (message.type) {
        case 'ready':
          isListening = true;
          return readAnew();
        case 'refresh':
          return readAnew();
        case 'reveal':
          return reveal(server, definition, message.payload);
        case 'choose':
          return choose();
      }
    }),
    panel.onDidChangeViewState(() => {
      // A hidden page is thrown away; shown again it is loaded anew and says `ready`.
      if (!panel.visible) isListening = false;
    }),
  );
  panel.onDidDispose(() => {
    isListening = false;
    clearTimeout(timer);
    registrations.dispose();
  });
  const fill = () => {
    showTitle();
    isListening = false;
    panel.webview.html = htmlFor(panel.webview, { uri, base }, extensionUri);
  };
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'client/media/language-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'client/media/language-dark.svg'),
  };
  panel.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')] };
  fill();
  return {
    compareWith(other) {
      base = other;
      due = 'anew';
      fill();
    },
  };
}

/** The server knows open documents only: the definition is opened (not shown) where it is not. */
async function currentMessage(
  server: Server,
  definition: vscode.Uri,
  params: CompareParams,
): Promise<CompareMessageToPage> {
  if (server.state !== 'running') return { type: 'unavailable', payload: { reason: server.state } };
  try {
    await vscode.workspace.openTextDocument(definition);
    return { type: 'show', payload: await server.compare(params) };
  } catch {
    return { type: 'unavailable', payload: { reason: 'stopped' } };
  }
}

function htmlFor(webview: vscode.Webview, state: ComparePageState, extensionUri: vscode.Uri): string {
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  return pageHtml({
    cspSource: webview.cspSource,
    nonce: newNonce(),
    script: file('compare.js'),
    style: file('compare.css'),
    language: vscode.env.language,
    definition: JSON.stringify(state),
    title: nameOf(vscode.Uri.parse(state.uri, true)),
  });
}

/** The file's name without what all definitions share. */
function nameOf(definition: vscode.Uri): string {
  return definition.path.replace(/^.*\//, '').replace(/\.indicators\.ya?ml$/, '');
}
