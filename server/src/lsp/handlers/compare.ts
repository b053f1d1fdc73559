import { localText } from '../../base/locale.ts';
import { compare } from '../../features/compare.ts';
import { type CompareAnswer, type CompareParams, compareRequest } from '../../protocol/compare.ts';
import { readBase } from '../base.ts';
import { withProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { inSlices } from '../slices.ts';

export function onCompare(session: Session): void {
  session.connection.onRequest<CompareAnswer, void>(compareRequest, async (params: CompareParams, token) => {
    const opened = session.opened(params.uri);
    const refused = (reason: string): CompareAnswer => ({ kind: 'refused', locale: session.locale, reason });
    if (opened === undefined) return refused(notOpen[session.locale]);
    await session.complete(opened.file);
    const found = await readBase(session, opened.file, params);
    if (found.kind === 'refused') return refused(found.reason[session.locale]);
    const { base, name } = found;
    if (!session.workspace.isRead(base)) return refused(notThere(name)[session.locale]);
    const steps = compare(session.workspace, { file: opened.file, base, baseName: name }, session.locale);
    // Who follows the typing need not be told.
    const answer =
      params.reading === 'known'
        ? await inSlices(session.host, steps, token)
        : await withProgress(session.connection, comparingWith(name)[session.locale], cancelling =>
            inSlices(session.host, steps, cancelling),
          );
    return answer ?? refused(cancelled[session.locale]);
  });
}

function comparingWith(name: string) {
  return localText(`Comparing with ${name}`, `正在与 ${name} 比较`);
}

const cancelled = localText('Comparing was cancelled. “Refresh” compares again.', '比较已取消。点“刷新”可重新比较。');

const notOpen = localText('The definition is not open.', '定义文件未打开。');
function notThere(name: string) {
  return localText(
    `The definition is not in ${name}, or cannot be read there.`,
    `${name} 中没有该定义文件，或无法读取。`,
  );
}
