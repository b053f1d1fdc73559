/**
 * The previews that a client shows: which report each of them has, which are followed, and sending what changes in them,
 * the ranking before the findings. Knows neither what is in a report nor when something has changed.
 */
import type { Connection } from 'vscode-languageserver';
import type { Locale } from '../base/locale.ts';
import { rankingChange } from '../features/preview/change.ts';
import {
  currentRanking,
  type MadePreview,
  madePreview,
  previewState,
  type ShownScoring,
  shownScoring,
} from '../features/preview/preview.ts';
import type { BaselineText } from '../features/preview/ranking.ts';
import type { PreviewChange, PreviewReport } from '../protocol/preview.ts';
import { type PreviewChangedParams, previewChangedNotification } from '../protocol/requests.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A definition and the client's name for it. */
export interface Previewed {
  readonly file: string;
  readonly uri: string;
  readonly version: number;
}

/** What is compared with; `undefined`: nothing is. */
export type BaselineNow = { readonly text: BaselineText | undefined };

export interface PreviewsOptions {
  readonly workspace: Workspace;
  readonly connection: Connection;
  readonly locale: () => Locale;
  /** The scoring of the text as it stands, else the last one that could be shown. */
  readonly lastGood: (file: string) => ShownScoring | undefined;
  /** Whether the client shows previews at all: another one is sent nothing that it would not know. */
  readonly areShown: boolean;
}

/** In milliseconds: what is told after the ranking does not wait longer for it to be shown. */
const longestWait = 150;

interface Followed {
  /** `undefined` where something must be read for it. */
  readonly baseline: () => BaselineNow | undefined;
  /** Revision of what the client shows. */
  shown: number;
  /** What was sent last is shown. */
  isAwaited: boolean;
  /** Something has changed that was not sent. */
  isDue: boolean;
}

export class Previews {
  private revision = 0;
  /** By file: what was answered or sent last. */
  private readonly sent = new Map<string, MadePreview>();
  private readonly followed = new Map<string, Followed>();
  /** By file: what is told after the ranking. */
  private readonly waiting = new Map<
    string,
    { readonly timer: ReturnType<typeof setTimeout>; readonly tell: () => void }
  >();

  constructor(private readonly options: PreviewsOptions) {}

  /** Files whose previews are followed. */
  get files(): readonly string[] {
    return [...this.followed.keys()];
  }

  answer(previewed: Previewed, baseline: BaselineText | undefined): PreviewReport {
    const { workspace, locale, lastGood } = this.options;
    this.revision += 1;
    const query = { ...previewed, revision: this.revision, baseline, lastGood: lastGood(previewed.file) };
    const made = madePreview(workspace, query, locale());
    this.sent.set(previewed.file, made);
    return made.report;
  }

  /** Said anew when something is shown. */
  follow(previewed: Previewed, baseline: Followed['baseline'], shown: number): void {
    const isDue = this.followed.get(previewed.file)?.isDue === true;
    this.followed.set(previewed.file, { baseline, shown, isAwaited: true, isDue: false });
    if (!isDue) this.tellWaiting(previewed.file);
    else if (!this.tellRanking(previewed)) this.tell(previewed);
    else if (!this.waiting.has(previewed.file)) this.tellState(previewed);
  }

  forget(file: string): void {
    this.followed.delete(file);
    this.sent.delete(file);
    this.tellWaiting(file);
  }

  /** Tells this, and only what came last, when the client shows the ranking: until then its time goes to that. */
  whenShown(file: string, tell: () => void): void {
    const timer = this.waiting.get(file)?.timer ?? setTimeout(() => this.tellWaiting(file), longestWait);
    this.waiting.set(file, { timer, tell });
  }

  private tellWaiting(file: string): void {
    const waiting = this.waiting.get(file);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.waiting.delete(file);
    waiting.tell();
  }

  /** Says that the preview has changed, with the report where it is followed. */
  tell(previewed: Previewed): void {
    const followed = this.followed.get(previewed.file);
    if (followed === undefined || this.isLater(previewed, followed)) {
      if (followed === undefined && this.options.areShown) this.send(previewed, undefined);
      return;
    }
    const baseline = followed.baseline();
    followed.isAwaited = baseline === undefined;
    this.send(previewed, baseline && this.answer(previewed, baseline.text));
  }

  /** Says it with what has changed in the ranking, without looking for findings; false where that cannot be said. */
  tellRanking(previewed: Previewed): boolean {
    const { file, version } = previewed;
    const followed = this.followed.get(file);
    const last = this.sent.get(file);
    if (followed === undefined || last?.made === undefined || last.report.state.kind !== 'current') return false;
    const { workspace, lastGood } = this.options;
    const locale = this.options.locale();
    if (last.report.locale !== locale) return false;
    const baseline = followed.baseline();
    if (baseline === undefined || shownScoring(workspace, file) === undefined) return false;
    lastGood(file);
    if (this.isLater(previewed, followed)) return true;
    if (last.report.revision !== followed.shown) return false;
    const made = currentRanking(workspace, { file, baseline: baseline.text, last: last.made }, locale);
    if (made === undefined) return false;
    this.revision += 1;
    const report = { ...last.report, version, revision: this.revision, ranking: made.ranking };
    this.sent.set(file, { report, made });
    followed.isAwaited = false;
    const { uri } = previewed;
    const change = rankingChange(last.made.ranking, made.ranking);
    this.send(previewed, { uri, version, base: last.report.revision, revision: this.revision, ...change });
    return true;
  }

  /** After `tellRanking`: what the findings say of it. */
  tellState(previewed: Previewed): void {
    const { file, uri, version } = previewed;
    const last = this.sent.get(file);
    if (last === undefined || this.followed.get(file)?.isDue !== false) return;
    const state = previewState(this.options.workspace, { file, lastGood: last.made?.scoring });
    if (JSON.stringify(state) === JSON.stringify(last.report.state)) return;
    this.sent.set(file, { ...last, report: { ...last.report, state } });
    const { revision } = last.report;
    this.send(previewed, { uri, version, base: revision, revision, state, head: {}, units: {} });
  }

  /** What cannot be shown in time is not sent: it is when what was sent before is shown. */
  private isLater(previewed: Previewed, followed: Followed): boolean {
    if (followed.isAwaited) return false;
    followed.isDue = true;
    this.send(previewed, 'later');
    return true;
  }

  private send({ uri, version }: Previewed, update: PreviewReport | PreviewChange | 'later' | undefined): void {
    const params: PreviewChangedParams = { uri, version, ...(update !== undefined && { update }) };
    void this.options.connection.sendNotification(previewChangedNotification, params);
  }
}
