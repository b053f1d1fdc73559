/** Which parts of a unit's breakdown are shown, and where a key takes the active one. Pure. */
import type { UnitPart } from '../../../../server/src/protocol/questions.ts';

/** The parts whose parents are all open, in order. */
export function shownParts(parts: readonly UnitPart[], opened: ReadonlySet<string>): readonly UnitPart[] {
  const shown: UnitPart[] = [];
  let closedDepth = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (part.depth > closedDepth) continue;
    shown.push(part);
    closedDepth = opened.has(part.id) ? Number.POSITIVE_INFINITY : part.depth;
  }
  return shown;
}

export type TreeMove = { readonly active: number } | { readonly open: string } | { readonly close: string };

/** As in the editor's own trees; null: the key does nothing here. */
export function movedPart(
  shown: readonly UnitPart[],
  active: number,
  opened: ReadonlySet<string>,
  key: string,
): TreeMove | null {
  const part = shown[active];
  if (part === undefined) return null;
  const isOpen = opened.has(part.id);
  switch (key) {
    case 'ArrowDown':
      return { active: Math.min(shown.length - 1, active + 1) };
    case 'ArrowUp':
      return { active: Math.max(0, active - 1) };
    case 'Home':
      return { active: 0 };
    case 'End':
      return { active: shown.length - 1 };
    case 'ArrowRight':
      if (!isOpen) return { open: part.id };
      return { active: Math.min(shown.length - 1, active + (part.isLeaf ? 0 : 1)) };
    case 'ArrowLeft': {
      if (isOpen) return { close: part.id };
      const parent = shown.slice(0, active).findLastIndex(({ depth }) => depth < part.depth);
      return { active: parent < 0 ? active : parent };
    }
    default:
      return null;
  }
}
