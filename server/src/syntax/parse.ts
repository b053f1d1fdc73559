/**
 * Text to tree. A text of which nothing is known yet is read in one go. Where something in it is uncertain, the cutter
 * finds the pieces, and each is read by itself. The tree before is a hint: where little has changed since, only that is
 * cut and read (`reparse.ts`), and where the text had to be cut anew, pieces whose text is the same are taken from it, with
 * their nodes. Any text gives a tree.
 */
import { LongText } from '../base/longText.ts';
import { cutFile, wholeFile } from './cut.ts';
import { FileTree } from './fileTree.ts';
import { readCut } from './readCut.ts';
import { readWhole } from './readWhole.ts';
import { readAgain } from './reparse.ts';
import type { Tree } from './tree.ts';

/** The result does not depend on `previous`, except in which of its parts are the same objects. */
export function parse(text: string | LongText, previous?: Tree): Tree {
  const source = LongText.of(text);
  const before = previous instanceof FileTree ? previous : undefined;
  const change = before && source.changeSince(before.source);
  if (before !== undefined && change === undefined) return before;
  const again = change && readAgain(before!.reading, source, change);
  if (again !== undefined) return new FileTree(source, again, before);
  const whole = String(source);
  const inOneGo = before === undefined ? readWhole(whole) : undefined;
  if (inOneGo !== undefined) return new FileTree(source, inOneGo);
  const reading = readCut(whole, cutFile(whole), 'file', before?.reading);
  if (reading !== undefined) return new FileTree(source, reading, before);
  // Nothing is wrong with the text, and yet the cutter saw items where YAML sees something else.
  return new FileTree(source, readCut(whole, wholeFile(whole), 'file', before?.reading)!, before);
}
