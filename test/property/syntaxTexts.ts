/** Random definition texts for the laws of the syntax layer: valid ones in many layouts, and line salad. */
import fc from 'fast-check';

type Lines = readonly string[];

const plainTexts = [
  '示例',
  'a b',
  'x#y',
  'x: y'.replace(': ', ':'),
  '12.50',
  '0x1F',
  'true',
  '~',
  '-1',
  "it's",
  'a "b" c',
];
const scalar = fc.oneof(
  fc.constantFrom(
    '{是: 100, 否: 0}',
    '[1, 2.5, a b]',
    '{method: "min-max", range: [0, 1]}',
    "'%'",
    '-0.5',
    '1e3',
    '007',
    '{}',
    '{1: a, 2: b}',
  ),
  fc.constantFrom(
    '\n  a: 1\n  b:\n    c: 示例',
    '\n- x: 1\n  y: 2\n- z',
    '# note\n  - 1\n  - two # c\n\n  - {a: 1}',
    '\n  -\n    a: 1\n  - - b',
  ),
  fc.constantFrom(...plainTexts),
  fc.constantFrom('"indicators:"', "'it''s'", '"a\\"b"', '"- id: x"', "''", '[1, 2]', '{是: 100, "否": 0}', '[]'),
  fc.constantFrom('[a: 1, "b":2, {c: d}]', '12 # note', '"x" # "note', '[1, # a ]\n 2]', '{a: "x\n y", b: [\n c]}'),
  fc.constantFrom(
    '|\n indicators:\n   - id: x\n\n  # no comment',
    '>-\n - "open\n - more\n',
    '|2\n    deep\n  less',
    '|+\n keep\n\n',
  ),
  fc.constantFrom('"two\n lines: here\n\n - there"', 'plain\n over "lines\n - too', "'open\n  # no comment\n closed'"),
);

/** Keys of one map must differ. */
function numbered(key: string, index: number): string {
  return key.endsWith('"') ? `${key.slice(0, -1)}${index}"` : `${key}${index}`;
}

/** A value may have lines; they are indented by the column of their key and more. */
function valueLines(key: string, value: string, column: number): Lines {
  const [first, ...rest] = value.split('\n');
  const pad = ' '.repeat(column);
  return [`${pad}${key}: ${first}`, ...rest.map(line => (line === '' ? '' : `${pad}${line}`))];
}

const between = fc.constantFrom<Lines>([], [], [], [''], ['# far left'], ['      # somewhere', ''], ['  ']);

interface Layout {
  readonly dashIndent: number;
  readonly gap: number;
}
const layout = fc.record({ dashIndent: fc.integer({ min: 0, max: 3 }), gap: fc.integer({ min: 1, max: 3 }) });

function keysOf(
  column: number,
  keys: readonly (readonly [string, string])[],
  children: Lines | undefined,
  at: number,
): Lines {
  const blocks: Lines[] = keys.map(([key, value], index) => valueLines(numbered(key, index), value, column));
  if (children !== undefined) blocks.splice(Math.min(at, blocks.length), 0, children);
  return blocks.flat();
}

function blockItem(column: number, dash: number, lines: Lines, isDashAlone: boolean): Lines {
  const pad = ' '.repeat(dash);
  if (isDashAlone) return [`${pad}-`, ...lines];
  return [`${pad}-${lines[0]!.slice(dash + 1)}`, ...lines.slice(1)].map((line, i) =>
    i > 0 || column > dash + 1 ? line : line,
  );
}

const key = fc.tuple(fc.constantFrom('id', 'name', 'weight', '"quoted"', '指标'), scalar);

function itemsArbitrary(depth: number, column: number): fc.Arbitrary<Lines> {
  return layout.chain(({ dashIndent, gap }: Layout) => {
    const dash = column + dashIndent;
    const inner = dash + 1 + gap;
    const children =
      depth === 0 ? fc.constant(undefined) : fc.option(indicatorsArbitrary(depth - 1, inner), { nil: undefined });
    const mapItem = fc
      .tuple(fc.array(key, { minLength: 1, maxLength: 4 }), children, fc.integer({ min: 0, max: 4 }), fc.boolean())
      .map(([keys, nested, at, alone]) =>
        blockItem(inner, dash, keysOf(inner, keys, nested, nested?.[0]?.trim() === '' ? 4 : at), alone),
      );
    const flowItem = fc.constantFrom(
      '- {id: a, indicators: [x]}',
      '- plain',
      '-',
      '- - nested\n  - seq',
      '- "q"',
      '- {a: 1,\n   b: 2}',
    );
    const item = fc.oneof(
      { weight: 4, arbitrary: mapItem },
      { weight: 1, arbitrary: flowItem.map(text => indented(text, dash)) },
    );
    return fc
      .array(fc.tuple(between, item), { minLength: 1, maxLength: 4 })
      .map(items => items.flatMap(([gapLines, lines]) => [...gapLines, ...lines]));
  });
}

function indented(text: string, column: number): Lines {
  return text.split('\n').map(line => ' '.repeat(column) + line);
}

function indicatorsArbitrary(depth: number, column: number): fc.Arbitrary<Lines> {
  const header = fc.constantFrom('indicators:', 'indicators:  # "c', 'indicators :', 'indicators:\t');
  return fc.tuple(header, itemsArbitrary(depth, column)).map(([text, items]) => [' '.repeat(column) + text, ...items]);
}

/** Valid definitions in many layouts, with LF or CR LF. */
export const definitionText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(key, { maxLength: 3 }),
    between,
    indicatorsArbitrary(2, 0),
    between,
    fc.array(key, { maxLength: 3 }),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.boolean(),
  )
  .map(([before, gap, indicators, gapAfter, after, lineEnd, endsWithLine]) => {
    const afterKeys = after.map(([name, value]) => [`after-${name.replaceAll('"', '')}`, value] as const);
    const lines = [
      ...keysOf(0, before, undefined, 0),
      ...gap,
      ...indicators,
      ...gapAfter,
      ...keysOf(0, afterKeys, undefined, 0),
    ];
    return lines.join('\n').replaceAll('\n', lineEnd) + (endsWithLine ? lineEnd : '');
  });

const fragment = fc.constantFrom(
  ...[
    'id: x',
    'name: "a',
    'b"',
    'indicators:',
    'indicators: # c',
    '- id: y',
    '-',
    '- - z',
    '- {a: 1',
    'b: [2]}',
    ']',
    '}',
  ],
  ...[
    '# note',
    'text: |',
    'text: >-2',
    "it's",
    "'q': 'r'",
    'x：y',
    'x:y',
    '"k": v',
    '- |',
    '- "',
    '\t',
    '? k',
    'a: b: c',
    '- indicators:',
  ],
  ...[
    '[a, "b]',
    "'",
    '{',
    'k:',
    'plain words',
    '- *x',
    '&x',
    ': v',
    '[x]: y',
    '%',
    '...',
    ',',
    '"a: b',
    '"k" : v',
    '- # c',
    '{"a":"b"}',
    '[:"x"]',
  ],
);

const itemLine = fc.tuple(
  fc.constantFrom(
    '  - id: x',
    '  - id: y',
    '    indicators:',
    '      - id: z',
    '        name: "a',
    '  - {a: [',
    '    ]}',
    '  - |',
    '    k: v',
  ),
  fc.constant(''),
);
const saladLine = fc.tuple(
  fc.constantFrom('', '', ' ', '  ', '  ', '   ', '    ', '    ', '      ', '        '),
  fragment,
);

/** Lines that may or may not be YAML, half of them about items. */
export const lineSalad: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', 'indicators:\n', 'id: x\nindicators:\n  - id: a\n'),
    fc.array(fc.oneof(itemLine, saladLine), { maxLength: 12 }),
  )
  .map(([start, lines]) => start + lines.map(([indent, text]) => indent + text).join('\n'));

export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** `at` is a share of the text's length. */
export const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 80 }) },
  ),
  text: fc.oneof(
    fc.constantFrom('', 'x', '"', ' ', '\n', '[', '}', ':', '  ', '\n  - id: new\n', '#', '- ', '|\n', '\t', "'"),
    fragment,
  ),
});

export function edited(text: string, { at, length, text: newText }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + newText + text.slice(start + length);
}
