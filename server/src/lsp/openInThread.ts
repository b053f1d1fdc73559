/** Opens a data file in a thread of its own. What takes too long or too much memory is given up. */
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-languageserver';
import type { DataFile } from '../workspace/facts.ts';
import { openingGivenUp } from '../workspace/opening.ts';
import type { DataWorkerTask } from './dataWorker.ts';

const longest = 60_000;
const resourceLimits = { maxOldGenerationSizeMb: 3_000 };

export function openInThread(file: string, bytes: Uint8Array, token: CancellationToken): Promise<DataFile> {
  const { port1, port2 } = new MessageChannel();
  const task: DataWorkerTask = { file, bytes, port: port2, done: new Int32Array(new SharedArrayBuffer(4)) };
  const worker = new Worker(join(__dirname, 'dataWorker.js'), {
    workerData: task,
    transferList: [port2],
    resourceLimits,
    stdout: true, // standard output is the connection
  });
  return new Promise(resolve => {
    const finish = (content: DataFile) => {
      clearTimeout(timer);
      port1.close();
      void worker.terminate();
      resolve(content);
    };
    const timer = setTimeout(() => finish(openingGivenUp), longest);
    port1.once('message', finish);
    worker.once('error', () => finish(openingGivenUp));
    token.onCancellationRequested(() => finish(openingGivenUp));
  });
}
