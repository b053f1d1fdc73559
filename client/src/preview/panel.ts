/**
 * One preview panel: shows the ranking of one definition and follows its edits. The server sends the ranking as it changes
 * (or says that it changed, and the panel asks for it), and the panel hands it to the page. Knows nothing of what a ranking is or how it looks.
 */
import * as vscode from 'vscode';
import type { BaselineChoice } from '../../../server/src/protocol/base.ts';
import type {
  MessageFromPage,
  MessagesFromPage,
  MessageToPage,
  PageExport,
} from '../../../server/src/protocol/preview.ts';
import type { Trial } from '../../../server/src/protocol/questions.ts';
import type { PreviewChangedParams, PreviewParams } from '../../../server/src/protocol/requests.ts';
import { chooseFile } from '../compare/base.ts';
import { onCommit } from '../compare/commits.ts';
import type { Explanations } from '../explain.ts';
import { reveal } from '../reveal.ts';
import { save, saveDocument } from '../save.ts';
import type { Server } from '../server.ts';
import { followCursor } from './cursor.ts';
import { newNonce, pageHtml } from './page.ts';

export interface PanelContext {
  readonly extensionUri: vscode.Uri;
  readonly server: Server;
  readonly explanations: Explanations;
}

export interface Panel {
  /** Has the page make a file, now or when it is there. */
  make(wanted: PageExport): void;
}

/** Fills a panel that the editor made (anew, or after a reload) and keeps it up to date until it is closed. */
export function fillPanel(panel: vscode.WebviewPanel, definition: vscode.Uri, context: PanelContext): Panel {
  const { server } = context;
  const uri = definition.toString();
  let isListening = false; // the page has said `ready` and has not been thrown away since
  let isAsking = false;
  let isOutdated = false;
  let baseline: BaselineChoice = { kind: 'saved' };
  let wanted: PageExport | undefined;
  let reading: PreviewParams['reading'] = 'anew';

  /** Asks once at a time; what changes meanwhile is asked for afterwards, so the last state always arrives. */
  const follow = async () => {
    isOutdated = true;
    if (isAsking || !isListening) return;
    isAsking = true;
    while (isOutdated && isListening) {
      isOutdated = false;
      const params: PreviewParams = { uri, baseline, reading };
      reading = 'known';
      const message = await currentMessage(server, definition, params);
      if (isListening) await panel.webview.postMessage(message);
    }
    isAsking = false;
  };

  const update = (sent: PreviewChangedParams['update']) => {
    if (!isListening || sent === 'later') return;
    if (sent === undefined) return void follow();
    const message: MessageToPage = 'base' in sent ? { type: 'change', payload: sent } : { type: 'show', payload: sent };
    void panel.webview.postMessage(message);
  };

  const stop = () => {
    isListening = false;
    server.followPreview({ uri, baseline: null, shown: 0 });
  };

  /** A page that was thrown away meanwhile asks anew. */
  const answer = async ({ number, question }: MessagesFromPage['ask']) => {
    const given = await server.ask({ uri, question }).catch(() => null);
    if (isListening) void panel.webview.postMessage({ type: 'answer', payload: { number, answer: given } });
  };

  const cursor = followCursor(definition, server, path => {
    if (isListening) void panel.webview.postMessage({ type: 'cursor', payload: { path } });
  });

  const compareWith = (choice: BaselineChoice) => {
    // Git may run programs that the folder names.
    const isAllowed = choice.kind !== 'commit' || vscode.workspace.isTrusted;
    if (!isAllowed) {
      const text = vscode.l10n.t('Git is run only in folders that you trust.');
      void vscode.window.showWarningMessage(text);
      void panel.webview.postMessage({ type: 'baseline', payload: { kind: 'saved' } });
    }
    baseline = isAllowed ? choice : { kind: 'saved' };
    reading = 'anew';
    void follow();
  };

  const make = (asked: PageExport) => {
    wanted = isListening ? undefined : asked;
    if (isListening) void panel.webview.postMessage({ type: 'make', payload: asked });
  };

  const chooseBaseline = async () => {
    const choice = await chooseFile(definition);
    if (choice !== undefined && isListening) void panel.webview.postMessage({ type: 'baseline', payload: choice });
  };

  const registrations = vscode.Disposable.from(
    server.onDidChangePreview(changed => {
      if (changed.uri === uri) update(changed.update);
      else if (baseline.kind === 'file' && baseline.uri === changed.uri) void follow();
    }),
    onCommit(definition, () => {
      if (baseline.kind === 'commit') compareWith(baseline);
    }),
    vscode.workspace.onDidSaveTextDocument(saved => {
      if (baseline.kind === 'file' && baseline.uri === saved.uri.toString()) compareWith(baseline);
    }),
    server.onDidChangeState(() => void follow()),
    vscode.workspace.onDidCloseTextDocument(document => {
      if (document.uri.toString() === uri) void follow();
    }),
    cursor,
    panel.webview.onDidReceiveMessage((message: MessageFromPage) => {
      if (message.type === 'ready') {
        isListening = true;
        cursor.forget();
        compareWith(message.payload.baseline);
        if (wanted !== undefined) make(wanted);
      } else if (message.type === 'shown') {
        if (isListening) server.followPreview({ uri, baseline, shown: message.payload.revision });
      } else if (message.type === 'compare-with') {
        compareWith(message.payload);
      } else if (message.type === 'choose-baseline') {
        void chooseBaseline();
      } else if (message.type === 'ask') {
        void answer(message.payload);
      } else {
        void act(message, definition, context);
      }
    }),
    panel.onDidChangeViewState(() => {
      // A hidden page is thrown away; shown again it is loaded anew and says `ready`.
      if (!panel.visible) stop();
    }),
  );
  panel.onDidDispose(() => {
    stop();
    registrations.dispose();
  });
  panel.title = vscode.l10n.t('Ranking: {0}', nameOf(definition));
  panel.iconPath = {
    light: vscode.Uri.joinPath(context.extensionUri, 'client/media/language-light.svg'),
    dark: vscode.Uri.joinPath(context.extensionUri, 'client/media/language-dark.svg'),
  };
  panel.webview.options = { enableScripts: true, localResourceRoots: [assets(context.extensionUri)] };
  panel.webview.html = htmlFor(panel.webview, definition, context.extensionUri);
  return { make };
}

/** The server knows open documents only: the definition is opened (not shown) where it is not. */
async function currentMessage(server: Server, definition: vscode.Uri, params: PreviewParams): Promise<MessageToPage> {
  if (server.state !== 'running') return { type: 'unavailable', payload: { reason: server.state } };
  try {
    await vscode.workspace.openTextDocument(definition);
    return { type: 'show', payload: await server.preview(params) };
  } catch {
    return { type: 'unavailable', payload: { reason: 'stopped' } };
  }
}

async function act(
  message: Exclude<MessageFromPage, { type: 'ready' | 'shown' | 'ask' | 'compare-with' | 'choose-baseline' }>,
  definition: vscode.Uri,
  { server, explanations }: PanelContext,
): Promise<void> {
  switch (message.type) {
    case 'reveal':
      return reveal(server, definition, message.payload);
    case 'explain':
      return explanations.open(definition, message.payload.unit);
    case 'write':
      return writeTrial(server, definition, message.payload);
    case 'export':
      return saveDocument(server, definition, message.payload.format);
    case 'save':
      return save(definition, message.payload);
    case 'show-problems':
      await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}

/** One edit of the editor, so one undo takes it back. Nothing is written where the text has changed meanwhile. */
async function writeTrial(server: Server, definition: vscode.Uri, asked: Trial): Promise<void> {
  const answer = await server.ask({ uri: definition.toString(), question: { kind: 'edits', asked } });
  const document = await vscode.workspace.openTextDocument(definition);
  if (answer === null || !('edits' in answer) || answer.version !== document.version) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Nothing was written: the definition has changed.'));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of answer.edits) {
    const { start, end } = range;
    edit.replace(definition, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  await vscode.workspace.applyEdit(edit);
}

function htmlFor(webview: vscode.Webview, definition: vscode.Uri, extensionUri: vscode.Uri): string {
  const folder = assets(extensionUri);
  return pageHtml({
    cspSource: webview.cspSource,
    nonce: newNonce(),
    script: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'webview.js')).toString(),
    style: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'webview.css')).toString(),
    language: vscode.env.language,
    definition: definition.toString(),
    title: nameOf(definition),
  });
}

function assets(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist');
}

/** The file's name without what all definitions share. */
function nameOf(definition: vscode.Uri): string {
  return definition.path.replace(/^.*\//, '').replace(/\.indicators\.ya?ml$/, '');
}
