/**
 * The running language server, as the rest of the extension sees it: our typed requests, its state, and when a ranking
 * changed. Portable. Knows nothing of what is shown.
 */
import * as vscode from 'vscode';
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
  type FollowPreviewParams,
  followPreviewNotification,
  type LocateAnswer,
  type LocateParams,
  locateRequest,
  type PreviewAnswer,
  type PreviewChangedParams,
  type PreviewParams,
  previewRequest,
  type ResolvedAnswer,
  type ResolvedParams,
  resolvedRequest,
} from '../../server/src/protocol/requests.ts';
import { type ToolAnswer, type ToolParams, toolRequest } from '../../server/src/protocol/tools.ts';
import type { Connect, ServerState } from './connection.ts';
import { followTyping } from './typing.ts';

/** Requests reject when the server is not there or fails; an answer of null is an answer. */
export interface Server extends vscode.Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  readonly onDidChangePreview: vscode.Event<PreviewChangedParams>;
  preview(params: PreviewParams): Promise<PreviewAnswer>;
  /** The next change of the preview comes with the notice that it has changed. */
  followPreview(params: FollowPreviewParams): void;
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

export function startServer(connect: Connect): Server {
  const changedState = new vscode.EventEmitter<ServerState>();
  const changedPreview = new vscode.EventEmitter<PreviewChangedParams>();
  const watchers = watchedFiles.map(pattern => vscode.workspace.createFileSystemWatcher(pattern));
  const typing = followTyping();
  const log = vscode.window.createOutputChannel('Indicator Systems', { log: true });
  let state: ServerState = 'starting';
  const stateChanged = (now: ServerState) => {
    state = now;
    changedState.fire(now);
  };
  const previewChanged = (params: PreviewChangedParams) => changedPreview.fire(params);
  const connecting = afterActivation().then(() => connect({ log, watchers, typing, stateChanged, previewChanged }));
  connecting.catch(error => {
    log.error(error);
    stateChanged('stopped');
  });
  const ask = async <Answer>(request: string, params: unknown) =>
    (await connecting).sendRequest<Answer>(request, params);

  return {
    get state() {
      return state;
    },
    onDidChangeState: changedState.event,
    onDidChangePreview: changedPreview.event,
    preview: params => ask<PreviewAnswer>(previewRequest, params),
    followPreview(params) {
      if (state !== 'running') return; // who follows says so again when it runs
      const follow = async () => (await connecting).sendNotification(followPreviewNotification, params);
      follow().catch(error => log.warn(error));
    },
    compare: params => ask<CompareAnswer>(compareRequest, params),
    document: params => ask<DocumentAnswer>(documentRequest, params),
    explain: params => ask<ExplainAnswer>(explainRequest, params),
    resolved: params => ask<ResolvedAnswer>(resolvedRequest, params),
    framework: params => ask<FrameworkAnswer>(frameworkRequest, params),
    newDefinition: params => ask<NewDefinitionAnswer>(newDefinitionRequest, params),
    locate: params => ask<LocateAnswer>(locateRequest, params),
    ask: params => ask<QuestionAnswer>(questionRequest, params),
    tool: params => ask<ToolAnswer | null>(toolRequest, params),
    async restart() {
      const client = await connecting;
      await client.stop().catch(error => log.warn(error));
      await client.start();
    },
    showLog: () => log.show(),
    async dispose() {
      await connecting.then(client => client.dispose()).catch(error => log.warn(error));
      vscode.Disposable.from(...watchers, typing, changedState, changedPreview, log).dispose();
    },
  };
}

/** Definitions, and the kinds of data that they can name. */
const watchedFiles = [
  '**/*.indicators.{yaml,yml}',
  '**/indicators.config.yaml',
  '**/*.{csv,tsv,json,ndjson,xlsx,parquet}',
];

/** The editor goes on first: the language client is large. */
function afterActivation(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}
