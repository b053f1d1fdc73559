/** The page's only tie to the editor: typed messages out and in, and what survives a reload of the page. */
import type {
  MessageFromPage,
  MessagesFromPage,
  MessageToPage,
  PreviewPageState,
} from '../../../../server/src/protocol/preview.ts';
import type { Question, QuestionKind, Questions } from '../../../../server/src/protocol/questions.ts';
import type { ViewState } from './viewState.ts';

export interface PageState extends PreviewPageState {
  readonly view: ViewState;
}

export interface Host {
  post<Name extends keyof MessagesFromPage>(type: Name, payload: MessagesFromPage[Name]): void;
  onMessage(listener: (message: MessageToPage) => void): void;
  /** Settles when the server has answered; null: there is no such thing. */
  ask<Kind extends QuestionKind>(
    kind: Kind,
    asked: Questions[Kind]['asked'],
  ): Promise<Questions[Kind]['answer'] | null>;
  /** `undefined` on first sight; its content is as old as it likes to be. */
  readonly saved: unknown;
  save(state: PageState): void;
}

interface EditorApi {
  postMessage(message: MessageFromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** May be called once in a page's life. */
export function connectHost(): Host {
  const editor = acquireVsCodeApi();
  const waiting = new Map<number, (answer: unknown) => void>();
  let nAsked = 0;
  window.addEventListener('message', ({ data }: MessageEvent<MessageToPage>) => {
    if (data.type !== 'answer') return;
    waiting.get(data.payload.number)?.(data.payload.answer);
    waiting.delete(data.payload.number);
  });
  return {
    post: (type, payload) => editor.postMessage({ type, payload } as MessageFromPage),
    onMessage: listener => window.addEventListener('message', event => listener(event.data)),
    ask: (kind, asked) =>
      new Promise(resolve => {
        nAsked += 1;
        waiting.set(nAsked, answer => resolve(answer as Parameters<typeof resolve>[0]));
        editor.postMessage({ type: 'ask', payload: { number: nAsked, question: { kind, asked } as Question } });
      }),
    saved: editor.getState(),
    save: state => editor.setState(state),
  };
}
