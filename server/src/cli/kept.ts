/**
 * What a run found out from files is kept, and is the answer again for as long as all that it was found from is as it was.
 * Holds for whatever depends on nothing but the question and on what is read through `read`. An answer that is not there, is
 * damaged or cannot be kept is found anew. Does not know what is asked.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepFile, removeOldest } from '../start/keptFiles.ts';
import type { FileContent } from '../workspace/facts.ts';
import { digest } from './digest.ts';

/** Where answers are kept, and for which build of ours. */
export interface Keeping {
  readonly folder: string;
  readonly build: string;
}

export type Read = (file: string) => FileContent;

export interface Found<Answer> {
  /** Plain data. */
  readonly answer: Answer;
  /** Another run would find the same. */
  readonly isLasting: boolean;
}

interface Entry<Answer> {
  readonly question: string;
  /** Each file that was read, and what was read of it. */
  readonly facts: readonly (readonly [file: string, content: string])[];
  readonly answer: Answer;
}

export function keptOrFound<Answer>(
  question: readonly unknown[],
  read: Read,
  find: (read: Read) => Found<Answer>,
  keeping: Keeping | undefined,
): Answer {
  if (keeping === undefined) return find(read).answer;
  const whole = JSON.stringify([keeping.build, process.version, ...question]);
  const path = join(keeping.folder, digest(whole));
  const kept = readEntry<Answer>(path);
  const holds = ([file, content]: Entry<Answer>['facts'][number]) => contentOf(read(file)) === content;
  if (kept?.question === whole && kept.facts.every(holds)) return kept.answer;
  const facts: Entry<Answer>['facts'][number][] = [];
  const remembering = (file: string) => {
    const content = read(file);
    facts.push([file, contentOf(content)]);
    return content;
  };
  const { answer, isLasting } = find(remembering);
  if (isLasting) keep(path, { question: whole, facts, answer });
  return answer;
}

const mostKept = 1_000;
const longest = 200_000;

/** After a run. */
export function removeOldAnswers({ folder }: Keeping): void {
  removeOldest(folder, /^[0-9a-f]{32}/, mostKept);
}

function contentOf(content: FileContent): string {
  if (content.kind === 'bytes') return `${content.bytes.length} ${digest(content.bytes)}`;
  return content.kind === 'unreadable' ? `unreadable: ${content.reason}` : content.kind;
}

/** The digest of the rest stands first. */
function readEntry<Answer>(path: string): Entry<Answer> | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    const rest = text.slice(33);
    return text.startsWith(`${digest(rest)}\n`) ? (JSON.parse(rest) as Entry<Answer>) : undefined;
  } catch {
    return undefined;
  }
}

function keep(path: string, entry: Entry<unknown>): void {
  const text = JSON.stringify(entry);
  if (text.length <= longest) keepFile(path, `${digest(text)}\n${text}`);
}
