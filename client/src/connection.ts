/**
 * The connection to the language server: what the client asks for, answers itself and is told. Portable. Loaded when the
 * extension has started, for the language client is large.
 */
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import {
  type InitializationOptions,
  listFilesRequest,
  type PreviewChangedParams,
  previewChangedNotification,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
} from '../../server/src/protocol/requests.ts';
import { configurationLanguageId, languageId, settingsSection } from '../../server/src/protocol/settings.ts';
import { type BytesAs, listFiles, readFile } from './readFile.ts';
import type { Typing } from './typing.ts';

/** How an entry reaches its server. */
export type Connect = (options: ConnectionOptions) => Promise<BaseLanguageClient>;

/** The language client of a process, of a worker. */
export interface ClientKind {
  readonly makeClient: (options: LanguageClientOptions) => BaseLanguageClient;
  readonly bytesAs: BytesAs;
}

export type ServerState = 'starting' | 'running' | 'stopped';

export interface ConnectionOptions {
  readonly log: vscode.LogOutputChannel;
  readonly watchers: vscode.FileSystemWatcher[];
  readonly typing: Typing;
  readonly stateChanged: (state: ServerState) => void;
  readonly previewChanged: (params: PreviewChangedParams) => void;
}

/** The client that starts; what is asked of it waits until it has. */
export function startClient({ makeClient, bytesAs }: ClientKind, options: ConnectionOptions): BaseLanguageClient {
  const { log } = options;
  const client = makeClient({ ...clientOptions(options), outputChannel: log });
  client.onDidChangeState(({ newState }) => options.stateChanged(stateOf(newState)));
  client.onNotification(previewChangedNotification, options.previewChanged);
  client.onRequest<ReadFileAnswer, void>(readFileRequest, (params: ReadFileParams) => readFile(params, bytesAs));
  client.onRequest<readonly string[], void>(listFilesRequest, listFiles);
  void client.start().catch(error => log.error(error));
  return client;
}

function clientOptions({ watchers, typing }: ConnectionOptions): LanguageClientOptions {
  const atRest = async <T>(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    ask: () => vscode.ProviderResult<T>,
  ) => ((await typing.rests(document, token)) ? ask() : null);
  const initializationOptions: InitializationOptions = {
    locale: vscode.env.language,
    previewCommand: 'indicators.previewRanking',
  };
  return {
    // No scheme: definitions are also read in the browser, from a Git revision, unsaved.
    documentSelector: [{ language: languageId }, { language: configurationLanguageId }],
    synchronize: { configurationSection: settingsSection, fileEvents: watchers },
    initializationOptions,
    diagnosticCollectionName: 'indicators',
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { supportHtml: false },
    middleware: {
      provideCompletionItem: async (document, position, context, token, next) => {
        const answer = await next(document, position, context, token);
        for (const item of Array.isArray(answer) ? answer : (answer?.items ?? [])) askOn(item);
        return answer;
      },
      provideInlayHints: (document, range, token, next) => atRest(document, token, () => next(document, range, token)),
      provideCodeLenses: (document, token, next) => atRest(document, token, () => next(document, token)),
      provideDocumentSemanticTokens: (document, token, next) => atRest(document, token, () => next(document, token)),
      provideDocumentSymbols: (document, token, next) => atRest(document, token, () => next(document, token)),
    },
  };
}

/** Behind a key its values are offered at once. */
function askOn(item: vscode.CompletionItem): void {
  if (item.kind === vscode.CompletionItemKind.Property)
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
}

function stateOf(state: State): ServerState {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'stopped';
}
