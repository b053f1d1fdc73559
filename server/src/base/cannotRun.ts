/** What was asked for cannot be done, and this is the word to who asked: no bug of ours. Ends a command with exit code 2. */
import type { LocalText } from './locale.ts';

export class CannotRun extends Error {
  override readonly name = 'CannotRun';

  constructor(readonly text: LocalText) {
    super(text.en);
  }
}

/** Also one of another bundle. */
export function isCannotRun(error: unknown): error is CannotRun {
  return error instanceof Error && error.name === 'CannotRun';
}
