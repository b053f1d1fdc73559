/**
 * A thread that opens one data file, so that neither typing waits for it nor a hostile file takes the process with it.
 * A bundle of its own (`dist/dataWorker.js`), started by the server and by the command line.
 */
import { type MessagePort, workerData } from 'node:worker_threads';
import { opened } from '../workspace/openData.ts';
import { openingGivenUp } from '../workspace/opening.ts';

/** `done` is set to 1 and woken when the answer stands in `port`. */
export interface DataWorkerTask {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly port: MessagePort;
  readonly done: Int32Array;
}

const { file, bytes, port, done } = workerData as DataWorkerTask;

void opened(file, bytes)
  .catch(() => openingGivenUp)
  .then(content => {
    port.postMessage(content);
    Atomics.store(done, 0, 1);
    Atomics.notify(done, 0);
  });
