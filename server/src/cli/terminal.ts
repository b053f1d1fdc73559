/** Where a command writes and what it may know of its surroundings. Results go to `out`, everything else to `err`. */
import type pc from 'picocolors';
import type { Locale, LocalText } from '../base/locale.ts';

export interface Terminal {
  readonly locale: Locale;
  /** Absolute path of the working folder. */
  readonly folder: string;
  readonly colours: Colours;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export type Colours = ReturnType<typeof pc.createColors>;

export function say(terminal: Terminal, text: LocalText): string {
  return text[terminal.locale];
}
