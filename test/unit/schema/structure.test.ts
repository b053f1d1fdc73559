import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../server/src/base/locale.ts';
import { checkStructure, type Structure, structureOfTree } from '../../../server/src/schema/structure.ts';
import { parse } from '../../../server/src/syntax/parse.ts';

const note = /^\s*\^+ [a-z-]+: /;

/** The problems drawn under their places: the expected text is the input. */
function expectProblems(annotated: string, locale: Locale = 'en'): void {
  const text = annotated
    .split('\n')
    .filter(line => !note.test(line))
    .join('\n');
  const tree = parse(text);
  const lines = text.split('\n').map(line => [line]);
  for (const { code, place, message } of checkStructure(tree)) {
    const { start, end } = tree.rangeOf(place);
    const before = text.slice(0, start).split('\n');
    const column = before.at(-1)!.length;
    const drawn = `${' '.repeat(column)}${'^'.repeat(Math.max(1, end - start))} ${code}: ${message[locale]}`;
    lines[before.length - 1]!.push(drawn);
  }
  expect(lines.flat().join('\n')).toBe(annotated);
}

function edits(text: string): readonly string[] {
  return checkStructure(parse(text)).flatMap(({ edit }) => {
    if (edit === undefined) return [];
    return [edit.kind === 'rename-key' ? `${edit.entry.key.source} → ${edit.newKey}` : `→ ${edit.newText}`];
  });
}

const system = (keys: string) => `indicatorSystem: 1\nindicators: []\n${keys}`;
const leaf = (keys: string) => `indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n${keys}`;

describe('keys', () => {
  test('a slip is named with what was meant; a slip of a required key is not missed a second time', () => {
    expectProblems(`indicatorSystem: 1
indicators:
  - id: a
    nmae: A
    ^^^^ unknown-key: there is no key \`nmae\` in indicator \`a\`; did you mean \`name\`?
    wieght: 3
    ^^^^^^ unknown-key: there is no key \`wieght\` in indicator \`a\`; did you mean \`weight\`?
`);
  });

  test('full width, case, hyphens and the Chinese title are slips too', () => {
    expect(edits(leaf('    ｗｅｉｇｈｔ: 1\n'))).toEqual(['ｗｅｉｇｈｔ → weight']);
    expect(edits(leaf('    min-share: 0.5\n'))).toEqual(['min-share → minShare']);
    expect(edits(leaf('    权重: 12\n'))).toEqual(['权重 → weight']);
  });

  test('two slips are not both renamed to one key', () => {
    expect(edits(leaf('    wieght: 1\n    weigth: 2\n'))).toEqual(['wieght → weight']);
  });

  test('a key of another method is said not to belong here', () => {
    expectProblems(
      leaf(`    normalise: {method: goalposts, lower: 3, mean: 3}
                ^^^^^^ schema: \`upper\` is missing in \`normalise\` with \`method: goalposts\`
                                             ^^^^ unknown-key: there is no key \`mean\` in \`normalise\` with \`method: goalposts\`; it may also have \`upper\`, \`truncate\` and \`range\`
`),
    );
  });

  test('missing keys stand at the id, else at the first key', () => {
    expectProblems(`id: demo
    ^^^^ schema: \`indicatorSystem\` and \`indicators\` are missing in the file
tiers:
  - atLeast: 3
    ^^^^^^^ schema: \`name\` is missing in item 1 of \`tiers\`
`);
  });

  test('a misspelt discriminator is one problem', () => {
    expectProblems(
      system(`adjustments:
  - {id: x, knd: bonus, column: c, cap: 3}
            ^^^ unknown-key: there is no key \`knd\` in item 1 of \`adjustments\`; did you mean \`kind\`?
  - {id: y, kind: bonu, column: c, cap: 3}
                  ^^^^ schema: \`kind\` is \`bonu\`; it takes \`bonus\`, \`deduction\` or \`veto\`; did you mean \`bonus\`?
`),
    );
  });

  test('an expectation says one of six things', () => {
    expectProblems(
      system(`expect:
  - {cuont: {tier: A}, is: 3}
     ^^^^^ unknown-key: there is no key \`cuont\` in item 1 of \`expect\`; did you mean \`count\`?
  - {is: 3}
     ^^ schema: item 2 of \`expect\` must have one of \`count\`, \`share\`, \`change\`, \`members\`, \`rank\` and \`score\`
  - {count: {column: c}, is: 3}
             ^^^^^^ schema: \`column\` needs \`equals\` beside it
`),
    );
  });

  test('keys that are names must be names of that sort', () => {
    expectProblems(
      system(`title: {english: Demo}
        ^^^^^^^ schema: \`english\` cannot be a key of \`title\`; it takes a locale such as \`en\` or \`zh-CN\`
`),
    );
  });
});

describe('values', () => {
  test('the value is named and what it may be', () => {
    expectProblems(`indicatorSystem: 2
                 ^ schema: \`indicatorSystem\` is \`2\`; it takes \`1\`
id: a b
    ^^^ schema: \`id\` is \`a b\`; it takes letters (Chinese included), digits, \`-\`, \`_\` and \`.\`
edition:
^^^^^^^ schema: \`edition\` has no value; it takes a text
fullMark: -3
          ^^ schema: \`fullMark\` is \`-3\`; it takes a number above 0
scale: [0, 50, 100]
^^^^^ schema: \`scale\` is a list; it takes two numbers, such as \`[0, 100]\`
weights: percents
         ^^^^^^^^ schema: \`weights\` is \`percents\`; it takes \`percent\`, \`fraction\`, \`points\` or \`relative\`; did you mean \`percent\`?
missing: {valeu: 3}
          ^^^^^ unknown-key: there is no key \`valeu\` in \`missing\`; did you mean \`value\`?
minShare: 66
          ^^ schema: \`minShare\` is \`66\`; it takes a number from 0 to 1
data: {path: a.csv}
^^^^ schema: \`data\` is a map; it takes a list
ranking: {within: kind}
                  ^^^^ schema: \`within\` is \`kind\`; it takes a list; did you mean \`[kind]\`?
expect:
  - {count: {tier: A}, is: "3"}
                           ^^^ schema: \`is\` is \`"3"\`; it takes a number
indicators: []
`);
  });

  test('in Chinese', () => {
    expectProblems(
      leaf(`    direction: postive
               ^^^^^^^ schema: \`direction\` 的值是 \`postive\`，应为 \`positive\` 或 \`negative\`；是否应为 \`positive\`？
    range: 3
           ^ schema: \`range\` 的值是 \`3\`，应为两个数，如 \`[0, 100]\`
    wieght: 1
    ^^^^^^ unknown-key: 指标 \`a\` 中没有 \`wieght\` 这个键；是否应为 \`weight\`？
`),
      'zh-CN',
    );
  });

  test('what is meant replaces the value, but not where more would be needed', () => {
    expect(edits(leaf('    direction: Negative\n'))).toEqual(['→ negative']);
    expect(edits(system('ranking: {within: kind}\n'))).toEqual(['→ [kind]']);
    expect(edits(leaf('    normalise: goalposts\n'))).toEqual([]);
  });

  test('any scalar may be a weight: that is for the rules on weights to judge', () => {
    expectProblems(leaf('    weight: 12％\n'));
    expectProblems(leaf('    weight: {省级: 12, 重点城市: １０}\n'));
  });

  test('a file that is no map', () => {
    expectProblems(`hello
^^^^^ schema: the file is \`hello\`; it takes a map with \`indicatorSystem\` and \`indicators\`
`);
    expect(checkStructure(parse(''))).toEqual([]);
  });
});

describe('not supported yet', () => {
  test('said once, at the key', () => {
    expectProblems(
      leaf(`    treat: {winsorise: {max: 5}, then: log}
    aggregate: harmonic
robustness: {vary: [{normalise: [borda]}]}
^^^^^^^^^^ not-supported: \`robustness\` is not supported yet: it is part of the format, but nothing is computed from it
`),
    );
  });
});

describe('broken syntax', () => {
  test('is not reported twice, and no key is missed where one is being typed', () => {
    for (const text of ['  - id: a\n    na\n', '  - {id：a, name: b}\n', '  - id: a\n    nam\n    weight: 1\n']) {
      const tree = parse(`indicatorSystem: 1\nindicators:\n${text}`);
      expect(tree.errors).not.toEqual([]);
      expect(checkStructure(tree)).toEqual([]);
    }
  });

  test('elsewhere everything is still found', () => {
    const tree = parse('indicatorSystem: 1\nindicators:\n  - id: a\n    na\n  - id: b\n    wieght: 1\n');
    expect(checkStructure(tree).map(({ code }) => code)).toEqual(['schema', 'unknown-key']);
  });

  test('an alias to nothing is left to the syntax', () => {
    expect(checkStructure(parse(leaf('    range: *nothing\n')))).toEqual([]);
  });
});

describe('piece by piece', () => {
  test('an indicator that several aliases name is checked once', () => {
    const text = `indicatorSystem: 1
indicators:
  - {id: a, name: A, indicators: [&x {id: b, nmae: B}, *x, *x]}
`;
    expect(checkStructure(parse(text))).toHaveLength(1);
  });

  test('what did not change is taken from before, and the result is the same', () => {
    const before = parse(leaf('    weigth: 1\n  - id: b\n    name: B\n    weight: 3\n'));
    const known = structureOfTree(before)!;
    const after = parse(before.text.replace('weight: 3', 'weihgt: 3'), before);
    const found = structureOfTree(after, known)!;
    expect(checkStructure(after, found)).toEqual(checkStructure(after));
    const owns = ({ own, items }: Structure): readonly unknown[] => [own, ...items.flatMap(owns)];
    const isKept = owns(found).map((own, index) => own === owns(known)[index]);
    expect(isKept).toEqual([true, true, false]);
  });

  test('a framework deeper than is read is said to be', () => {
    const levels = Array.from({ length: 120 }, (_, level) => {
      const indent = '  '.repeat(level * 2);
      return `${indent}indicators:\n${indent}  - id: i${level}\n${indent}    name: N\n`;
    });
    const problems = checkStructure(parse(`indicatorSystem: 1\n${levels.join('')}`));
    expect(problems.map(({ message }) => message.en)).toEqual([
      'indicator `i100` stands more than 100 levels deep and is not read',
    ]);
  });

  test('keys that every object has are keys like others', () => {
    expectProblems(
      leaf(`    __proto__: 1
    ^^^^^^^^^ unknown-key: there is no key \`__proto__\` in indicator \`a\`; it may also have \`description\`, \`weight\`, \`bonus\`, \`level\`, \`count\`, \`unpublished\`, \`appliesTo\`, \`column\`, \`from\`, \`measure\` and 20 more
`),
    );
  });
});

test('what stands in a map and belongs beside it is one problem', () => {
  expectProblems(
    leaf(`    missing: {minShare: 0.66}
              ^^^^^^^^ unknown-key: \`minShare\` stands beside \`missing\`, not in it
    normalise: {method: min-max, direction: negative}
                                 ^^^^^^^^^ unknown-key: \`direction\` stands beside \`normalise\` with \`method: min-max\`, not in it
`),
  );
  expectProblems(
    leaf(`    missing: {minCount: 2}
              ^^^^^^^^ unknown-key: \`minCount\` 应写在 \`missing\` 旁边，而不是其中
`),
    'zh-CN',
  );
});

test('a key that means nothing without another', () => {
  expectProblems(
    leaf(`    factor: 1000
    ^^^^^^ schema: \`factor\` needs \`denominator\` beside it
    treat: {winsorise: {max: 5}, combine: true}
                                 ^^^^^^^ schema: \`combine\` needs \`then\` beside it
`),
  );
});
