/** A language server in a process of its own, over real standard input and output, and what is timed of it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** What is started: the words after `node`, what is added to the environment, and the answers to `workspace/configuration`. */
export interface ServerProgram {
  readonly name: string;
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly languageId: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Edit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

export interface ServerUnderTest {
  /** Milliseconds from the start of the process to the answer to `initialize`. */
  readonly start: number;
  /** Milliseconds from sending the text to its diagnostics. */
  open(uri: string, text: string): Promise<number>;
  /** Milliseconds from sending an edit to the diagnostics after it. */
  edit(uri: string, edit: Edit): Promise<number>;
  /** Milliseconds from sending an edit, and at once a request, to the answer to the request. */
  ask(uri: string, edit: Edit, method: string, position: Place): Promise<number>;
  close(uri: string): Promise<void>;
  /** Resident memory, in megabytes. */
  memory(): number;
  stop(): Promise<void>;
}

export async function startServerUnderTest(program: ServerProgram, root: string): Promise<ServerUnderTest> {
  const before = performance.now();
  const env = { ...process.env, ...program.environment };
  const child = spawn(process.execPath, program.words, { stdio: ['pipe', 'pipe', 'ignore'], env });
  const exit = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const connection = connect(child, program);
  const capabilities = {
    textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
    workspace: { configuration: true },
  };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: root, capabilities });
  const start = performance.now() - before;
  await connection.sendNotification('initialized', {});

  let version = 1;
  let heard: ((params: PublishDiagnosticsParams) => void) | undefined;
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => heard?.(params));
  /** Of a server that does not say which version its diagnostics are of, the next ones count. */
  const diagnosed = (uri: string, ofVersion: number) =>
    new Promise<void>(resolve => {
      heard = params => {
        if (params.uri === uri && (params.version ?? ofVersion) === ofVersion) resolve();
      };
    });
  const change = (uri: string, edit: Edit) => {
    version++;
    const params = { textDocument: { uri, version }, contentChanges: [edit] };
    return connection.sendNotification('textDocument/didChange', params);
  };

  return {
    start,
    open: async (uri, text) => {
      version++;
      const published = diagnosed(uri, version);
      const sent = performance.now();
      const textDocument = { uri, languageId: program.languageId, version, text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      await published;
      return performance.now() - sent;
    },
    edit: async (uri, edit) => {
      const published = diagnosed(uri, version + 1);
      const sent = performance.now();
      await change(uri, edit);
      await published;
      return performance.now() - sent;
    },
    ask: async (uri, edit, method, position) => {
      const published = diagnosed(uri, version + 1);
      const sent = performance.now();
      await change(uri, edit);
      await connection.sendRequest(method, { textDocument: { uri }, position });
      const answered = performance.now() - sent;
      await published;
      return answered;
    },
    close: uri => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exit;
      connection.dispose();
    },
  };
}

function connect(child: ChildProcess, { settings }: ServerProgram): ProtocolConnection {
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section = '' }) => settings[section] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  return connection;
}
