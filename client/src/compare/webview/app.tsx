/** The whole page: what the two are, what changed, what it does. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { CompareAnswer, CompareMessagesToPage, ComparisonView } from '../../../../server/src/protocol/compare.ts';
import type { Host } from './host.ts';
import { Section } from './section.tsx';
import { type Strings, stringsFor } from './strings.ts';

interface AppProps {
  readonly host: Host;
  /** Until the first answer says better. */
  readonly language: string;
}

type Unavailable = CompareMessagesToPage['unavailable']['reason'];

export function App({ host, language }: AppProps) {
  const [answer, setAnswer] = useState<CompareAnswer | null>(null);
  const [view, setView] = useState<ComparisonView | null>(null);
  const [unavailable, setUnavailable] = useState<Unavailable | null>(null);

  useLayoutEffect(
    () =>
      host.onMessage(message => {
        if (message.type === 'unavailable') return setUnavailable(message.payload.reason);
        setUnavailable(null);
        setAnswer(message.payload);
        if (message.payload.kind === 'compared') setView(message.payload);
      }),
    [host],
  );

  const strings = stringsFor(answer?.locale ?? (language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'));
  useEffect(() => {
    document.documentElement.lang = strings.locale;
  }, [strings]);

  const notice = noticeOf(answer, unavailable, strings);
  return (
    <main>
      <header>
        <h1>{view?.title ?? strings.comparison}</h1>
        <p class="against">
          {view !== null && <span class="quiet">{strings.against(view.base)}</span>}
          <button type="button" class="link" onClick={() => host.post('choose', {})}>
            {strings.choose}
          </button>
          <button type="button" class="link" onClick={() => host.post('refresh', {})}>
            {strings.refresh}
          </button>
        </p>
      </header>
      <div role="status">{notice !== null && <p class="notice">{notice}</p>}</div>
      {view !== null && answer?.kind !== 'refused' && <Comparison view={view} host={host} strings={strings} />}
    </main>
  );
}

function noticeOf(answer: CompareAnswer | null, unavailable: Unavailable | null, strings: Strings): string | null {
  if (unavailable !== null) return strings[unavailable];
  if (answer === null) return strings.comparing;
  if (answer.kind === 'unreadable') return strings.unreadable;
  return answer.kind === 'refused' ? answer.reason : null;
}

interface ComparisonProps {
  readonly view: ComparisonView;
  readonly host: Host;
  readonly strings: Strings;
}

function Comparison({ view, host, strings }: ComparisonProps) {
  const [opened, setOpened] = useState(host.opened);
  const toggle = (title: string, isOpen: boolean) => {
    const now = { ...opened, [title]: isOpen };
    setOpened(now);
    host.saveOpened(now);
  };
  return (
    <>
      <ul class="summary">
        {view.summary.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {view.sections.map((table, index) => (
        <Section
          key={table.title}
          table={table}
          isOpen={opened[table.title] ?? index < 2}
          toggle={isOpen => toggle(table.title, isOpen)}
          reveal={target => host.post('reveal', target)}
          strings={strings}
        />
      ))}
    </>
  );
}
