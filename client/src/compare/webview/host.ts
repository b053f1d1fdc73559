/** The page's only tie to the editor: typed messages out and in, and what survives a reload of the page. */
import type {
  CompareMessageFromPage,
  CompareMessagesFromPage,
  CompareMessageToPage,
  ComparePageState,
} from '../../../../server/src/protocol/compare.ts';

/** Titles of the sections that the reader opened or shut. */
export type Opened = Readonly<Record<string, boolean>>;

export interface Host {
  post<Name extends keyof CompareMessagesFromPage>(type: Name, payload: CompareMessagesFromPage[Name]): void;
  onMessage(listener: (message: CompareMessageToPage) => void): void;
  readonly opened: Opened;
  saveOpened(opened: Opened): void;
}

interface PageState extends ComparePageState {
  readonly opened?: Opened;
}

interface EditorApi {
  postMessage(message: CompareMessageFromPage): void;
  getState(): Partial<PageState> | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** May be called once in a page's life. */
export function connectHost(subject: ComparePageState): Host {
  const editor = acquireVsCodeApi();
  const opened = editor.getState()?.opened ?? {};
  editor.setState({ ...subject, opened });
  return {
    post: (type, payload) => editor.postMessage({ type, payload } as CompareMessageFromPage),
    onMessage: listener => window.addEventListener('message', event => listener(event.data)),
    opened,
    saveOpened: now => editor.setState({ ...subject, opened: now }),
  };
}
