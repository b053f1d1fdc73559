/** The page's only tie to the editor: typed messages out and in, and what survives a reload of the page. */
import type {
  MessageFromPage,
  MessagesFromPage,
  MessageToPage,
  PreviewPageState,
} from '../../../../server/src/protocol/preview.ts';
import type { ViewState } from './viewState.ts';

export interface PageState extends PreviewPageState {
  readonly view: ViewState;
}

export interface Host {
  post<Name extends keyof MessagesFromPage>(type: Name, payload: MessagesFromPage[Name]): void;
  onMessage(listener: (message: MessageToPage) => void): void;
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
  return {
    post: (type, payload) => editor.postMessage({ type, payload } as MessageFromPage),
    onMessage: listener => window.addEventListener('message', event => listener(event.data)),
    saved: editor.getState(),
    save: state => editor.setState(state),
  };
}
