/** The language client of the web: its server is a worker of the browser. Loaded when the extension has started. */
import { type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import { type ConnectionOptions, startClient } from './connection.ts';

export function startBrowserClient(context: ExtensionContext, options: ConnectionOptions): BaseLanguageClient {
  return startClient({ makeClient: all => browserClient(context, all), bytesAs: 'bytes' }, options);
}

function browserClient(
  { extensionUri, subscriptions }: ExtensionContext,
  options: LanguageClientOptions,
): LanguageClient {
  const script = Uri.joinPath(extensionUri, 'dist/web/server.js').toString(true);
  let worker: Worker | undefined;
  /** A worker of its own for each start; the one before has been told to end, but cannot end itself. */
  const connect = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  subscriptions.push({ dispose: () => worker?.terminate() });
  return new LanguageClient('indicators', 'Indicator Systems', connect, options);
}
