/** What a definition is compared with: found in git or beside it, and read under a name of its own. */
import { localText } from '../base/locale.ts';
import type { CompareBase } from '../protocol/base.ts';
import { pastOf, versionAt } from '../workspace/files.ts';
import type { PastFile } from './host.ts';
import { type FoundBase, keyOf, type Session } from './session.ts';
import { inSlices } from './slices.ts';

type Found = FoundBase | Extract<PastFile, { kind: 'refused' }>;

export interface BaseQuery {
  readonly base: CompareBase;
  /** `known`: as it was read before, if it was; `anew`: as it is on disk and in git now. */
  readonly reading: 'known' | 'anew';
}

/** Finds it and reads it with all that it needs. Whether there is a definition in it is another question. */
export async function readBase(session: Session, file: string, query: BaseQuery): Promise<Found> {
  const found = await findBase(session, file, query);
  if (found.kind === 'refused') return found;
  const { base, source } = found;
  if (query.reading === 'anew' && pastOf(base) === undefined && !session.workspace.files.includes(base)) {
    session.reading.forgetWithData(base);
  }
  await session.reading.beside(base, source);
  await inSlices(session.host, session.workspace.prepare(base, file));
  // Meanwhile either may have been read anew.
  while (session.reading.isLacking(file) || !session.reading.isThere(base)) {
    await session.reading.all(file);
    await session.reading.beside(base, source);
  }
  return found;
}

/** What has been found and read before; `undefined`: it must be read first. */
export function knownBase(session: Session, file: string, base: CompareBase): FoundBase | undefined {
  const previous = base.kind === 'previous' ? session.workspace.previousOf(file) : undefined;
  const place = base.kind === 'file' ? keyOf(base.uri) : previous;
  const found = base.kind === 'commit' ? session.basesFound.get(commitKey(file, base)) : place && asFound(place);
  return found && session.reading.isThere(found.base) ? found : undefined;
}

async function findBase(session: Session, file: string, { base, reading }: BaseQuery): Promise<Found> {
  switch (base.kind) {
    case 'previous': {
      const previous = session.workspace.previousOf(file);
      return previous === undefined ? { kind: 'refused', reason: noPrevious } : asFound(previous);
    }
    case 'file':
      return asFound(keyOf(base.uri));
    case 'commit': {
      const key = commitKey(file, base);
      const known = session.basesFound.get(key);
      if (known !== undefined && reading === 'known') return known;
      const past = await session.host.readAt(base.revision, file);
      if (past.kind === 'refused') return past;
      const version = versionAt(file, past.commit);
      if (known !== undefined && known.base !== version) session.reading.forgetWithData(known.base);
      const { revision } = base;
      const shown = past.commit.startsWith(revision) ? revision : `${revision} (${past.commit.slice(0, 7)})`;
      const found: FoundBase = { kind: 'found', base: version, source: version, name: shown };
      session.basesFound.set(key, found);
      return found;
    }
  }
}

function commitKey(file: string, base: CompareBase): string {
  return JSON.stringify([file, base]);
}

function asFound(file: string): FoundBase {
  return { kind: 'found', base: file, source: file, name: decodeURIComponent(file.replace(/^.*\//, '')) };
}

const noPrevious = localText(
  'The definition names no previous edition: write previous: with the path of one.',
  '定义中没有上一版：请用 previous: 写明其路径。',
);
