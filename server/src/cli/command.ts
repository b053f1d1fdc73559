/** What a command is: its name, its place in the help, its options and what it does. */
import type { LocalText } from '../base/locale.ts';
import type { Arguments, Option } from './options.ts';
import type { Terminal } from './terminal.ts';

export interface Command {
  readonly name: string;
  /** What follows the name in the help: `[PATH…]`. */
  readonly operands: string;
  readonly about: LocalText;
  readonly options: readonly Option[];
  /** What the help says at its end. */
  readonly note?: LocalText;
  /** Gives the exit code: 0 fine, 1 findings at or above the limit. Throws `CannotRun` for 2. */
  readonly run: (given: Arguments, terminal: Terminal) => Promise<number> | number;
}
