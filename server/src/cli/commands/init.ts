import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { CannotRun } from '../../base/cannotRun.ts';
import { localText } from '../../base/locale.ts';
import type { Command } from '../command.ts';
import { firstData, firstDefinition } from '../firstFile.ts';
import { cannot } from '../refusal.ts';
import { say } from '../terminal.ts';

export const init: Command = {
  name: 'init',
  operands: '[DIR]',
  about: localText('write a first definition with its data', '生成第一份定义文件及示例数据'),
  options: [],
  run({ paths: [path = '.'] }, terminal) {
    const folder = resolve(terminal.folder, path);
    const name = basename(folder).replace(/[^\p{L}\p{N}._-]/gu, '-');
    const files = [
      [join(folder, `${name}.indicators.yaml`), firstDefinition(name, terminal.locale)],
      [join(folder, 'data.csv'), firstData(terminal.locale)],
    ] as const;
    const taken = files.find(([file]) => existsSync(file));
    if (taken !== undefined) {
      const shown = relative(terminal.folder, taken[0]);
      throw new CannotRun(localText(`${shown} exists already; nothing was written`, `${shown} 已存在，未写入任何文件`));
    }
    try {
      mkdirSync(folder, { recursive: true });
      for (const [file, text] of files) writeFileSync(file, text, { flag: 'wx' });
    } catch (error) {
      throw cannot(localText(`cannot write into ${path}`, `无法写入 ${path}`), error);
    }
    for (const [file] of files) terminal.out(`${relative(terminal.folder, file)}\n`);
    const next = localText(`Next: indicators score ${path}`, `下一步：indicators score ${path}`);
    terminal.err(`${say(terminal, next)}\n`);
    return 0;
  },
};
