/** The server's answer to a question of the page: asked anew when the question or the ranking changes. */
import { useEffect, useState } from 'preact/hooks';
import type { QuestionKind, Questions } from '../../../../server/src/protocol/questions.ts';
import type { Host } from './host.ts';

/**
 * `undefined` until the first answer comes; meanwhile, and while a new one is on its way, the last answer stays. `ranking`
 * is what the answer is about: another one makes the answer old. `asked` null: nothing is asked.
 */
export function useAnswer<Kind extends QuestionKind>(
  host: Host,
  kind: Kind,
  asked: Questions[Kind]['asked'] | null,
  ranking: unknown,
): Questions[Kind]['answer'] | null | undefined {
  const [answer, setAnswer] = useState<Questions[Kind]['answer'] | null | undefined>(undefined);
  const key = JSON.stringify(asked);
  useEffect(() => {
    if (asked === null) return;
    let isWanted = true;
    void host.ask(kind, asked).then(given => {
      if (isWanted) setAnswer(given);
    });
    return () => {
      isWanted = false;
    };
  }, [host, kind, key, ranking]);
  return answer;
}
