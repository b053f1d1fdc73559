/** The whole page: what the editor sent, how the reader looks at it, and which part is shown. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MessagesToPage, PageExport } from '../../../../server/src/protocol/preview.ts';
import { Banner, EmptyPage, StateChip } from './banner.tsx';
import { BaselineSelect } from './baseline.tsx';
import { Expectations } from './expectations.tsx';
import { HeatPart } from './heatPart.tsx';
import type { Host } from './host.ts';
import { IndicatorPart } from './indicatorPart.tsx';
import { MovesPart } from './movesPart.tsx';
import type { PartProps } from './partProps.ts';
import { Publications } from './publications.tsx';
import { changedReport, type ShownReport, shownReport } from './ranking.ts';
import { RankingPart } from './rankingPart.tsx';
import { stringsFor } from './strings.ts';
import { Tabs } from './tabs.tsx';
import { TierTable } from './tierTable.tsx';
import { fittingView, restoredView, type ViewState } from './viewState.ts';

interface AppProps {
  readonly host: Host;
  readonly definition: string;
  /** Until the first report says better. */
  readonly language: string;
}

type Unavailable = MessagesToPage['unavailable']['reason'] | null;

export function App({ host, definition, language }: AppProps) {
  const [report, setReport] = useState<ShownReport | null>(null);
  const shown = useRef<ShownReport | null>(null);
  const [unavailable, setUnavailable] = useState<Unavailable>(null);
  const [view, setView] = useState<ViewState>(() => restoredView(host.saved));
  const [wanted, setWanted] = useState<PageExport | null>(null);
  const [cursor, setCursor] = useState<readonly string[]>([]);
  const change = (part: Partial<ViewState>) => setView(old => ({ ...old, ...part }));
  const show = (next: ShownReport) => {
    shown.current = next;
    setUnavailable(null);
    setReport(next);
  };

  useLayoutEffect(
    () =>
      host.onMessage(message => {
        if (message.type === 'cursor') setCursor(message.payload.path);
        if (message.type === 'baseline') change({ baseline: message.payload });
        if (message.type === 'make') {
          setWanted(message.payload);
          change({ tab: message.payload.part, movesAs: 'chart' });
        }
        if (message.type === 'unavailable') setUnavailable(message.payload.reason);
        if (message.type === 'show') {
          show(shownReport(message.payload));
          if (message.payload.ranking === null) setWanted(null); // the page says why there is nothing to make it of
        }
        if (message.type === 'change') {
          const next = changedReport(shown.current, message.payload);
          if (next !== null) show(next);
          else host.post('ready', { baseline: baseline.current });
        }
      }),
    [host],
  );
  useEffect(() => host.save({ uri: definition, view }), [host, definition, view]);
  // An effect runs when the page is painted.
  useEffect(() => {
    if (report !== null) host.post('shown', { revision: report.revision });
  }, [host, report]);

  const baseline = useRef(view.baseline);
  baseline.current = view.baseline;
  const isFirst = useRef(true);
  const baselineKey = JSON.stringify(view.baseline);
  useEffect(() => {
    if (isFirst.current) host.post('ready', { baseline: view.baseline });
    else host.post('compare-with', view.baseline);
    isFirst.current = false;
  }, [baselineKey]);

  const strings = stringsFor(report?.locale ?? (language.startsWith('zh') ? 'zh-CN' : 'en'));
  useEffect(() => {
    document.documentElement.lang = strings.locale;
  }, [strings]);

  const ranking = report?.ranking ?? null;
  const fitting = useMemo(() => (ranking === null ? view : fittingView(view, ranking)), [ranking, view]);
  const asked = useMemo(
    () => (wanted?.part === view.tab ? { format: wanted.format, done: () => setWanted(null) } : null),
    [wanted, view.tab],
  );
  const showProblems = () => host.post('show-problems', {});

  if (report === null || ranking === null) {
    return <EmptyPage report={report} unavailable={unavailable} strings={strings} showProblems={showProblems} />;
  }
  const { system } = ranking;
  const part: PartProps = { ranking, view: fitting, strings, change, host, cursor, asked };
  return (
    <main class="preview">
      <Banner
        state={report.state}
        ranking={ranking}
        unavailable={unavailable}
        strings={strings}
        showProblems={showProblems}
      />
      <header class="head">
        <h1 title={system.title}>
          {system.title} {system.edition !== null && <span class="edition">{strings.edition(system.edition)}</span>}
        </h1>
        <span class="quiet">{strings.units(ranking.units.length)}</span>
        {report.state.kind === 'current' && (
          <StateChip state={report.state} strings={strings} showProblems={showProblems} />
        )}
        <BaselineSelect ranking={ranking} view={view} change={change} strings={strings} host={host} />
      </header>
      <Tabs ranking={ranking} tab={view.tab} strings={strings} choose={tab => change({ tab })} />
      <section class="part" role="tabpanel" id={`part-${view.tab}`} aria-labelledby={`tab-${view.tab}`}>
        {view.tab === 'ranking' && <RankingPart {...part} />}
        {view.tab === 'moves' && <MovesPart {...part} />}
        {view.tab === 'indicators' && <IndicatorPart {...part} />}
        {view.tab === 'heat' && <HeatPart {...part} />}
        {view.tab === 'tiers' && <TierTable ranking={ranking} strings={strings} host={host} />}
        {view.tab === 'publications' && <Publications ranking={ranking} strings={strings} host={host} />}
        {view.tab === 'expectations' && <Expectations ranking={ranking} strings={strings} host={host} />}
      </section>
    </main>
  );
}
