/** Formatting changes how a definition looks and nothing else, and a second time nothing at all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, lineStarts, offsetAt } from '../../server/src/base/text.ts';
import { formatting } from '../../server/src/features/formatting.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { says } from '../../server/src/syntax/says.ts';
import { demo } from '../support/demo.ts';
import { inMemory } from '../support/memory.ts';
import { definitionText, lineSalad } from './syntaxTexts.ts';

function formatted(text: string): string {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text });
  const starts = lineStarts(text);
  const at = (place: { line: number; character: number }) => offsetAt(starts, text.length, place);
  const edits = formatting(workspace, file).map(({ range, newText }) => ({
    range: { start: at(range.start), end: at(range.end) },
    newText,
  }));
  return applyEdits(text, edits);
}

function expectSame(text: string): void {
  const once = formatted(text);
  expect(says(parse(once))).toBe(says(parse(text)));
  expect(formatted(once)).toBe(once);
}

/** The demo with other indentation, more blanks, and comments between its lines. */
const untidy = fc
  .record({
    steps: fc.constantFrom(1, 2, 3, 4, 8),
    blanks: fc.array(fc.constantFrom('', ' ', '   ', '\t'), { minLength: 8, maxLength: 8 }),
    comments: fc.array(fc.constantFrom('', '', '# c\n', '    # d\n', '\n'), { minLength: 8, maxLength: 8 }),
    end: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ steps, blanks, comments, end }) =>
    demo
      .split('\n')
      .map((line, index) => {
        const lead = /^ */.exec(line)![0].length;
        const spaced = line.trimStart().replaceAll(', ', `,${blanks[index % 8]!.replace('\t', ' ')} `);
        const comment = lead > 0 || index % 3 === 0 ? (comments[index % 8] ?? '') : '';
        return comment + ' '.repeat((lead / 2) * steps) + spaced + blanks[(index * 3) % 8];
      })
      .join('\n')
      .replaceAll('\n', end),
  );

test('an untidy definition is put in order, and says what it said', () => {
  fc.assert(
    fc.property(untidy, text => {
      expectSame(text);
      if (parse(text).errors.length === 0) expect(formatted(text)).not.toMatch(/[ \t]\r?\n/);
    }),
    { numRuns: 60 },
  );
});

test('any text', () => {
  fc.assert(fc.property(fc.oneof(definitionText, lineSalad), expectSame), { numRuns: 200 });
});

test('the samples say what they said', () => {
  const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.indicators\.ya?ml$/.test(name),
  );
  expect(samples.length).toBeGreaterThan(0);
  for (const sample of samples) expectSame(readFileSync(join('samples', sample), 'utf8'));
});
