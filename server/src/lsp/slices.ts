/** Long work between the messages that come, a slice of it at a time, so that typing never waits for it. Knows no work. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Steps } from '../base/steps.ts';
import type { Host } from './host.ts';

/** In milliseconds; a step that takes longer is a slice by itself. */
const slice = 8;

/** `undefined`: it was cancelled. */
export async function inSlices<Result>(
  host: Host,
  steps: Steps<Result>,
  token?: CancellationToken,
): Promise<Result | undefined> {
  for (;;) {
    const end = Date.now() + slice;
    while (Date.now() < end) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
    await host.nextTurn();
    if (token?.isCancellationRequested === true) return undefined;
  }
}
