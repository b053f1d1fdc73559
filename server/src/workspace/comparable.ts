/** What comparisons are made of. */
import { type Scoring, scoreSystem } from '../scoring/score.ts';
import type { Workspace } from './workspace.ts';

/** The scoring of a definition; where there are no units its structure can still be compared. */
export function comparableScoring(workspace: Workspace, file: string): Scoring {
  return workspace.scoring(file) ?? scoreSystem(workspace.system(file), workspace.data(file));
}
