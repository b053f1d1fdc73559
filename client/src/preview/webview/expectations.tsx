/** The known results that the definition names, and whether the scoring gives them. */
import type { ExpectationView, RankingView } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './english.ts';
import type { Host } from './host.ts';

interface ExpectationsProps {
  readonly ranking: RankingView;
  readonly strings: Strings;
  readonly host: Host;
}

export function Expectations({ ranking, strings, host }: ExpectationsProps) {
  if (ranking.expectations.length === 0) return <p class="note">{strings.noExpectations}</p>;
  return (
    <ul class="expectations">
      {ranking.expectations.map(expectation => (
        <Expectation
          key={expectation.index}
          expectation={expectation}
          strings={strings}
          reveal={() => host.post('reveal', { kind: 'expectation', index: expectation.index })}
        />
      ))}
    </ul>
  );
}

interface ExpectationProps {
  readonly expectation: ExpectationView;
  readonly strings: Strings;
  readonly reveal: () => void;
}

function Expectation({ expectation, strings, reveal }: ExpectationProps) {
  const { text, holds, actual, note } = expectation;
  const [look, mark, word] =
    holds === null
      ? ['is-unknown', '?', strings.unchecked]
      : holds
        ? ['is-good', '✓', strings.holds]
        : ['is-bad', '✗', strings.fails];
  return (
    <li>
      <button type="button" class="expectation" onClick={reveal}>
        <span class={`mark ${look}`} aria-hidden="true">
          {mark}
        </span>
        <span class="for-ears">{word}: </span>
        <span>
          {text}
          {holds === false && actual !== null && <strong> {strings.actual(actual)}</strong>}
          {holds === null && <strong> {strings.unchecked}</strong>}
          {note !== null && <span class="quiet"> {note}</span>}
        </span>
      </button>
    </li>
  );
}
