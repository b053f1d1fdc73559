/** A small language client: the built server in a process of its own, over real stdio or IPC. Knows no rule. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node';

export const serverFile = 'dist/server.js';

/** How the server is started: `dist/server.js` over stdio or IPC, or `indicators lsp --stdio`. */
export type Way = 'stdio' | 'ipc' | 'cli';

export interface ClientOptions {
  readonly way?: Way;
  readonly locale?: string;
  /** Whether the client pulls diagnostics. */
  readonly pulls?: boolean;
  /** Folder URIs that are open. */
  readonly folders?: readonly string[];
  /** What it answers when asked for settings; not given: it cannot be asked. It may be changed later. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether the client shows progress. */
  readonly showsProgress?: boolean;
  /** The client's command that shows the ranking. */
  readonly previewCommand?: string;
}

export interface Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  readonly published: readonly PublishDiagnosticsParams[];
  open(uri: string, text: string, version?: number): void;
  /** Changes the text between two offsets' positions. */
  edit(uri: string, version: number, changes: readonly Change[]): void;
  /** Resolves with the first published (from now or before) diagnostics of a document that meet a condition. */
  diagnostics(uri: string, isMeant: (params: PublishDiagnosticsParams) => boolean): Promise<readonly Diagnostic[]>;
  notified<T>(method: string, isMeant: (params: T) => boolean): Promise<T>;
  /** Shuts down in order; the exit code. */
  stop(): Promise<number | null>;
}

export interface Change {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export function stopAll(): void {
  for (const process of running) process.kill('SIGKILL');
  running.clear();
}

export async function startClient(options: ClientOptions = {}): Promise<Client> {
  if (!existsSync(serverFile)) throw new Error(`${serverFile} is not built: run node esbuild.mjs`);
  const { process, connection } = connect(options.way ?? 'stdio');
  running.add(process);
  const exit = new Promise<number | null>(resolve => process.once('exit', resolve));
  void exit.then(() => running.delete(process));
  const published: PublishDiagnosticsParams[] = [];
  const listeners = new Set<() => void>();
  const notifications: { readonly method: string; readonly params: unknown }[] = [];
  const heard = () => {
    for (const listener of listeners) listener();
  };
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    heard();
  });
  connection.onUnhandledNotification(({ method, params }) => {
    notifications.push({ method, params });
    heard();
  });
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/configuration', () => [options.settings]);
  connection.onRequest('workspace/workspaceFolders', () => foldersOf(options));
  connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    connection.onProgress(WorkDoneProgress.type, token, value => {
      notifications.push({ method: '$/progress', params: { token, value } });
      heard();
    });
  });
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', initializeParams(options));
  await connection.sendNotification('initialized', {});

  /** Waits for the event, not for a time; the deadline only ends a test that would hang. */
  const waitFor = <T>(find: () => T | undefined, what: string): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        done();
        resolve(found);
      };
      const deadline = setTimeout(() => {
        done();
        reject(new Error(`waited in vain for ${what}`));
      }, 30_000);
      const done = () => {
        clearTimeout(deadline);
        listeners.delete(look);
      };
      listeners.add(look);
      look();
    });

  return {
    ...{ connection, process, initialized, published },
    open: (uri, text, version = 1) =>
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'indicator-system', version, text },
      }),
    edit: (uri, version, contentChanges) =>
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    diagnostics: async (uri, isMeant) => {
      const params = await waitFor(
        () => published.findLast(each => each.uri === uri && isMeant(each)),
        `diagnostics of ${uri}`,
      );
      return params.diagnostics;
    },
    notified: <T>(method: string, isMeant: (params: T) => boolean) =>
      waitFor(
        () => notifications.find(each => each.method === method && isMeant(each.params as T))?.params as T | undefined,
        method,
      ),
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return exit;
    },
  };
}

function connect(way: Way): { readonly process: ChildProcess; readonly connection: ProtocolConnection } {
  if (way === 'ipc') {
    const process = fork(serverFile, ['--node-ipc'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    return {
      process,
      connection: createProtocolConnection(new IPCMessageReader(process), new IPCMessageWriter(process)),
    };
  }
  const words = way === 'cli' ? ['dist/cli.js', 'lsp', '--stdio'] : [serverFile, '--stdio'];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  return {
    process: child,
    connection: createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
  };
}

function initializeParams({
  locale = 'en',
  pulls = false,
  folders = [],
  settings,
  showsProgress = false,
  previewCommand,
}: ClientOptions): InitializeParams {
  return {
    processId: process.pid,
    rootUri: folders[0] ?? null,
    workspaceFolders: [...foldersOf({ folders })],
    locale,
    ...(previewCommand !== undefined && { initializationOptions: { previewCommand } }),
    capabilities: {
      textDocument: {
        publishDiagnostics: { versionSupport: true, relatedInformation: true },
        ...(pulls && { diagnostic: { relatedDocumentSupport: true } }),
      },
      workspace: {
        configuration: settings !== undefined,
        workspaceFolders: true,
        diagnostics: { refreshSupport: pulls },
        workspaceEdit: { documentChanges: true },
      },
      ...(showsProgress && { window: { workDoneProgress: true } }),
    },
  };
}

function foldersOf({ folders = [] }: ClientOptions): readonly { readonly uri: string; readonly name: string }[] {
  return folders.map(uri => ({ uri, name: 'folder' }));
}
