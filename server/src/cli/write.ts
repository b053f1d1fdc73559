/** Writes a command's result: to stdout, or to the file that the user named. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotRun } from '../base/cannotRun.ts';
import { localText } from '../base/locale.ts';
import { cannot } from './refusal.ts';
import type { Terminal } from './terminal.ts';

export function write(content: string | Uint8Array, output: string | undefined, terminal: Terminal): void {
  if (output === undefined) {
    if (typeof content !== 'string') {
      throw new CannotRun(
        localText('this format is no text: name a file for it with --output', '该格式不是文本：请用 --output 指定文件'),
      );
    }
    terminal.out(content);
    return;
  }
  const path = resolve(terminal.folder, output);
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw cannot(localText(`cannot write ${output}`, `无法写入 ${output}`), error);
  }
}
