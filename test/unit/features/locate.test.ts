import { expect, test } from 'vitest';
import { lineStarts, offsetAt } from '../../../server/src/base/text.ts';
import { locate } from '../../../server/src/features/locate.ts';
import type { PreviewTarget } from '../../../server/src/protocol/preview.ts';
import { demo, demoData, demoFiles } from '../../support/demo.ts';
import { inMemory, uriOf } from '../../support/memory.ts';

const { workspace, file } = inMemory(demoFiles);

function textAt(
  target: PreviewTarget,
): { readonly file: string; readonly text: string; readonly line: number } | undefined {
  const place = locate(workspace, file, target);
  if (place === undefined) return undefined;
  const text = place.file === file ? demo : demoData;
  const [start, end] = [place.range.start, place.range.end].map(each => offsetAt(lineStarts(text), text.length, each));
  return { file: place.file, text: text.slice(start, end), line: place.range.start.line };
}

test.each([
  [{ kind: 'indicator', id: 'bad-rate' }, 'bad-rate'],
  [{ kind: 'publication', id: 'best' }, 'best'],
  [{ kind: 'expectation', index: 1 }, '{rank: {unit: 甲省}, is: 1}'],
  [{ kind: 'tier', index: 1 }, '良好级'],
] as const)('%o', (target, text) => {
  expect(textAt(target)).toMatchObject({ file, text });
});

test('a unit is its row in the data', () => {
  expect(textAt({ kind: 'unit', id: 'c' })).toEqual({ file: uriOf('demo.csv'), text: 'c', line: 3 });
});

test.each([
  { kind: 'unit', id: 'nobody' },
  { kind: 'indicator', id: 'nothing' },
  { kind: 'adjustment', id: 'nothing' },
  { kind: 'publication', id: '#7' },
  { kind: 'tier', index: 9 },
] as const)('%o is nowhere', target => {
  expect(locate(workspace, file, target)).toBeUndefined();
});
