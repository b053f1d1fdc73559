/** Opens a data file in a thread of its own and waits for it: commands read one file after the other. */
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { DataFile } from '../workspace/facts.ts';
import { openingGivenUp } from '../workspace/opening.ts';

const longest = 120_000;
const resourceLimits = { maxOldGenerationSizeMb: 3_000 };

/** What takes too long or too much memory is given up. */
export function openWaiting(file: string, bytes: Uint8Array): DataFile {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(join(__dirname, 'dataWorker.js'), {
    workerData: { file, bytes, port: port2, done },
    transferList: [port2],
    resourceLimits,
  });
  worker.on('error', () => {}); // out of memory: the wait ends without an answer
  Atomics.wait(done, 0, 0, longest);
  const received = receiveMessageOnPort(port1);
  port1.close();
  void worker.terminate();
  return (received?.message as DataFile | undefined) ?? openingGivenUp;
}
