/** The web entry: starts the language server in a worker of the browser. Everything else is shared with the desktop entry. */
import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import { startExtension } from './start.ts';

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  let worker: Worker | undefined;
  /** A worker of its own for each start; the one before has been told to end, but cannot end itself. */
  const connect = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const makeClient = (options: LanguageClientOptions) =>
    new LanguageClient('indicators', 'Indicator Systems', connect, options);
  startExtension(context, { makeClient, bytesAs: 'bytes' });
}
