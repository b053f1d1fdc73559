import { preview } from '../../features/preview/preview.ts';
import type { BaselineText } from '../../features/preview/ranking.ts';
import { type PreviewAnswer, type PreviewParams, previewRequest } from '../../protocol/requests.ts';
import { readBase } from '../base.ts';
import { keyOf, type Session } from '../session.ts';

export function onPreview(session: Session): void {
  session.connection.onRequest(previewRequest, async (params: PreviewParams): Promise<PreviewAnswer> => {
    const { uri } = params;
    const opened = session.opened(uri);
    const file = opened?.file ?? keyOf(uri);
    if (opened !== undefined) await session.complete(file);
    const baseline = opened === undefined ? undefined : await readBaseline(session, file, params);
    const { version } = opened?.document ?? { version: 0 };
    const lastGood = session.lastGood(file);
    return preview(session.workspace, { file, uri, version, baseline, lastGood }, session.locale);
  });
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
