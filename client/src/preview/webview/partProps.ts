/** What every part of the page is given. */
import { useEffect } from 'preact/hooks';
import type { PageExport, RankingView } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './english.ts';
import type { Host } from './host.ts';
import type { ViewState } from './viewState.ts';

export interface PartProps {
  readonly ranking: RankingView;
  readonly view: ViewState;
  readonly strings: Strings;
  readonly change: (part: Partial<ViewState>) => void;
  readonly host: Host;
  /** Ids of the indicator at the editor's cursor, from level 1 down. */
  readonly cursor: readonly string[];
  /** What the editor wants of this part as a file; null: nothing. */
  readonly asked: Asked | null;
}

export interface Asked {
  readonly format: PageExport['format'];
  /** It is made, or cannot be. */
  readonly done: () => void;
}

/** Makes what is asked for, once; a part that is not ready to make it passes null. */
export function useAsked(asked: Asked | null, make: (format: PageExport['format']) => void): void {
  useEffect(() => {
    if (asked === null) return;
    asked.done();
    make(asked.format);
  }, [asked]);
}
