/**
 * A quick look whether a piece is as the schema says, right at its nodes: nearly all are. It is made of the schema itself
 * (`schemas/sound.mjs`) and never takes for sound what the compiled validators object to; what is wrong with the others is
 * theirs to say.
 */
import { type Node, resolved } from '../syntax/tree.ts';
import { isConfiguration, isIndicator, isSystem } from './generated/sound.js';
import type { PieceKind } from './subject.ts';

export function isSound(piece: Node, kind: PieceKind): boolean {
  const written = resolved(piece);
  switch (kind) {
    case 'system':
      return isSystem(written);
    case 'indicator':
      return isIndicator(written);
    case 'configuration':
      return isConfiguration(written);
  }
}
