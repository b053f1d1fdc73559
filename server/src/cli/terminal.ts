/** Where a command writes and what it may know of its surroundings. Results go to `out`, everything else to `err`. */
import type { Locale, LocalText } from '../base/locale.ts';
import type { Keeping } from './kept.ts';

export interface Terminal {
  readonly locale: Locale;
  /** Absolute path of the working folder. */
  readonly folder: string;
  readonly colours: Colours;
  /** How many characters a line has room for; not given: any number (a file, a pipe). */
  readonly width?: number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where what was found out is kept for later runs; not given: nothing is. */
  readonly keeping?: Keeping;
}

/** Numbers that switch it on and off in a terminal. */
const styles = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  gray: [90, 39],
} as const;

export type Colours = Readonly<Record<keyof typeof styles, (text: string) => string>>;

export const plain: Colours = coloursWith(text => text);

export const coloured: Colours = coloursWith((text, [on, off]) => `\x1b[${on}m${text}\x1b[${off}m`);

function coloursWith(paint: (text: string, style: readonly [number, number]) => string): Colours {
  const named = Object.entries(styles).map(([name, style]) => [name, (text: string) => paint(text, style)]);
  return Object.fromEntries(named) as Colours;
}

export function say(terminal: Terminal, text: LocalText): string {
  return text[terminal.locale];
}
