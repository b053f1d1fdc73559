/** Whatever is half written, every editor feature answers, and every place that it names is in the text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { lineStarts, positionAt } from '../../server/src/base/text.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { diagnosticsByFile } from '../../server/src/features/diagnostics.ts';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { explainUnit } from '../../server/src/features/explain.ts';
import { hover } from '../../server/src/features/hover.ts';
import { preview } from '../../server/src/features/preview.ts';
import { demo, demoData } from '../support/demo.ts';
import { inMemory } from '../support/memory.ts';

const pieces = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  ',',
  '- ',
  '\n',
  '  ',
  '\t',
  '"',
  "'",
  '#',
  '*a',
  '&a ',
  '|',
  'null',
  '省',
  '12,5',
];

/** The demo with a part taken out and something else put in. */
const mutated = fc
  .record({
    start: fc.nat(demo.length),
    length: fc.oneof(fc.nat(5), fc.nat(200)),
    put: fc.array(fc.constantFrom(...pieces), { maxLength: 4 }),
    at: fc.nat(demo.length),
  })
  .map(({ start, length, put, at }) => {
    const text = demo.slice(0, start) + put.join('') + demo.slice(start + length);
    return { text, offset: Math.min(at % 2 === 0 ? start + put.join('').length : at, text.length) };
  });

test('every feature answers at every place of a half-written definition', () => {
  fc.assert(
    fc.property(mutated, fc.constantFrom('en' as const, 'zh-CN' as const), ({ text, offset }, locale) => {
      const { workspace, file } = inMemory({ 'demo.indicators.yaml': text, 'demo.csv': demoData });
      const position = positionAt(lineStarts(text), offset);
      const nLines = lineStarts(text).length;
      const isIn = ({ start, end }: Range) =>
        start.line >= 0 && end.line < nLines && (start.line < end.line || start.character <= end.character);
      const found = hover(workspace, file, position, locale);
      expect(found?.range === undefined || isIn(found.range)).toBe(true);
      for (const item of completion(workspace, file, position, locale)) {
        expect(isIn((item.textEdit as TextEdit).range)).toBe(true);
      }
      for (const symbol of documentSymbols(workspace, file, locale)) expect(isIn(symbol.range)).toBe(true);
      for (const { range } of diagnosticsByFile(workspace, file, locale, 'all').get(file) ?? []) {
        expect(isIn(range)).toBe(true);
      }
      const range = { start: position, end: position };
      codeActions(workspace, { file, uri: file, version: 1, range, only: undefined }, locale);
      explainUnit(workspace, file, 'a', locale);
      const query = { file, uri: file, version: 1, saved: undefined, lastGood: undefined };
      expect(JSON.stringify(preview(workspace, query, locale))).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 400 },
  );
});
