import { describe, expect, test } from 'vitest';
import { resolveFile } from '../../../server/src/workspace/files.ts';

describe('a path in a definition', () => {
  test.each([
    ['data/2024.csv', 'file:///index/data/2024.csv'],
    ['..\\2023.csv', 'file:///2023.csv'],
    ['/shared/2024.csv', 'file:///shared/2024.csv'],
    ['数据.csv', 'file:///index/%E6%95%B0%E6%8D%AE.csv'],
    ['half\ude42.csv', 'file:///index/half%EF%BF%BD.csv'],
    ['whole😀.csv', 'file:///index/whole%F0%9F%98%80.csv'],
  ])('%j', (path, uri) => {
    expect(resolveFile('file:///index/demo.indicators.yaml', path)).toBe(uri);
  });
});
