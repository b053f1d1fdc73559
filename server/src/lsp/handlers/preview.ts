import { preview } from '../../features/preview.ts';
import { type PreviewAnswer, type PreviewParams, previewRequest } from '../../protocol/requests.ts';
import { keyOf, type Session } from '../session.ts';

export function onPreview(session: Session): void {
  session.connection.onRequest(previewRequest, async ({ uri, baseline }: PreviewParams): Promise<PreviewAnswer> => {
    const opened = session.opened(uri);
    const file = opened?.file ?? keyOf(uri);
    if (opened !== undefined) await session.complete(file);
    const compared = opened !== undefined && baseline === 'saved' ? await session.readSaved(file) : undefined;
    const { version } = opened?.document ?? { version: 0 };
    const lastGood = session.lastGood(file);
    return preview(session.workspace, { file, uri, version, baseline: compared, lastGood }, session.locale);
  });
}
