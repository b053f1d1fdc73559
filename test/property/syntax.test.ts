import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LongText } from '../../server/src/base/longText.ts';
import { FileTree } from '../../server/src/syntax/fileTree.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { readPiece } from '../../server/src/syntax/read.ts';
import { Reading } from '../../server/src/syntax/reading.ts';
import type { MapEntry, Node, Place, SyntaxProblem, Tree } from '../../server/src/syntax/tree.ts';
import { definitionText, edit, edited, lineSalad } from './syntaxTexts.ts';

/** All of a tree as plain data, with ranges of the file. */
function dump(tree: Tree): object {
  const range = (place: Place) => {
    const { start, end } = tree.rangeOf(place);
    return [start, end];
  };
  const node = (of: Node | undefined): unknown => {
    if (of === undefined) return undefined;
    switch (of.kind) {
      case 'scalar':
        return { range: range(of), value: of.value, source: of.source, style: of.style };
      case 'alias':
        return { range: range(of), name: of.name, target: of.target && range(of.target) };
      case 'map':
        return { range: range(of), style: of.style, entries: of.entries.map(entry) };
      case 'sequence':
        return { range: range(of), style: of.style, items: of.items.map(node) };
    }
  };
  const entry = (of: MapEntry): unknown => ({ range: range(of), key: node(of.key), value: node(of.value) });
  const comments = tree.comments().map(({ range: { start, end }, text }) => [start, end, text]);
  return { root: node(tree.root), comments };
}

function dumpWithErrors(tree: Tree): object {
  const errors = tree.errors.map(({ code, message, place }) => ({ code, message, range: tree.rangeOf(place) }));
  return { ...dump(tree), errors, aliasExpansion: tree.aliasExpansion };
}

/** As `toEqual`, and a hundred times as fast while they are the same. */
function expectSame(actual: object, expected: object): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

/** Of an item without any colon but a full-width one only `parse` says so. */
function isSeenWhole({ code }: SyntaxProblem): boolean {
  return code !== 'full-width-colon';
}

/** The same text read in one go, by `yaml`. */
function parseWhole(text: string): Tree {
  const own = readPiece({ text, hole: undefined });
  return new FileTree(LongText.of(text), new Reading(own, { dash: -1, keys: undefined }));
}

const runs = { numRuns: Number(process.env.RUNS ?? 200) };

describe('the tree', () => {
  test('of valid text is the same cut into items as read in one go', () => {
    fc.assert(
      fc.property(definitionText, text => {
        const whole = parseWhole(text);
        expect(whole.errors.map(error => error.code)).toEqual([]);
        const tree = parse(text);
        expect(tree.errors).toEqual([]);
        expectSame(dump(tree), dump(whole));
      }),
      runs,
    );
  });

  test('of any text without errors is the same, and no error is lost or invented by cutting', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          lineSalad,
          fc.tuple(definitionText, edit).map(([text, change]) => edited(text, change)),
        ),
        text => {
          const whole = parseWhole(text);
          const tree = parse(text);
          if (whole.errors.length > 0) expect(tree.errors).not.toEqual([]);
          if (tree.errors.some(isSeenWhole)) expect(whole.errors).not.toEqual([]);
          if (tree.errors.length === 0) expectSame(dump(tree), dump(whole));
        },
      ),
      { numRuns: runs.numRuns * 3 },
    );
  });

  test('after edits is the same as read from scratch', () => {
    fc.assert(
      fc.property(
        fc.oneof(definitionText, lineSalad),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (start, edits) => {
          let text = start;
          let tree = parse(text);
          for (const change of edits) {
            text = edited(text, change);
            tree = parse(text, tree);
            expectSame(dumpWithErrors(tree), dumpWithErrors(parse(text)));
          }
        },
      ),
      runs,
    );
  });

  test('exists for any text, with all places inside it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), lineSalad), text => {
        const tree = parse(text);
        const check = ({ start, end }: { start: number; end: number }) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        };
        for (const { place } of tree.errors) {
          check(tree.rangeOf(place));
          const { start, end } = tree.rangeOf(place);
          expect(text.slice(start, end)).not.toContain('\n');
        }
        for (const { range } of tree.comments()) check(range);
        for (let offset = 0; offset <= text.length; offset++) {
          for (const part of tree.pathAt(offset)) {
            const range = tree.rangeOf(part);
            check(range);
            expect(range.start <= offset && offset <= range.end).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});
