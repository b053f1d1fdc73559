/** The server's side of the page, by the real features: a definition and its data from a folder or from texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Locale } from '../../../server/src/base/locale.ts';
import { answer } from '../../../server/src/features/answer.ts';
import { preview, shownScoring } from '../../../server/src/features/preview/preview.ts';
import type { PreviewReport } from '../../../server/src/protocol/preview.ts';
import type { Question, QuestionAnswer } from '../../../server/src/protocol/questions.ts';
import { inMemory } from '../../support/memory.ts';

export interface PlayedServer {
  readonly report: PreviewReport;
  readonly answer: (question: Question) => QuestionAnswer;
}

export function playServer(files: Readonly<Record<string, string | Uint8Array>>, locale: Locale): PlayedServer {
  const { workspace, file } = inMemory(files);
  const scoring = shownScoring(workspace, file);
  if (scoring === undefined) throw new Error('the definition cannot be scored');
  const query = { file, uri: file, version: 1, revision: 1, baseline: undefined, lastGood: undefined };
  return {
    report: preview(workspace, query, locale),
    answer: question => answer(workspace, { file, version: 1, scoring, question }, locale) ?? null,
  };
}

/** All files of a folder, by their path in it. */
export function filesIn(folder: string): Readonly<Record<string, Uint8Array>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = entries.map(entry => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map(path => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]));
}
