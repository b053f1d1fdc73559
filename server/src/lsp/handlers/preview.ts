import type { BaselineText } from '../../features/preview/ranking.ts';
import type { BaselineChoice } from '../../protocol/base.ts';
import {
  type FollowPreviewParams,
  followPreviewNotification,
  type PreviewAnswer,
  type PreviewParams,
  previewRequest,
} from '../../protocol/requests.ts';
import { savedVersionOf } from '../../workspace/files.ts';
import { knownBase, readBase } from '../base.ts';
import type { BaselineNow, Previewed } from '../previews.ts';
import { keyOf, type Session } from '../session.ts';

export function onPreview(session: Session): void {
  const { connection, previews } = session;
  connection.onRequest(previewRequest, async (params: PreviewParams): Promise<PreviewAnswer> => {
    const opened = session.opened(params.uri);
    if (opened !== undefined) await session.complete(opened.file);
    const baseline = opened === undefined ? undefined : await readBaseline(session, opened.file, params);
    return previews.answer(previewedOf(session, params.uri), baseline);
  });
  connection.onNotification(followPreviewNotification, ({ uri, baseline, shown }: FollowPreviewParams) => {
    const previewed = previewedOf(session, uri);
    if (baseline === null) previews.forget(previewed.file);
    else previews.follow(previewed, () => knownBaseline(session, previewed.file, baseline), shown);
  });
}

function previewedOf(session: Session, uri: string): Previewed {
  const opened = session.opened(uri);
  return { uri, file: opened?.file ?? keyOf(uri), version: opened?.document.version ?? 0 };
}

/** Without reading anything: `undefined` where something must be read first. */
function knownBaseline(session: Session, file: string, baseline: BaselineChoice): BaselineNow | undefined {
  if (baseline.kind === 'none') return { text: undefined };
  if (baseline.kind === 'saved') {
    const saved = savedVersionOf(file);
    return session.reading.isThere(saved) ? { text: { file: saved, name: null, refusal: null } } : undefined;
  }
  const found = knownBase(session, file, baseline);
  return found && { text: { file: found.base, name: found.name, refusal: null } };
}

/** `undefined`: nothing is compared. */
async function readBaseline(
  session: Session,
  file: string,
  { baseline, reading }: PreviewParams,
): Promise<BaselineText | undefined> {
  if (baseline.kind === 'none') return undefined;
  if (baseline.kind === 'saved') return { file: await session.reading.saved(file), name: null, refusal: null };
  const found = await readBase(session, file, { base: baseline, reading });
  if (found.kind === 'refused') return { file: undefined, name: null, refusal: found.reason[session.locale] };
  return { file: found.base, name: found.name, refusal: null };
}
