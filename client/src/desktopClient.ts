/**
 * The language client of the desktop: its server is a process of its own. A file of its own in `dist`, loaded when the
 * extension has started, for it is large.
 */
import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type ConnectionOptions, startClient } from './connection.ts';

/**
 * Nearly all that the server reads stays: room for what soon goes would grow with it and be kept, up to a third of the
 * memory. And what a key makes is not to be taken for what stays because what is read when a file is opened does.
 */
const littleRoom = ['--max-semi-space-size=2', '--no-allocation-site-pretenuring'];

export function startDesktopClient(context: ExtensionContext, options: ConnectionOptions): BaseLanguageClient {
  return startClient({ makeClient: all => desktopClient(context, all), bytesAs: 'base64' }, options);
}

/** One thread does the work: glibc's malloc would keep room for each of the others. Other systems do not read it. */
const oneRoom = { MALLOC_ARENA_MAX: '1' };

function desktopClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const start = (...switches: readonly string[]) => ({
    module,
    transport: TransportKind.ipc,
    options: { execArgv: [...littleRoom, ...switches], env: oneRoom },
  });
  const server = { run: start(), debug: start('--nolazy', '--inspect=6009') };
  return new LanguageClient('indicators', 'Indicator Systems', server, options);
}
