/** The server's answer to a question of the page: asked anew when the question or the ranking changes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { QuestionKind, Questions } from '../../../../server/src/protocol/questions.ts';
import type { Host } from './host.ts';

/**
 * `undefined` until the first answer comes; meanwhile, and while a new one is on its way, the last answer stays. `ranking`
 * is what the answer is about: another one makes the answer old. `asked` null: nothing is asked. Asks once at a time: of
 * many questions that change while the server works (a slider that is drawn), the last is asked.
 */
export function useAnswer<Kind extends QuestionKind>(
  host: Host,
  kind: Kind,
  asked: Questions[Kind]['asked'] | null,
  ranking: unknown,
): Questions[Kind]['answer'] | null | undefined {
  const [answer, setAnswer] = useState<Questions[Kind]['answer'] | null | undefined>(undefined);
  const wanted = useRef(asked);
  const state = useRef({ isAsking: false, isOutdated: false, isThere: true });
  const key = JSON.stringify(asked);
  useEffect(() => {
    wanted.current = asked;
    state.current.isOutdated = true;
    void follow();
  }, [host, kind, key, ranking]);
  useEffect(() => {
    state.current.isThere = true;
    return () => {
      state.current.isThere = false;
    };
  }, []);

  const follow = async () => {
    const now = state.current;
    if (now.isAsking) return;
    now.isAsking = true;
    while (now.isOutdated && now.isThere) {
      now.isOutdated = false;
      const given = wanted.current === null ? undefined : await host.ask(kind, wanted.current);
      if (now.isThere) setAnswer(given);
    }
    now.isAsking = false;
  };
  return answer;
}
