import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/base/text.ts';
import { insertEntry, removeEntry, renameKey } from '../../server/src/syntax/edit.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { entryOf, type MapNode, type Node, type Tree } from '../../server/src/syntax/tree.ts';
import { definitionText } from './syntaxTexts.ts';

/** All maps but the pairs without braces in `[a: 1]`. */
function mapsOf(node: Node | undefined): readonly MapNode[] {
  if (node?.kind === 'sequence') return node.items.flatMap(mapsOf);
  if (node?.kind !== 'map') return [];
  const isBare = node.style === 'flow' && node.piece.text[node.start] !== '{';
  return [...(isBare ? [] : [node]), ...node.entries.flatMap(entry => mapsOf(entry.value))];
}

function commentTexts(tree: Tree): readonly string[] {
  return tree.comments().map(comment => comment.text);
}

/** All values in order; blank lines after a block scalar may become part of it when what follows is taken out. */
function values(node: Node | undefined): unknown {
  if (node?.kind === 'sequence') return node.items.map(values);
  if (node?.kind === 'map') return node.entries.map(entry => [entry.key.value, values(entry.value)]);
  if (node?.kind !== 'scalar') return undefined;
  return typeof node.value === 'string' ? node.value.trimEnd() : node.value;
}

describe('edits', () => {
  test('an entry put into any map is there, disturbs nothing, and taken out leaves the text as it was', () => {
    fc.assert(
      fc.property(definitionText, fc.nat(), fc.nat(), (text, which, where) => {
        const tree = parse(text);
        const maps = mapsOf(tree.root);
        const index = which % maps.length;
        const map = maps[index]!;
        const after = map.entries.length === 0 ? undefined : String(map.entries[where % map.entries.length]!.key.value);
        const withEntry = applyEdits(
          text,
          insertEntry(tree, map, 'new key', '12', after === undefined ? {} : { after }),
        );
        const treeWith = parse(withEntry);
        expect(treeWith.errors).toEqual([]);
        expect(commentTexts(treeWith)).toEqual(commentTexts(tree));
        const mapWith = mapsOf(treeWith.root)[index]!;
        const entry = entryOf(mapWith, 'new key')!;
        expect(values(entry.value)).toBe(12);
        expect(
          mapWith.entries.filter(other => other !== entry).map(other => [other.key.value, values(other.value)]),
        ).toEqual(values(map));
        expect(applyEdits(withEntry, removeEntry(treeWith, mapWith, entry))).toBe(text);
      }),
      { numRuns: Number(process.env.RUNS ?? 200) },
    );
  });

  test('any entry but the only one can be taken out or renamed, and the rest says what it said', () => {
    fc.assert(
      fc.property(definitionText, fc.nat(), fc.nat(), (text, which, where) => {
        const tree = parse(text);
        const maps = mapsOf(tree.root);
        const index = which % maps.length;
        const map = maps[index]!;
        if (map.entries.length < 2) return;
        const entry = map.entries[where % map.entries.length]!;
        const kept = map.entries.filter(other => other !== entry).map(other => [other.key.value, values(other.value)]);
        const removal = removeEntry(tree, map, entry);
        const without = parse(applyEdits(text, removal));
        expect(without.errors).toEqual([]);
        if (removal.length > 0) expect(JSON.stringify(values(without.root))).toContain(JSON.stringify(kept));
        const renamed = parse(applyEdits(text, renameKey(tree, entry, 'new: key')));
        expect(renamed.errors).toEqual([]);
        expect(commentTexts(renamed)).toEqual(commentTexts(tree));
        expect(values(entryOf(mapsOf(renamed.root)[index], 'new: key')?.value)).toEqual(values(entry.value));
      }),
      { numRuns: Number(process.env.RUNS ?? 200) },
    );
  });
});
