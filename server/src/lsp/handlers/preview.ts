import { preview } from '../../features/preview/preview.ts';
import type { BaselineText } from '../../features/preview/ranking.ts';
import type { BaselineChoice } from '../../protocol/base.ts';
import type { PreviewReport } from '../../protocol/preview.ts';
import {
  type FollowPreviewParams,
  followPreviewNotification,
  type PreviewAnswer,
  type PreviewParams,
  previewRequest,
} from '../../protocol/requests.ts';
import { savedVersionOf } from '../../workspace/files.ts';
import { knownBase, readBase } from '../base.ts';
import { keyOf, type Session } from '../session.ts';

export function onPreview(session: Session): void {
  session.connection.onRequest(previewRequest, async (params: PreviewParams): Promise<PreviewAnswer> => {
    const { uri } = params;
    const opened = session.opened(uri);
    const file = opened?.file ?? keyOf(uri);
    if (opened !== undefined) await session.complete(file);
    const baseline = opened === undefined ? undefined : await readBaseline(session, file, params);
    return reportOf(session, uri, baseline);
  });
  session.connection.onNotification(followPreviewNotification, ({ uri, baseline }: FollowPreviewParams) => {
    const file = session.opened(uri)?.file ?? keyOf(uri);
    if (baseline === null) session.followed.delete(file);
    else
      session.followed.set(file, { report: () => followedReport(session, { uri, file }, baseline), isAwaited: true });
  });
}

function reportOf(session: Session, uri: string, baseline: BaselineText | undefined): PreviewReport {
  const opened = session.opened(uri);
  const file = opened?.file ?? keyOf(uri);
  const { version } = opened?.document ?? { version: 0 };
  const lastGood = session.lastGood(file);
  return preview(session.workspace, { file, uri, version, baseline, lastGood }, session.locale);
}

/** Without reading anything: `undefined` where something must be read first. */
function followedReport(
  session: Session,
  { uri, file }: { readonly uri: string; readonly file: string },
  baseline: BaselineChoice,
): PreviewReport | undefined {
  if (baseline.kind === 'none') return reportOf(session, uri, undefined);
  if (baseline.kind === 'saved') {
    const saved = savedVersionOf(file);
    return session.reading.isThere(saved)
      ? reportOf(session, uri, { file: saved, name: null, refusal: null })
      : undefined;
  }
  const found = knownBase(session, file, baseline);
  return found && reportOf(session, uri, { file: found.base, name: found.name, refusal: null });
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
