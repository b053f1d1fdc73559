import fc from 'fast-check';
import { expect, test } from 'vitest';
import { code, escaped } from '../../../server/src/features/markdown.ts';

test.each([
  ['a *b* _c_ `d`', 'a \\*b\\* \\_c\\_ \\`d\\`'],
  ['[x](https://e.org)', '\\[x\\](https\\://e.org)'],
  ['<img src=x>', '\\<img src=x\\>'],
  ['# title', '\\# title'],
  ['- item', '\\- item'],
  ['12. item', '12\\. item'],
  ['a | b', 'a \\| b'],
  ['$(alert) ~~x~~ &amp; !a', '\\$(alert) \\~\\~x\\~\\~ \\&amp; \\!a'],
  ['two\n\nlines', 'two lines'],
  ['网办率（%）', '网办率（%）'],
])('%s is shown as it is', (text, markdown) => {
  expect(escaped(text)).toBe(markdown);
});

test('every character that could be markup is escaped, and escaping loses nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1 .)-+=#*_`[]<>|~&!$@{}\\:/w') }), text => {
      const markdown = escaped(text);
      expect(markdown).not.toMatch(/(?:^|[^\\])(?:\\\\)*[`*_[\]<>|~]/);
      expect(markdown.replace(/\\(.)/g, '$1')).toBe(text.replace(/\s+/g, ' ').trim());
    }),
  );
});

test.each([
  ['a', '`a`'],
  ['a`b', '`` a`b ``'],
  ['``', '``` `` ```'],
  ['', '` `'],
])('%s as code', (text, markdown) => {
  expect(code(text)).toBe(markdown);
});
