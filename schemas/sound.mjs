/**
 * Writes functions that tell whether a node is as a JSON Schema says, for what the schemas of the format consist of. They
 * never take for sound what the validators object to. The node they look at is `w`, as `nodeValues.ts` of the schema layer
 * knows it. Knows nothing of what the schemas are about.
 */

/** `roots`: schemas by the name of the function; the references of all are to `definitions`. */
export function soundCode(roots, definitions) {
  const names = new Map();
  const written = [];
  const scope = { call, variable };
  const exported = Object.entries(roots).map(([name, schema]) => `export const ${name} = ${nameOf(schema)};`);
  return `${[header, ...written, ...exported].join('\n')}\n`;

  /** The call that tests what an expression gives. */
  function call(schema, argument = 'w') {
    return typeof schema === 'boolean' ? String(schema) : `${nameOf(schema)}(${argument})`;
  }

  /** Equal schemas have one function; a schema that only refers to another has that one's. */
  function nameOf(schema) {
    const [first, ...more] = Object.keys(schema).filter(keyword => !saysNothing.has(keyword));
    if (first === '$ref' && more.length === 0) return nameOf(definitions[schema.$ref.replace('#/definitions/', '')]);
    if (first === 'allOf' && more.length + schema.allOf.length === 1) return nameOf(schema.allOf[0]);
    const key = JSON.stringify(schema);
    if (!names.has(key)) {
      names.set(key, `s${names.size}`);
      const lines = [first, ...more].flatMap(keyword => statementsOf(keyword, schema));
      written.push(`function ${names.get(key)}(w) {`, ...lines.map(line => `  ${line}`), '  return true;', '}');
    }
    return names.get(key);
  }

  function statementsOf(keyword, schema) {
    if (keyword === undefined) return [];
    return makers[keyword]?.(schema, scope) ?? ['return false;'];
  }

  /** What is made when it is first needed. */
  function variable() {
    written.push(`let c${written.length};`);
    return `c${written.length - 1}`;
  }
}

const header = `import { hasName, nameCount, nameNode, resolved, typesOf, scalarValue, valueUnder } from '../nodeValues.ts';`;

/** What others read, or what says how to read the rest. */
const saysNothing = new Set(['$schema', '$id', 'definitions', 'then', 'else']);

/** Bit by bit, as `typesOf` tells them. */
const types = { object: 1, array: 2, null: 4, string: 8, boolean: 16, number: 32, integer: 64 };

const text = JSON.stringify;
const unless = condition => [`if (!(${condition})) return false;`];
const ofMap = statement => [`if (w?.kind === 'map') ${statement}`];
const ofList = statement => [`if (w?.kind === 'sequence') ${statement}`];
const hasNames = names => names.map(name => `hasName(w, ${text(name)})`).join(' && ') || 'true';
// Loops that count: what opens a file runs few times, and until it is compiled an iterator costs more than what is done with it.
const ofEach = (list, each, statement) =>
  `for (let i = 0; i < ${list}.length; i++) { const ${each} = ${list}[i]; ${statement} }`;
const ofNumber = (comparison, limit) => [
  `if (typeof scalarValue(w) === 'number' && !(scalarValue(w) ${comparison} ${limit})) return false;`,
];

const makers = {
  $ref: ({ $ref }, { call }) => unless(call({ $ref })),
  type: ({ type }) => unless(`typesOf(w) & ${[type].flat().reduce((all, each) => all | types[each], 0)}`),
  const: schema => unless(`scalarValue(w) === ${text(schema.const)}`),
  enum: schema => ['const v = scalarValue(w);', ...unless(schema.enum.map(each => `v === ${text(each)}`).join(' || '))],
  'x-enum': schema => Object.keys(schema['x-enum']).map(each => `if (scalarValue(w) === ${text(each)}) return false;`),
  'x-supported': () => ['return false;'],
  pattern({ pattern }, { variable }) {
    // All letters of the world are a large class, made when a text has others than those of ASCII.
    const isMatched = [...new Set([inAscii(pattern), pattern])]
      .map(each => `(${variable()} ??= new RegExp(${text(each)}, 'u')).test(scalarValue(w))`)
      .join(' || ');
    return unless(`typeof scalarValue(w) !== 'string' || ${isMatched}`);
  },
  minimum: ({ minimum }) => ofNumber('>=', minimum),
  maximum: ({ maximum }) => ofNumber('<=', maximum),
  exclusiveMinimum: ({ exclusiveMinimum }) => ofNumber('>', exclusiveMinimum),
  items: ({ items }, { call }) => ofList(ofEach('w.items', 'item', unless(call(items, 'resolved(item)')))),
  minItems: ({ minItems }) => ofList(...unless(`w.items.length >= ${minItems}`)),
  maxItems: ({ maxItems }) => ofList(...unless(`w.items.length <= ${maxItems}`)),
  required: ({ required }) => ofMap(...unless(hasNames(required))),
  dependencies: ({ dependencies }) =>
    Object.entries(dependencies).flatMap(([name, others]) =>
      ofMap(...unless(`!(${hasNames([name])}) || (${hasNames(others)})`)),
    ),
  minProperties: ({ minProperties }) => ofMap(...unless(`nameCount(w) >= ${minProperties}`)),
  propertyNames: ({ propertyNames }, { call }) =>
    ofMap(ofEach('w.entries', 'entry', unless(call(propertyNames, 'nameNode(entry)')))),
  properties: entriesStatement,
  additionalProperties: (schema, scope) => (schema.properties === undefined ? entriesStatement(schema, scope) : []),
  allOf: ({ allOf }, scope) => [
    ...allOf.filter(part => branchOf(part) === undefined).flatMap(part => unless(scope.call(part))),
    ...switches(
      allOf.flatMap(part => branchOf(part) ?? []),
      scope,
    ),
  ],
  anyOf: ({ anyOf }, { call }) => unless(anyOf.map(each => call(each)).join(' || ')),
  if: (schema, { call }) => unless(`${call(schema.if)} ? ${call(schema.then ?? true)} : ${call(schema.else ?? true)}`),
};

/** The keywords that are followed. */
export const followedKeywords = new Set([...saysNothing, ...Object.keys(makers)]);

/** Of equal keys only the first counts, but more than that is asked here. Many names are looked up, few compared. */
function entriesStatement({ properties = {}, additionalProperties = true }, { call, variable }) {
  const value = 'resolved(entry.value)';
  const named = Object.entries(properties);
  const other = additionalProperties === true ? '' : unless(call(additionalProperties, value));
  if (named.length > 6) {
    const pairs = named.map(([name, schema]) => `[${text(name)}, ${functionOf(schema)}]`);
    const tests = `(${variable()} ??= new Map([${pairs.join(', ')}]))`;
    const test = `const test = ${tests}.get(entry.name);`;
    const statement = `${test} if (test !== undefined) { ${unless(`test(${value})`)} } else { ${other} }`;
    return ofMap(ofEach('w.entries', 'entry', statement));
  }
  const cases = named.map(([name, schema]) => `case ${text(name)}: ${unless(call(schema, value))} break;`);
  return ofMap(ofEach('w.entries', 'entry', `switch (entry.name) { ${cases.join(' ')} default: ${other} }`));

  function functionOf(schema) {
    return typeof schema === 'boolean' ? `() => ${schema}` : call(schema, '').replace('()', '');
  }
}

/** What holds where a map has one of some values under a key. */
function branchOf({ if: condition, then, ...more }) {
  const [key, ...others] = condition?.required ?? [];
  const asked = condition?.properties?.[key];
  if (then === undefined || typeof asked !== 'object' || others.length + Object.keys(more).length > 0) return undefined;
  const isPlain = condition.type === 'object' && Object.keys(condition).length === 3;
  const isAboutKey = Object.keys(condition.properties).length === 1 && Object.keys(asked).length === 1;
  const values = asked.enum ?? ('const' in asked ? [asked.const] : undefined);
  return isPlain && isAboutKey && values !== undefined ? { key, values, then } : undefined;
}

/** Of many branches on the values of one key one is looked at. */
function switches(branches, { call }) {
  return [...new Set(branches.map(({ key }) => key))].flatMap(key => {
    const ofKey = branches.filter(branch => branch.key === key);
    const values = [...new Set(ofKey.flatMap(branch => branch.values))];
    const cases = values.map(value => {
      const tests = ofKey.filter(branch => branch.values.includes(value)).map(({ then }) => call(then));
      return `case ${text(value)}: ${unless(tests.join(' && '))} break;`;
    });
    return ofMap(`switch (valueUnder(w, ${text(key)})) { ${cases.join(' ')} }`);
  });
}

/** A pattern that holds for fewer texts: what stands in brackets for all letters, marks and digits stands for those of ASCII. */
function inAscii(pattern) {
  return pattern.replace(/\[(?!\^)[^\]]*\]/g, set =>
    set.replaceAll('\\p{L}', 'A-Za-z').replaceAll('\\p{M}', '').replaceAll('\\p{N}', '0-9'),
  );
}
