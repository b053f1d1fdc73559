/** Laws of long texts: a text in parts is the text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LongText } from '../../server/src/base/longText.ts';
import { lineStarts, positionAt } from '../../server/src/base/text.ts';

const snippet = fc.constantFrom(
  '',
  '\n',
  '\r',
  '\r\n',
  'a',
  '指标',
  'x'.repeat(700),
  'line\n'.repeat(400),
  'l\r\n'.repeat(300),
);
const edits = fc.array(fc.record({ at: fc.nat(1000), length: fc.oneof(fc.nat(3), fc.nat(3000)), snippet }), {
  maxLength: 12,
});

test('after any edits it reads, counts and compares as a text does', () => {
  fc.assert(
    fc.property(fc.array(snippet), edits, (start, changes) => {
      let text = start.join('');
      let long = LongText.of(text);
      for (const { at, length, snippet: newText } of changes) {
        const from = Math.floor((at / 1000) * text.length);
        const to = Math.min(text.length, from + length);
        const after = text.slice(0, from) + newText + text.slice(to);
        const edited = long.edited({ start: from, end: to }, newText);
        const change = edited.changeSince(long);
        if (after === text) expect(change).toBeUndefined();
        else {
          expect(after.slice(0, change!.start)).toBe(text.slice(0, change!.start));
          expect(after.slice(change!.newEnd)).toBe(text.slice(change!.oldEnd));
          expect(change!.start).toBeGreaterThanOrEqual(Math.min(from, change!.oldEnd));
        }
        // What was asked for is handed on; the first edits are of texts of which nothing was.
        if (at % 3 > 0) expect(edited.positionAt(from)).toEqual(positionAt(lineStarts(after), from));
        [text, long] = [after, edited];
      }
      expect(long.length).toBe(text.length);
      const starts = lineStarts(text);
      for (let step = 0; step <= 20; step++) {
        const offset = Math.floor((step / 20) * text.length);
        expect(long.slice(offset, offset + 3000)).toBe(text.slice(offset, offset + 3000));
        expect(long.positionAt(offset)).toEqual(positionAt(starts, offset));
        const isInBreak = text[offset - 1] === '\r' && text[offset] === '\n';
        if (!isInBreak) expect(long.offsetAt(long.positionAt(offset))).toBe(offset);
      }
      expect(long.offsetAt({ line: starts.length, character: 0 })).toBe(text.length);
      expect(long.offsetAt({ line: 0, character: 1e6 })).toBe(/[\r\n]|$/.exec(text)!.index);
      expect(String(long)).toBe(text);
    }),
  );
});
