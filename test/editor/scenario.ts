/** What a scenario file is: its default export is a list of these. Knows nothing about how they are run (`run.ts`). */
import type { Page } from 'playwright-core';
import type { EditorLocale } from './codeServer.ts';
import type { EmptyExtension } from './emptyExtension.ts';

export interface Scenario {
  readonly name: string;
  readonly locale: EditorLocale;
  /** Folder in the repository; the scenario works on a copy of it. */
  readonly folder: string;
  /** Written into the copy beside what is there. */
  readonly files?: Readonly<Record<string, string>>;
  /** Where VS Code's extensions run: in a server (the default), or in the browser alone, in English and with settings of the folder. */
  readonly editor?: 'server' | 'browser';
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Beside ours an extension is installed that does next to nothing. */
  readonly beside?: EmptyExtension;
  readonly play: (stage: Stage) => Promise<void>;
}

export interface Stage {
  /** The scenario's own, as pictures are named. */
  readonly name: string;
  /** VS Code's window, with the copy of the folder open and our extension installed. */
  readonly page: Page;
  /** The copy. */
  readonly folder: string;
  readonly locale: EditorLocale;
}
