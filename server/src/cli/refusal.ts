/** What the system said when a file could not be read or written, in words. */
import { CannotRun } from '../base/cannotRun.ts';
import { type LocalText, localText } from '../base/locale.ts';

/** `what`: “cannot read x”. */
export function cannot(what: LocalText, error: unknown): CannotRun {
  const code = reasonOf(error);
  const why = reasons[code] ?? localText(code, code);
  return new CannotRun(localText(`${what.en}: ${why.en}`, `${what['zh-CN']}：${why['zh-CN']}`));
}

/** Why the system refused: `ENOENT`, `EACCES`… */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return String(error);
}

const reasons: Readonly<Record<string, LocalText>> = {
  ENOENT: localText('there is no such file or folder', '没有该文件或文件夹'),
  ENOTDIR: localText('part of the path is no folder', '路径中有一部分不是文件夹'),
  EEXIST: localText('a file of that name stands there', '已有同名文件'),
  EISDIR: localText('it is a folder', '它是文件夹'),
  EACCES: localText('it is not permitted', '没有权限'),
  EPERM: localText('it is not permitted', '没有权限'),
  EROFS: localText('the disk is read-only', '磁盘只读'),
  ENOSPC: localText('the disk is full', '磁盘已满'),
};
