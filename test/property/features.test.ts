/** Whatever is half written, every editor feature answers, and every place that it names is in the text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FoldingRange, Range, TextEdit } from 'vscode-languageserver-types';
import { applyEdits, lineStarts, positionAt } from '../../server/src/base/text.ts';
import { callHierarchyAt } from '../../server/src/features/callHierarchy.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { codeLenses } from '../../server/src/features/codeLens.ts';
import { completion } from '../../server/src/features/completion.ts';
import { diagnosticsByFile } from '../../server/src/features/diagnostics.ts';
import { documentLinks } from '../../server/src/features/documentLinks.ts';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { explainUnit } from '../../server/src/features/explain.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { formatting } from '../../server/src/features/formatting.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { definition, documentHighlights, references } from '../../server/src/features/navigation.ts';
import { preview } from '../../server/src/features/preview/preview.ts';
import { refactorings } from '../../server/src/features/refactoring/index.ts';
import { rename } from '../../server/src/features/rename.ts';
import { selectionRanges } from '../../server/src/features/selectionRanges.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { parse } from '../../server/src/syntax/parse.ts';
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
      codeActions(workspace, { file, editOf: () => ({}), range, only: undefined }, locale);
      explainUnit(workspace, file, 'a', locale);
      const places = [
        ...definition(workspace, file, position),
        ...references(workspace, file, position, 'all'),
        ...documentHighlights(workspace, file, position).map(highlight => ({ file, range: highlight.range })),
        ...foldingLines(foldingRanges(workspace, file)).map(each => ({ file, range: each })),
        ...codeLenses(workspace, { file, uri: file, previewCommand: 'p' }, locale).map(lens => ({ file, ...lens })),
        ...documentLinks(workspace, file).map(link => ({ file, range: link.range })),
        ...formatting(workspace, file).map(edit => ({ file, range: edit.range })),
        ...selectionRanges(workspace, file, [position]).map(each => ({ file, range: each.range })),
        ...callHierarchyAt(workspace, { file, uri: file }, position, locale).map(each => ({ file, range: each.range })),
      ];
      for (const place of places) if (place.file === file) expect(isIn(place.range)).toBe(true);
      const renamed = rename(workspace, file, position, 'fresh');
      if ('edits' in renamed) for (const edit of renamed.edits) expect(isIn(edit.range)).toBe(true);
      const nErrors = workspace.tree(file).errors.length;
      for (const refactor of refactorings) {
        for (const { edits } of refactor(workspace, file, { start: offset, end: Math.min(offset + 40, text.length) })) {
          expect(parse(applyEdits(text, edits)).errors.length).toBeLessThanOrEqual(nErrors);
        }
      }
      const { data } = semanticTokens(workspace, file);
      expect(data.length % 5 === 0 && data.every(each => each >= 0)).toBe(true);
      for (const hint of inlayHints(workspace, file, { start: positionAt([0], 0), end: position }, locale)) {
        expect(isIn({ start: hint.position, end: hint.position })).toBe(true);
      }
      const query = { file, uri: file, version: 1, revision: 1, baseline: undefined, lastGood: undefined };
      expect(JSON.stringify(preview(workspace, query, locale))).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 400 },
  );
});

function foldingLines(ranges: readonly FoldingRange[]): readonly Range[] {
  return ranges.map(({ startLine, endLine }) => ({
    start: { line: startLine, character: 0 },
    end: { line: endLine, character: 0 },
  }));
}
