/** The desktop entry: the language server is a process of its own. Everything else is shared with the web entry. */
import type { ExtensionContext } from 'vscode';
import { registerMcpServer } from './mcpServer.ts';
import { startExtension } from './start.ts';

export function activate(context: ExtensionContext): void {
  context.subscriptions.push(registerMcpServer(context));
  startExtension(context, async options => (await import('./desktopClient.ts')).startDesktopClient(context, options));
}
