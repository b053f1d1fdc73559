import { localText } from '../../base/locale.ts';
import { compare } from '../../features/compare.ts';
import { type CompareAnswer, type CompareParams, compareRequest } from '../../protocol/compare.ts';
import { pastOf, versionAt } from '../../workspace/files.ts';
import type { PastFile } from '../host.ts';
import { keyOf, type Session } from '../session.ts';

export function onCompare(session: Session): void {
  /** By definition and revision: the version that was compared with last. */
  const versions = new Map<string, Version>();
  session.connection.onRequest<CompareAnswer, void>(compareRequest, async (params: CompareParams) => {
    const opened = session.opened(params.uri);
    const refused = (reason: string): CompareAnswer => ({ kind: 'refused', locale: session.locale, reason });
    if (opened === undefined) return refused(notOpen[session.locale]);
    await session.complete(opened.file);
    const found = await findBase(session, versions, opened.file, params);
    if (found.kind === 'refused') return refused(found.reason[session.locale]);
    const { base, source, name } = found;
    if (params.reading === 'anew' && pastOf(base) === undefined) session.forget(base);
    await session.readBeside(base, source);
    if (!session.workspace.isRead(base)) return refused(notThere(name)[session.locale]);
    return compare(session.workspace, { file: opened.file, base, baseName: name }, session.locale);
  });
}

interface Version {
  readonly kind: 'found';
  readonly base: string;
  /** The file that is read. */
  readonly source: string;
  readonly name: string;
}

type Found = Version | Extract<PastFile, { kind: 'refused' }>;

async function findBase(
  session: Session,
  versions: Map<string, Version>,
  file: string,
  { base, reading }: CompareParams,
): Promise<Found> {
  switch (base.kind) {
    case 'previous': {
      const previous = session.workspace.previousOf(file);
      return previous === undefined ? { kind: 'refused', reason: noPrevious } : asFound(previous);
    }
    case 'file':
      return asFound(keyOf(base.uri));
    case 'commit': {
      const key = JSON.stringify([file, base]);
      const known = versions.get(key);
      if (known !== undefined && reading === 'known') return known;
      const past = await session.host.readAt(base.revision, file);
      if (past.kind === 'refused') return past;
      const version = versionAt(file, past.commit);
      if (known !== undefined && known.base !== version) session.forget(known.base);
      const { revision } = base;
      const shown = past.commit.startsWith(revision) ? revision : `${revision} (${past.commit.slice(0, 7)})`;
      const found: Version = { kind: 'found', base: version, source: version, name: shown };
      versions.set(key, found);
      return found;
    }
  }
}

function asFound(file: string): Version {
  return { kind: 'found', base: file, source: file, name: decodeURIComponent(file.replace(/^.*\//, '')) };
}

const notOpen = localText('The definition is not open.', '定义文件未打开。');
const noPrevious = localText(
  'The definition names no previous edition: write previous: with the path of one.',
  '定义中没有上一版：请用 previous: 写明其路径。',
);

function notThere(name: string) {
  return localText(
    `The definition is not in ${name}, or cannot be read there.`,
    `${name} 中没有该定义文件，或无法读取。`,
  );
}
