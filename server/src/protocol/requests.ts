/**
 * Our own requests and notifications beside those of the Language Server Protocol: names, parameters and answers, as
 * plain types. Deliberately does not depend on a protocol library: both ends make their typed request from the names.
 */
import type { BaselineChoice } from './base.ts';
import type { PreviewChange, PreviewReport, PreviewTarget } from './preview.ts';

/** Request: the ranking of an open definition. Never fails for what the author wrote: the state says it. */
export const previewRequest = 'indicators/preview';

export interface PreviewParams {
  readonly uri: string;
  /** What the changes are counted from. */
  readonly baseline: BaselineChoice;
  /** `known`: the baseline as it was read before, if it was; `anew`: as it is on disk and in git now. */
  readonly reading: 'known' | 'anew';
}

export type PreviewAnswer = PreviewReport;

/** Request: how a unit came to its rank, from each cell on. null: there is no such unit, or nothing can be scored. */
export const explainRequest = 'indicators/explain';

export interface ExplainParams {
  readonly uri: string;
  /** The unit's id. */
  readonly unit: string;
}

export type ExplainAnswer = {
  /** The unit's name. */
  readonly title: string;
  /** CommonMark with tables; data texts are escaped. */
  readonly markdown: string;
} | null;

/** Request: the definition with everything inherited and every default written out. null: it is not open, or is none. */
export const resolvedRequest = 'indicators/resolved';

export interface ResolvedParams {
  readonly uri: string;
}

export type ResolvedAnswer = { readonly text: string } | null;

/** Request: a document of the ranking, for publication. null: nothing can be scored. */
export const documentRequest = 'indicators/document';

/** `html`: a page that stands alone, with its print form. */
export type DocumentFormat = 'xlsx' | 'html';

export interface DocumentParams {
  readonly uri: string;
  readonly format: DocumentFormat;
}

/** `name`: the proposed name of the file. A text is written as UTF-8. */
export type DocumentAnswer =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly base64: string }
  | null;

/** Request: where something of the preview is written (a unit: its row in the data file). null: nowhere. */
export const locateRequest = 'indicators/locate';

export interface LocateParams {
  readonly uri: string;
  readonly target: PreviewTarget;
}

/** As `Location` of the Language Server Protocol. */
export type LocateAnswer = {
  readonly uri: string;
  readonly range: { readonly start: LocatePosition; readonly end: LocatePosition };
} | null;

export interface LocatePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * Notification of the server: what `indicators/preview` answers for this document has changed (ranking, findings,
 * saved file or data). Sent in the pass that publishes the document's diagnostics.
 */
export const previewChangedNotification = 'indicators/previewChanged';

export interface PreviewChangedParams {
  readonly uri: string;
  readonly version: number;
  /**
   * Of a preview that is followed, if what it is compared with is at hand: the answer itself or what has changed in it.
   * `later`: it comes when what was sent before is shown.
   */
  readonly update?: PreviewReport | PreviewChange | 'later';
}

/**
 * Notification of the client: changes of a preview are to be sent with the notice that it has changed. Said again when one
 * is shown, so that what cannot be shown in time is not sent.
 */
export const followPreviewNotification = 'indicators/followPreview';

export interface FollowPreviewParams {
  readonly uri: string;
  /** What the changes are counted from. null: the preview is not followed any more. */
  readonly baseline: BaselineChoice | null;
  /** Revision of the report that is shown. */
  readonly shown: number;
}

/** What the client tells the server when it starts. */
export interface InitializationOptions {
  /** The editor's display language, such as `zh-cn`; the setting `indicators.locale` goes before it. */
  readonly locale: string;
  /** `push`: findings are published even where the client could pull them. */
  readonly diagnostics?: 'push';
  /** The client's command that shows the ranking of the definition whose URI it is given. */
  readonly previewCommand?: string;
}

/** Request of a server that cannot read a file itself (in a browser worker, of a folder not on this disk): its bytes. */
export const readFileRequest = 'indicators/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** Bytes go as they are between a page and its worker, whose messages are cloned; as text where messages are text. */
export type ReadFileAnswer =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'base64'; readonly base64: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Request of such a server: the files in a definition's folder and below, as URIs. */
export const listFilesRequest = 'indicators/listFiles';

export interface ListFilesParams {
  readonly uri: string;
  /** Without the dot: `csv`, `indicators.yaml`. */
  readonly endings: readonly string[];
}
