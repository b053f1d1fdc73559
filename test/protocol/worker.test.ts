/**
 * The browser worker's bundle in a thread that has what browsers give and nothing of Node: no `process`, no `Buffer`, no
 * `require`. Files come through the client, and only those of the open folders.
 */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type CodeAction,
  createProtocolConnection,
  type DataCallback,
  type Hover,
  type MarkupContent,
  type Message,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { type ReadFileAnswer, type ReadFileParams, readFileRequest } from '../../server/src/protocol/requests.ts';
import { demo, demoData } from '../support/demo.ts';

const workers: Worker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map(worker => worker.terminate()));
});

/** A world of its own for the bundle: the language, and the few things of browsers that it may use. */
const boot = `
const { parentPort, workerData } = require('node:worker_threads');
const { createContext, runInContext } = require('node:vm');
const { TextDecoder, TextEncoder, URL, MessageChannel, setTimeout, clearTimeout, queueMicrotask } = globalThis;
const world = { self: parentPort, TextDecoder, TextEncoder, URL, MessageChannel, setTimeout, clearTimeout, queueMicrotask };
runInContext(workerData, createContext(world), { filename: 'server.js' });
`;

/** Messages are cloned, as between a page and its worker. */
class FromWorker extends AbstractMessageReader {
  constructor(private readonly worker: Worker) {
    super();
  }

  override listen(callback: DataCallback) {
    this.worker.on('message', callback);
    return { dispose: () => this.worker.off('message', callback) };
  }
}

class ToWorker extends AbstractMessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.worker.postMessage(message);
  }

  end(): void {}
}

/** A client over messages; `asked` fills with the files that the server asks for. */
async function start(files: Readonly<Record<string, string>>): Promise<{
  readonly connection: ProtocolConnection;
  readonly asked: readonly string[];
  diagnostics(isMeant: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams>;
}> {
  const worker = new Worker(boot, { eval: true, workerData: readFileSync('dist/web/server.js', 'utf8') });
  workers.push(worker);
  const connection = createProtocolConnection(new FromWorker(worker), new ToWorker(worker));
  const asked: string[] = [];
  connection.onRequest(readFileRequest, ({ uri }: ReadFileParams): unknown => {
    asked.push(uri);
    const content = files[uri];
    const answer: ReadFileAnswer =
      content === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes: new TextEncoder().encode(content) };
    return answer;
  });
  const published: PublishDiagnosticsParams[] = [];
  const listeners = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const listener of listeners) listener();
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    ...{ processId: null, rootUri: null, capabilities: {}, locale: 'en' },
    workspaceFolders: [{ uri: 'vscode-vfs://github/o/r', name: 'r' }],
  });
  await connection.sendNotification('initialized', {});
  const diagnostics = (isMeant: (params: PublishDiagnosticsParams) => boolean) =>
    new Promise<PublishDiagnosticsParams>(resolve => {
      const look = () => {
        const found = published.find(isMeant);
        if (found === undefined) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
    });
  return { connection, asked, diagnostics };
}

const uri = 'vscode-vfs://github/o/r/demo.indicators.yaml';

function open(connection: ProtocolConnection, text: string): Promise<void> {
  const textDocument = { uri, languageId: 'indicator-system', version: 1, text };
  return connection.sendNotification('textDocument/didOpen', { textDocument });
}

const has =
  (code: string) =>
  ({ diagnostics }: PublishDiagnosticsParams) =>
    diagnostics.some(each => each.code === code);

test('findings of the text and of data that the client reads, and hovers with scores', async () => {
  const { connection, asked, diagnostics } = await start({ 'vscode-vfs://github/o/r/demo.csv': demoData });
  await open(connection, demo.replace('weight: 60', 'weight: 61'));
  const found = await diagnostics(params => has('weight-sum')(params) && has('expectation')(params));
  expect(found).toMatchObject({ uri, version: 1 });
  expect(asked).toEqual(['vscode-vfs://github/o/r/indicators.config.yaml', 'vscode-vfs://github/o/r/demo.csv']);
  const position = { line: 9, character: 10 };
  const hover = await connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position });
  expect((hover.contents as MarkupContent).value).toContain('Scores: min');
});

test('a client that says nothing of versions is given edits of what stands there', async () => {
  const { connection } = await start({ 'vscode-vfs://github/o/r/demo.csv': demoData });
  const text = demo.replace('weight: 60', 'weight: 61');
  const placeOf = (words: string) => {
    const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
  };
  await open(connection, text);
  const asked = { textDocument: { uri }, position: placeOf('- id: service'), newName: 'core' };
  const renamed = await connection.sendRequest('textDocument/rename', asked);
  expect(renamed).toMatchObject({ changes: { [uri]: [{ newText: 'core' }] } });
  const place = placeOf('weight: 61');
  const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    ...{ textDocument: { uri }, range: { start: place, end: place } },
    context: { diagnostics: [], only: ['quickfix'] },
  });
  expect(Object.keys(actions[0]!.edit!.changes!)).toEqual([uri]);
});

test('a file that is not there, and one outside that is not even asked for', async () => {
  const { connection, asked, diagnostics } = await start({});
  await open(connection, demo);
  await diagnostics(has('data-file'));
  expect(asked).toEqual(['vscode-vfs://github/o/r/indicators.config.yaml', 'vscode-vfs://github/o/r/demo.csv']);

  const other = await start({ 'vscode-vfs://github/o/secret.csv': demoData });
  await open(other.connection, demo.replace('demo.csv', '../secret.csv'));
  await other.diagnostics(has('data-file'));
  expect(other.asked).toEqual(['vscode-vfs://github/o/r/indicators.config.yaml']);
});
