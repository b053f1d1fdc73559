import { expect, test } from 'vitest';
import { type SchemaPath, schemaOf } from '../../../server/src/schema/schema.ts';
import { parse } from '../../../server/src/syntax/parse.ts';

const at = (text: string, ...path: SchemaPath) => schemaOf(parse(text), path);

test('a key has its texts in both languages, its examples and its type', () => {
  const place = at('', 'fullMark');
  expect(place?.title).toEqual({ en: 'Full mark', 'zh-CN': '满分' });
  expect(place?.description?.['zh-CN']).toContain('最高总分');
  expect(place?.examples).toEqual([110]);
  expect(place?.types).toEqual(['number']);
});

test('an indicator is described alike at any depth, also beyond what is written', () => {
  const keys = (...path: SchemaPath) => at('indicators: [{id: a}]', ...path)?.keys.map(({ key }) => key);
  expect(keys('indicators', 0)).toEqual(keys('indicators', 0, 'indicators', 3, 'indicators', 7));
});

test('keys say whether they are needed and whether they are there', () => {
  const keys = at('indicators: [{id: a}]', 'indicators', 0)?.keys ?? [];
  const flags = (name: string) =>
    keys.filter(({ key }) => key === name).map(k => [k.isRequired, k.isPresent, k.isSupported]);
  expect(flags('id')).toEqual([[true, true, true]]);
  expect(flags('name')).toEqual([[true, false, true]]);
  expect(flags('treat')).toEqual([[false, false, true]]);
  expect(at('', 'robustness')?.isSupported).toBe(false);
});

test('closed lists have meanings, and say whether they are computed', () => {
  const values = at('', 'aggregate')?.values ?? [];
  const geometric = values.find(({ value }) => value === 'geometric');
  expect(geometric?.meaning?.['zh-CN']).toContain('几何平均');
  expect(geometric?.isSupported).toBe(true);
  expect(values.find(({ value }) => value === 'copeland')?.isSupported).toBe(true);
});

test('only methods that need no parameter may stand by their name', () => {
  const names = at('', 'defaults', 'normalise')?.values.map(({ value }) => value);
  expect(names).toContain('min-max');
  expect(names).not.toContain('goalposts');
  expect(at('', 'defaults', 'normalise', 'method')?.values.map(({ value }) => value)).toContain('goalposts');
});

test('a value with several forms shows the one that is written, and all of them before', () => {
  const forms = (text: string) => {
    const place = at(text, 'missing');
    return [place?.values.map(({ value }) => value), place?.keys.map(({ key }) => key)];
  };
  expect(forms('id: a')).toEqual([['exclude', 'zero', 'fail'], ['value']]);
  expect(forms('missing:')).toEqual([['exclude', 'zero', 'fail'], ['value']]);
  expect(forms('missing: zero')).toEqual([['exclude', 'zero', 'fail'], []]);
  expect(forms('missing: {value: 3}')).toEqual([[], ['value']]);
});

test('references say what they name, keys of free maps too', () => {
  expect(at('', 'weightsBy')?.refersTo).toBe('group');
  expect(at('', 'indicators', 0, 'column')?.refersTo).toBe('column');
  expect(at('', 'expect', 0, 'members', 'tier')?.refersTo).toBe('tier');
  expect(at('', 'expect', 0, 'members')?.keysReferTo).toBe('group');
  expect(at('', 'expect', 0, 'members', 'kind')?.refersTo).toBe('group-value');
  expect(at('', 'indicators', 0, 'checklist')?.keysReferTo).toBe('column');
  expect(at('', 'units', 'order', 0)?.refersTo).toBe('unit');
});

test('no place is made up', () => {
  expect(at('', 'wieghts')).toBeUndefined();
  expect(at('', 'id', 0)).toBeUndefined();
  expect(at('', 'constructor')).toBeUndefined();
});
