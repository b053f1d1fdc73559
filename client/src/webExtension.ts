/** The web entry: the language server is a worker of the browser. Everything else is shared with the desktop entry. */
import type { ExtensionContext } from 'vscode';
import { startExtension } from './start.ts';

export function activate(context: ExtensionContext): void {
  startExtension(context, async options => (await import('./browserClient.ts')).startBrowserClient(context, options));
}
