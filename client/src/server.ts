/**
 * The running language server, as the rest of the extension sees it: our typed requests, its state, and when a ranking
 * changed. Portable. Knows nothing of what is shown.
 */
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { type CompareAnswer, type CompareParams, compareRequest } from '../../server/src/protocol/compare.ts';
import { type FrameworkAnswer, type FrameworkParams, frameworkRequest } from '../../server/src/protocol/framework.ts';
import {
  type NewDefinitionAnswer,
  type NewDefinitionParams,
  newDefinitionRequest,
} from '../../server/src/protocol/newDefinition.ts';
import { type QuestionAnswer, type QuestionParams, questionRequest } from '../../server/src/protocol/questions.ts';
import {
  type DocumentAnswer,
  type DocumentParams,
  documentRequest,
  type ExplainAnswer,
  type ExplainParams,
  explainRequest,
  type InitializationOptions,
  type LocateAnswer,
  type LocateParams,
  listFilesRequest,
  locateRequest,
  type PreviewAnswer,
  type PreviewChangedParams,
  type PreviewParams,
  previewChangedNotification,
  previewRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  type ResolvedAnswer,
  type ResolvedParams,
  readFileRequest,
  resolvedRequest,
} from '../../server/src/protocol/requests.ts';
import { configurationLanguageId, languageId, settingsSection } from '../../server/src/protocol/settings.ts';
import { type ToolAnswer, type ToolParams, toolRequest } from '../../server/src/protocol/tools.ts';
import { type BytesAs, listFiles, readFile } from './readFile.ts';

/** How an entry (a process, a worker) reaches its server. */
export interface Entry {
  readonly makeClient: (options: LanguageClientOptions) => BaseLanguageClient;
  readonly bytesAs: BytesAs;
}

export type ServerState = 'starting' | 'running' | 'stopped';

/** Requests reject when the server is not there or fails; an answer of null is an answer. */
export interface Server extends vscode.Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  readonly onDidChangePreview: vscode.Event<PreviewChangedParams>;
  preview(params: PreviewParams): Promise<PreviewAnswer>;
  compare(params: CompareParams): Promise<CompareAnswer>;
  document(params: DocumentParams): Promise<DocumentAnswer>;
  explain(params: ExplainParams): Promise<ExplainAnswer>;
  resolved(params: ResolvedParams): Promise<ResolvedAnswer>;
  framework(params: FrameworkParams): Promise<FrameworkAnswer>;
  newDefinition(params: NewDefinitionParams): Promise<NewDefinitionAnswer>;
  locate(params: LocateParams): Promise<LocateAnswer>;
  ask(params: QuestionParams): Promise<QuestionAnswer>;
  /** null: the definition is not open. */
  tool(params: ToolParams): Promise<ToolAnswer | null>;
  restart(): Promise<void>;
  showLog(): void;
}

export function startServer({ makeClient, bytesAs }: Entry): Server {
  const changedState = new vscode.EventEmitter<ServerState>();
  const changedPreview = new vscode.EventEmitter<PreviewChangedParams>();
  const watchers = watchedFiles.map(pattern => vscode.workspace.createFileSystemWatcher(pattern));
  const log = vscode.window.createOutputChannel('Indicator Systems', { log: true });
  const client = makeClient({ ...clientOptions(watchers), outputChannel: log });
  client.onDidChangeState(({ newState }) => changedState.fire(stateOf(newState)));
  client.onNotification(previewChangedNotification, (params: PreviewChangedParams) => changedPreview.fire(params));
  client.onRequest<ReadFileAnswer, void>(readFileRequest, (params: ReadFileParams) => readFile(params, bytesAs));
  client.onRequest<readonly string[], void>(listFilesRequest, listFiles);

  void client.start().catch(error => log.error(error));

  return {
    get state() {
      return stateOf(client.state);
    },
    onDidChangeState: changedState.event,
    onDidChangePreview: changedPreview.event,
    preview: params => client.sendRequest<PreviewAnswer>(previewRequest, params),
    compare: params => client.sendRequest<CompareAnswer>(compareRequest, params),
    document: params => client.sendRequest<DocumentAnswer>(documentRequest, params),
    explain: params => client.sendRequest<ExplainAnswer>(explainRequest, params),
    resolved: params => client.sendRequest<ResolvedAnswer>(resolvedRequest, params),
    framework: params => client.sendRequest<FrameworkAnswer>(frameworkRequest, params),
    newDefinition: params => client.sendRequest<NewDefinitionAnswer>(newDefinitionRequest, params),
    locate: params => client.sendRequest<LocateAnswer>(locateRequest, params),
    ask: params => client.sendRequest<QuestionAnswer>(questionRequest, params),
    tool: params => client.sendRequest<ToolAnswer | null>(toolRequest, params),
    async restart() {
      await client.stop().catch(error => log.warn(error));
      await client.start();
    },
    showLog: () => log.show(),
    async dispose() {
      await client.dispose().catch(error => log.warn(error));
      vscode.Disposable.from(...watchers, changedState, changedPreview, log).dispose();
    },
  };
}

/** Definitions, and the kinds of data that they can name. */
const watchedFiles = [
  '**/*.indicators.{yaml,yml}',
  '**/indicators.config.yaml',
  '**/*.{csv,tsv,json,ndjson,xlsx,parquet}',
];

function clientOptions(watchers: vscode.FileSystemWatcher[]): LanguageClientOptions {
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
