/** The web entry: the language server is a worker of the browser. Everything else is shared with the desktop entry. */
import type { ExtensionContext } from 'vscode';
import { startExtension } from './start.ts';

export function activate(context: ExtensionContext): void {
  startExtension(context, {
    makeClient: async options => (await import('./browserClient.ts')).browserClient(context, options),
    bytesAs: 'bytes',
  });
}
