/**
 * A thread that reads one file as it was at a git revision, so that nobody's typing waits for git. A bundle of its own
 * (`dist/gitWorker.js`), started by the server in Node.
 */
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { CannotRun } from '../base/cannotRun.ts';
import { commitOf, readerAt } from '../git/git.ts';
import type { PastFile } from './host.ts';

export interface GitTask {
  readonly revision: string;
  /** Absolute path. */
  readonly path: string;
}

function readAt({ revision, path }: GitTask): PastFile {
  try {
    const commit = commitOf(revision, dirname(path));
    return { kind: 'read', commit, content: readerAt(commit, dirname(path))(path) };
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    return { kind: 'refused', reason: error.text };
  }
}

parentPort!.postMessage(readAt(workerData as GitTask));
