/** What the reader must know before believing the numbers: stale, out of reach, not there. */
import type { PreviewState, RankingView } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './english.ts';
import type { ShownReport } from './ranking.ts';

interface BannerProps {
  readonly state: PreviewState;
  readonly ranking: RankingView;
  readonly unavailable: 'starting' | 'stopped' | null;
  readonly strings: Strings;
  readonly showProblems: () => void;
}

/** Always in the page, so that a screen reader hears what comes into it. */
export function Banner({ state, ranking, unavailable, strings, showProblems }: BannerProps) {
  const texts = [
    unavailable && strings[unavailable],
    state.kind === 'stale' && strings.stale(state.errors),
    state.kind === 'current' && ranking.baseline === 'not-scored' && (ranking.baselineRefusal ?? strings.notScored),
  ].filter(text => typeof text === 'string');
  return (
    <div role="status">
      {texts.length > 0 && (
        <div class={`banner ${state.kind === 'stale' || unavailable !== null ? 'is-warning' : ''}`}>
          <span>{texts.join(' ')}</span>
          {state.kind === 'stale' && (
            <button type="button" class="link" onClick={showProblems}>
              {strings.showProblems}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Findings that do not stop the scoring: one quiet word, and the way to them. */
export function StateChip({ state, strings, showProblems }: Pick<BannerProps, 'state' | 'strings' | 'showProblems'>) {
  const { errors, warnings } = state;
  if (errors + warnings === 0) return null;
  const parts = [errors > 0 && strings.errors(errors), warnings > 0 && strings.warnings(warnings)].filter(Boolean);
  return (
    <button
      type="button"
      class={`link state ${errors > 0 ? 'is-error' : 'is-warning'}`}
      title={strings.showProblems}
      onClick={showProblems}
    >
      {parts.join(' · ')}
    </button>
  );
}

interface EmptyPageProps extends Pick<BannerProps, 'unavailable' | 'strings' | 'showProblems'> {
  readonly report: ShownReport | null;
}

export function EmptyPage({ report, unavailable, strings, showProblems }: EmptyPageProps) {
  const state = report?.state;
  const [title, advice] =
    state?.kind === 'empty'
      ? strings.empty[state.reason]
      : [unavailable === null ? strings.computing : strings[unavailable], null];
  return (
    <main class="empty" aria-live="polite">
      <h1>{title}</h1>
      {advice !== null && <p>{advice}</p>}
      {state !== undefined && (
        <p>
          <StateChip state={state} strings={strings} showProblems={showProblems} />
        </p>
      )}
    </main>
  );
}
