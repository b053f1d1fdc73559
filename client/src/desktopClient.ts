/** The language client of the desktop: its server is a process of its own. Loaded when the extension has started. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';

/** Nearly all that the server reads stays: room for what soon goes would grow with it and be kept, up to a third of the memory. */
const littleRoom = ['--max-semi-space-size=2'];

export function desktopClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const start = (...switches: readonly string[]) => ({
    module,
    transport: TransportKind.ipc,
    options: { execArgv: [...littleRoom, ...switches] },
  });
  const server = { run: start(), debug: start('--nolazy', '--inspect=6009') };
  return new LanguageClient('indicators', 'Indicator Systems', server, options);
}
