/** Reads a file as it was at a git revision, in a thread of its own. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { localText } from '../base/locale.ts';
import type { GitTask } from './gitWorker.ts';
import type { PastFile } from './host.ts';

const longest = 60_000;

export function readInThread(revision: string, path: string): Promise<PastFile> {
  const workerData: GitTask = { revision, path };
  // Standard output is the connection.
  const worker = new Worker(join(__dirname, 'gitWorker.js'), { workerData, stdout: true });
  return new Promise(resolve => {
    const finish = (past: PastFile) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(past);
    };
    const fail = (reason: string) =>
      finish({ kind: 'refused', reason: localText(`git could not tell: ${reason}`, `git 无法执行：${reason}`) });
    const timer = setTimeout(() => fail('it takes too long'), longest);
    worker.once('message', finish);
    worker.once('error', error => fail(String(error)));
  });
}
