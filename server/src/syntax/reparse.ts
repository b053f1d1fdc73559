/**
 * After an edit only what it touched is cut and read again: the innermost items around it, or the own text of one piece.
 * That these are the pieces that the cutter would find in the whole text follows from how it works: where an item ends
 * depends on the columns of the pieces around it, and what comes after an item does not depend on what stands in it.
 */
import type { LongText, TextChange } from '../base/longText.ts';
import { type Columns, cutFile, cutItems } from './cut.ts';
import { readItems, readOwn } from './readCut.ts';
import { type Reading, readingWithItems } from './reading.ts';

/** What has been edited, and the text now. */
interface Edited extends TextChange {
  readonly source: LongText;
  /** Whether the text ended where the changed stretch did. */
  readonly isAtEnd: boolean;
}

/** `undefined`: the whole text has to be cut and read. */
export function readAgain(file: Reading, source: LongText, change: TextChange): Reading | undefined {
  return again(file, 0, [], { ...change, source, isAtEnd: change.oldEnd === file.length });
}

function again(reading: Reading, at: number, around: readonly Columns[], edited: Edited): Reading | undefined {
  const touched = touchedItems(reading, at, edited);
  if (touched === undefined) return withOwnText(reading, at, around, edited);
  const { from, to } = touched;
  const aroundItems = [...around, reading];
  const inner = from === to ? again(reading.items[from]!, at + reading.startOf(from), aroundItems, edited) : undefined;
  const items = inner === undefined ? itemsAgain(reading, at, touched, aroundItems, edited) : [inner];
  if (items === undefined || items.length === 0) return undefined;
  return reading.withItems([...reading.items.slice(0, from), ...items, ...reading.items.slice(to + 1)]);
}

/** The first and the last nested item whose lines the edit touches, where it touches nothing else. */
function touchedItems(reading: Reading, at: number, { start, oldEnd, isAtEnd }: Edited) {
  const last = reading.items.length - 1;
  const first = reading.itemAt(start - at);
  const isInLast = isAtEnd && last >= 0 && oldEnd - at === reading.startOf(last + 1);
  const from = first < 0 && isInLast && start === oldEnd ? last : first;
  const to = isInLast ? last : reading.itemAt(oldEnd - at);
  if (from < 0 || to < 0) return undefined;
  // What is put in before an item may belong to the one before.
  if (start - at > reading.startOf(from)) return { from, to };
  return from === 0 ? undefined : { from: from - 1, to };
}

function itemsAgain(
  reading: Reading,
  at: number,
  { from, to }: { readonly from: number; readonly to: number },
  around: readonly Columns[],
  { source, newEnd, oldEnd }: Edited,
): readonly Reading[] | undefined {
  const text = source.slice(at + reading.startOf(from), at + reading.startOf(to + 1) + newEnd - oldEnd);
  const cuts = cutItems(text, reading.items[from]!.dash, around);
  return cuts && readItems(text, cuts, reading.items.slice(from, to + 1));
}

/** Where the edit is in the piece's own text, before or after its nested items: a stand-in of one line takes their place. */
function withOwnText(
  reading: Reading,
  at: number,
  around: readonly Columns[],
  { source, start, oldEnd, newEnd }: Edited,
): Reading | undefined {
  const { items } = reading;
  if (items.length === 0) return undefined;
  const [hole, holeEnd] = [at + reading.startOf(0), at + reading.startOf(items.length)];
  const isBefore = start >= at && oldEnd < hole;
  if (!isBefore && start < holeEnd) return undefined;
  const grown = newEnd - oldEnd;
  const [newHole, newHoleEnd] = isBefore ? [hole + grown, holeEnd + grown] : [hole, holeEnd];
  const before = source.slice(at, newHole);
  const standIn = `${' '.repeat(items[0]!.dash)}- x\n`;
  const after = source.slice(newHoleEnd, at + reading.length + grown);
  const text = before + standIn + after;
  const cuts = around.length === 0 ? [cutFile(text)] : cutItems(text, reading.dash, around);
  const [cut, ...more] = cuts ?? [];
  const [item, ...others] = cut?.items ?? [];
  const isStandIn = item?.start === before.length && item.end === before.length + standIn.length;
  if (cut?.hole === undefined || more.length + others.length > 0 || !isStandIn || cut.hole.end !== item.end)
    return undefined;
  const role = around.length === 0 ? 'file' : 'item';
  const own = readOwn({ text: before + after, hole: before.length }, role);
  return own && readingWithItems(own, cut, cut.hole.key, items);
}
