import { expect, test } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/documentSymbols.ts';
import { demo, demoFiles } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';

function outline(symbols: readonly DocumentSymbol[], indent = ''): string {
  return symbols
    .map(({ name, detail, children }) => `${indent}${name} | ${detail}\n${outline(children ?? [], `${indent}  `)}`)
    .join('');
}

test('sections, and the framework with its weights', () => {
  const { workspace, file } = inMemory(demoFiles);
  expect(outline(documentSymbols(workspace, file, 'en'))).toMatchInlineSnapshot(`
    "Levels | 2
      Pillar | 2
      二级指标 | 2
    Units | 
    Data | 1
      main | demo.csv
    Indicators | 2
      Service | 60 %
        网办率 | 70 · 42 %
        差评率 | 30 · 18 %
      公开 | 40 %
    Tiers | 2
      优秀级 | ≥ 58
      良好级 | 
    Ranking | 
    Publications | 1
      优秀名单 | best
    Known results | 2
      number of units (tier 优秀级) is 2 | 
      rank of 甲省 is 1 | 
    "
  `);
  expect(outline(documentSymbols(workspace, file, 'zh-CN'))).toContain(
    '指标 | 2\n  服务 | 60%\n    网办率 | 70 · 42%\n',
  );
});

test('what is chosen lies in its symbol, and children in their parent, whatever is half written', () => {
  for (let end = 0; end <= demo.length; end += 7) {
    const { workspace, file } = inMemory({ 'demo.indicators.yaml': demo.slice(0, end) });
    const visit = ({ name, range, selectionRange, children }: DocumentSymbol) => {
      expect(name).not.toBe('');
      expect(contains(range, selectionRange)).toBe(true);
      for (const child of children ?? []) {
        expect(contains(range, child.range)).toBe(true);
        visit(child);
      }
    };
    for (const symbol of documentSymbols(workspace, file, 'en')) visit(symbol);
  }
});

function contains(outer: Range, inner: Range): boolean {
  const at = ({ line, character }: Range['start']) => line * 10_000 + character;
  return at(outer.start) <= at(inner.start) && at(inner.end) <= at(outer.end);
}
