/** What is answered for a few lines is what is answered for the whole file, as far as it stands there. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { inlayHints } from '../../../server/src/features/inlayHints.ts';
import { semanticTokens } from '../../../server/src/features/semanticTokens.ts';
import { inMemory } from '../../support/memory.ts';

const aliased = `indicatorSystem: 1
x-shared: &shared
  - {id: c, name: C, weight: 40}
  - {id: d, name: D, weight: 60}
indicators:
  - id: a
    name: A
    weight: 30
    indicators: *shared
  - &b
    id: b
    name: B
    weight: 70
    indicators:
      - {id: e, name: E, weight: 100}
  - *b
`;
const text = readFileSync('samples/digital-government-2024/dgsc-2024.indicators.yaml', 'utf8');

describe.each([
  ['a definition', text],
  ['one with aliases', aliased],
])('%s, a few lines at a time', (_, definition) => {
  const { workspace, file } = inMemory({ 'a.indicators.yaml': definition });
  const nLines = definition.split('\n').length;
  const everything = linesFrom(0, nLines);
  const step = nLines > 100 ? 17 : 1;

  test('hints', () => {
    const all = inlayHints(workspace, file, everything, 'en');
    expect(all).not.toEqual([]);
    for (let line = 0; line < nLines; line += step) {
      const range = linesFrom(line, step);
      const expected = all.filter(({ position }) => isIn(range, position));
      const found = inlayHints(workspace, file, range, 'en').filter(({ position }) => isIn(range, position));
      expect(found).toEqual(expected);
    }
  });

  test('colours', () => {
    const all = linesOf(semanticTokens(workspace, file).data);
    expect(all).not.toEqual([]);
    for (let line = 0; line < nLines; line += step) {
      const range = linesFrom(line, step);
      const found = linesOf(semanticTokens(workspace, file, range).data);
      expect(found.filter(token => isIn(range, token))).toEqual(all.filter(token => isIn(range, token)));
    }
  });
});

function linesFrom(line: number, number: number): Range {
  return { start: { line, character: 0 }, end: { line: line + number, character: 0 } };
}

function isIn({ start, end }: Range, { line }: { readonly line: number }): boolean {
  return start.line <= line && line < end.line;
}

/** The tokens with the line and character where each stands. */
function linesOf(data: readonly number[]) {
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lines = 0, characters = 0, length, type, bits] = data.slice(5 * index, 5 * index + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    return { line, character, length, type, bits };
  });
}
