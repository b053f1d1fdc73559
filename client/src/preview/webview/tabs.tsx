/** The tabs, with the number of expectations that hold always in view. */
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './english.ts';
import type { Tab } from './viewState.ts';

const tabs: readonly Tab[] = ['ranking', 'moves', 'indicators', 'heat', 'tiers', 'publications', 'expectations'];

interface TabsProps {
  readonly ranking: RankingView;
  readonly tab: Tab;
  readonly strings: Strings;
  readonly choose: (tab: Tab) => void;
}

export function Tabs({ ranking, tab, strings, choose }: TabsProps) {
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]!;
    choose(next);
    document.getElementById(`tab-${next}`)?.focus();
    event.preventDefault();
  };
  return (
    <div class="tabs" role="tablist" aria-label={strings.tabList} onKeyDown={move}>
      {tabs.map(name => (
        <button
          type="button"
          key={name}
          id={`tab-${name}`}
          role="tab"
          aria-selected={name === tab}
          aria-controls={`part-${name}`}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => choose(name)}
        >
          {strings.tabs[name]}
          <Count ranking={ranking} tab={name} strings={strings} />
        </button>
      ))}
    </div>
  );
}

function Count({ ranking, tab, strings }: Omit<TabsProps, 'choose'>) {
  if (tab === 'publications' && ranking.publications.length > 0) {
    return <span class="count">{ranking.publications.length}</span>;
  }
  if (tab !== 'expectations' || ranking.expectations.length === 0) return null;
  const held = ranking.expectations.filter(({ holds }) => holds === true).length;
  const all = ranking.expectations.length;
  return (
    <span class={`count ${held === all ? 'is-good' : 'is-bad'}`}>
      <span aria-hidden="true">{held === all ? '✓' : '✗'} </span>
      <span class="for-ears">{strings.held(held, all)}</span>
      <span aria-hidden="true">
        {held}/{all}
      </span>
    </span>
  );
}
