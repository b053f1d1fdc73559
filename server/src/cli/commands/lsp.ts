import { CannotRun } from '../../base/cannotRun.ts';
import { localText } from '../../base/locale.ts';
import type { Command } from '../command.ts';

export const lsp: Command = {
  name: 'lsp',
  operands: '--stdio',
  about: localText('the language server, for any editor', '语言服务器，供各种编辑器使用'),
  options: [{ name: 'stdio', about: localText('talk over standard input and output', '通过标准输入输出通信') }],
  run(given) {
    if (!given.has('stdio'))
      throw new CannotRun(
        localText('say how to talk: indicators lsp --stdio', '请指定通信方式：indicators lsp --stdio'),
      );
    return new Promise(() => {
      // The server is a bundle of its own, so that no other command loads it; it ends the process on `exit`.
      require('./server.js');
    });
  },
};
