import { describe, expect, test } from 'vitest';
import { parse } from '../../../server/src/syntax/parse.ts';
import { texts } from '../../../server/src/syntax/problemTexts.ts';
import { itemsOf, valueAt } from '../../../server/src/syntax/tree.ts';

/** The text with a line under each line that has problems: `^` where, then the codes. */
function annotated(text: string): string {
  const tree = parse(text);
  const problems = tree.errors.map(({ code, place }) => ({ code, ...tree.rangeOf(place) }));
  const lines: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push(line.replaceAll('\t', '→'));
    const here = problems.filter(problem => problem.start >= start && problem.start <= start + line.length);
    for (const { code, start: from, end } of here)
      lines.push(`${' '.repeat(from - start)}${'^'.repeat(end - from)} ${code}`);
    start += line.length + 1;
  }
  return lines.join('\n');
}

/** The expected text is the input: squiggle lines are taken out, `→` is a tab. */
function expectProblems(expected: string): void {
  const lines = expected.split('\n').filter(line => !/^ *\^+ [a-z-]+$/.test(line));
  expect(annotated(lines.join('\n').replaceAll('→', '\t'))).toBe(expected);
}

describe('what is wrong with the YAML is said where it is', () => {
  const cases: Record<string, string> = {
    'a tab as indentation': 'a:\n→b: 1\n^ tab-indent',
    'a tab in an item': 'indicators:\n  - id: a\n→  name: b\n^ tab-indent\n  - id: c',
    'a line that is indented too little': 'a:\n    b: 1\n  c: 2\n  ^^^^ bad-indent',
    'a line that is indented too much': 'a: 1\n  b: 2\n  ^^^^ bad-indent',
    'a list item and a word': 'a:\n  - x\n  y\n  ^ bad-indent',
    'a key among items': 'indicators:\n  - id: a\n  name: b\n  ^^^^^^^ bad-indent\n  - id: c',
    'no colon': 'a: 1\nweight\n^^^^^^ missing-colon\nb: 2',
    'a first key without colon': 'weight 50\n^^^^^^^^^ missing-colon\nb: 1',
    'no space after a colon': 'a: 1\nweight:50\n      ^ missing-space\nb: 2',
    'no space after a first colon': 'weight:50\n      ^ missing-space\nb: 2',
    'no space after a colon in braces': '{id:a, b: 1}\n   ^ missing-space',
    'a full-width colon': 'a: 1\nname：x\n    ^ full-width-colon\nb: 2',
    'only full-width colons': 'indicators:\n  - id：a\n      ^ full-width-colon\n    name：b\n  - id: c',
    'a full-width colon in braces': '{id：a, b: 1}\n   ^ full-width-colon',
    'an open quote': 'a: "x\n   ^^ unclosed-quote\nb: 1',
    'an open single quote': "a: 'it''s\n   ^^^^^^ unclosed-quote\nb: 1",
    'a quote whose end is escaped': 'a: "x\\"\n   ^^^^ unclosed-quote',
    'an open bracket': 'a: [1, 2\n   ^ unclosed-flow\nb: 3',
    'an open brace inside': 'a: [1, {b: 2]\n       ^ unclosed-flow\nc: 3',
    'a bracket too many': 'a: [1, 2]]\n         ^ unexpected-token\nb: 3',
    'no comma': 'a: ["x" "y"]\n        ^ missing-comma',
    'a comma too many': 'a: [1,, 2]\n      ^ unexpected-token',
    'two colons': 'a: b: c\n    ^ nested-colon',
    'a second text': 'a: "x" y\n       ^ unexpected-token',
    'a dash after a key': 'a: - b\n   ^ unexpected-token',
    'reserved characters': 'a: @x\n   ^ bad-start\nb: %x\n   ^ bad-start\nc: `x`\n   ^ bad-start',
    'an unknown escape': 'a: "\\q"\n    ^^ bad-escape',
    'an unknown tag': 'a: !foo x\n   ^^^^ unknown-tag',
    'two anchors': 'a: &x &y 1\n      ^^ bad-property',
    'an alias without anchor': 'a: *x\n   ^^ unknown-alias',
    'an alias of itself': 'a: &x [*x]\n       ^^ self-alias',
    'a comment without space': 'a: "x"#c\n      ^^ comment-space',
    'a second document': 'a: 1\n---\n^^^ multiple-documents\nb: 2',
    'a bad directive': '%FOO\n^^^^ bad-directive\n---\na: 1',
    'a list as key': '[a]: 1\n^^^ bad-key',
    'no key': ': 1\n^ empty-key',
    'the same key again': 'a: 1\nb: 2\na: 3\n^ duplicate-key\n"a": 4\n^^^ duplicate-key',
    'the same key in braces': '{a: 1, a: 2}\n       ^ duplicate-key',
    'the same key around nested items':
      'id: 1\nindicators:\n  - id: x\n    id: y\n    ^^ duplicate-key\nid: 2\n^^ duplicate-key',
  };
  for (const [name, text] of Object.entries(cases)) test(name, () => expectProblems(text));

  test('messages exist in both languages and name the key', () => {
    const { message } = parse('权重: 1\n权重: 2\n').errors[0]!;
    expect(message.en).toContain('权重');
    expect(message['zh-CN']).toContain('权重');
  });
});

describe('broken YAML in one leaf leaves the others', () => {
  const broken = [
    'name: "x',
    "name: 'x",
    'name: [1',
    'name: {a: 1',
    'na',
    'name：x',
    'name: ]',
    'name: |x',
    'a: b: c',
    '\tname: x',
    '- x',
    '@',
    'name: "x\n   z',
  ];
  for (const line of broken) {
    test(line.replace('\t', '→').replace('\n', '⏎'), () => {
      const tree = parse(
        `indicators:\n  - id: a\n    ${line}\n    weight: 30\n  - id: b\n    indicators:\n      - id: c\n  - id: d\ntiers: []\n`,
      );
      const items = itemsOf(valueAt(tree.root, 'indicators'));
      const ids = [items[1], itemsOf(valueAt(items[1], 'indicators'))[0], items[2]].map(item => valueAt(item, 'id'));
      expect(ids).toMatchObject([{ value: 'b' }, { value: 'c' }, { value: 'd' }]);
      expect(valueAt(tree.root, 'tiers')).toBeDefined();
      expect(tree.errors.length).toBeGreaterThan(0);
      const { start, end } = tree.rangeOf(tree.errors[0]!.place);
      expect(start).toBeGreaterThan(tree.text.indexOf('id: a'));
      expect(end).toBeLessThan(tree.text.indexOf('- id: b'));
    });
  }

  test('an aggregate that is broken keeps its items', () => {
    for (const line of ['name: "x', 'na', 'name: [1', 'name: ]', '  name: x']) {
      const tree = parse(`indicators:\n  - id: a\n    ${line}\n    indicators:\n      - id: c\n    weight: 1\n`);
      expect(tree.errors.length).toBeGreaterThan(0);
      const [a] = itemsOf(valueAt(tree.root, 'indicators'));
      expect(itemsOf(valueAt(a, 'indicators'))).toHaveLength(1);
    }
  });
});

describe('hostile texts come to an end', () => {
  test('deep nesting', () => {
    for (const text of [
      '['.repeat(10_000),
      '- '.repeat(10_000),
      '{a: '.repeat(10_000),
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    ]) {
      expect(parse(text).errors.length).toBeGreaterThan(0);
    }
    const nested = Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    expect(parse(nested).errors.map(error => error.code)).toContain('too-deep');
  });

  test('10,000 aliases, and aliases of aliases', () => {
    const many = parse(`a: &a {x: 1}\nb:\n${'- *a\n'.repeat(10_000)}`);
    expect(many.aliasExpansion).toBe(30_000);
    expect(many.errors.map(error => error.code)).toEqual(['alias-expansion']);
    const laughs = Array.from({ length: 60 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`);
    const tree = parse(`a0: &a0 [x]\n${laughs.join('\n')}\n`);
    expect(tree.aliasExpansion).toBeGreaterThan(2 ** 60);
    expect(parse('a: &a [*a]').aliasExpansion).toBe(Number.POSITIVE_INFINITY);
    expect(parse('a: &a {b: 1}\nc: [*a, *a]').aliasExpansion).toBe(6);
  });
});

test.each(Object.entries(texts))(
  'the Chinese text of %s has Chinese punctuation, but in what is to be written',
  (_, text) => {
    const message = (typeof text === 'function' ? text('x') : text).message['zh-CN'];
    expect(message.replaceAll(/`[^`]*`/g, '')).not.toMatch(/[,;:?!()]/);
  },
);
