/** The desktop entry: starts the language server as a process of its own. Everything else is shared with the web entry. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { registerMcpServer } from './mcpServer.ts';
import { startExtension } from './start.ts';

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  const makeClient = (options: LanguageClientOptions) => {
    const server = {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    };
    return new LanguageClient('indicators', 'Indicator Systems', server, options);
  };
  context.subscriptions.push(registerMcpServer(context));
  startExtension(context, { makeClient, bytesAs: 'base64' });
}
