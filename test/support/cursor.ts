/** A definition with the cursor marked `┆`, in a workspace in memory. */
import type { Position } from 'vscode-languageserver-types';
import { lineStarts, positionAt } from '../../server/src/base/text.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { inMemory } from './memory.ts';

export interface AtCursor {
  readonly workspace: Workspace;
  readonly file: string;
  /** Without the mark. */
  readonly text: string;
  readonly offset: number;
  readonly position: Position;
}

export function atCursor(marked: string, files: Readonly<Record<string, string | Uint8Array>> = {}): AtCursor {
  const offset = marked.indexOf('┆');
  if (offset < 0 || marked.includes('┆', offset + 1)) throw new Error('the text needs one ┆');
  const text = marked.replace('┆', '');
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text, ...files });
  return { workspace, file, text, offset, position: positionAt(lineStarts(text), offset) };
}
