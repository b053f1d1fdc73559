/** Standard output and error. Files and pipes are written at once: Node's streams take longer to load than a short check. */
import { fstatSync, writeSync } from 'node:fs';
import { localText } from '../base/locale.ts';
import { cannot } from './refusal.ts';

type Descriptor = 1 | 2;

export function writeTo(descriptor: Descriptor, text: string): void {
  if (isTerminal(descriptor) && streamOf(descriptor).isTTY) streamOf(descriptor).write(text);
  else writeAtOnce(descriptor, text);
}

/** A terminal, or a device that is treated as one. */
export function isTerminal(descriptor: Descriptor): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return true;
  }
}

/** Is it a terminal that shows colours? */
export function showsColours(descriptor: Descriptor): boolean {
  return isTerminal(descriptor) && streamOf(descriptor).isTTY === true && !process.env.NO_COLOR;
}

/** Of a line on a terminal; a pipe or a file has none. */
export function widthOf(descriptor: Descriptor): number | undefined {
  const width = isTerminal(descriptor) ? streamOf(descriptor).columns : undefined;
  return width === undefined || width === 0 ? undefined : width;
}

function streamOf(descriptor: Descriptor): NodeJS.WriteStream {
  return descriptor === 1 ? process.stdout : process.stderr;
}

function writeAtOnce(descriptor: Descriptor, text: string): void {
  for (let rest = Buffer.from(text); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0); // whoever reads has seen enough
      if (code !== 'EAGAIN') throw cannot(localText('cannot write the results', '无法写出结果'), error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1); // whoever reads is slow
    }
  }
}
