/** Every derived answer, each from facts and other answers: a file's text → tree → model → findings, scores. */
import { type Answer, answer } from '../base/query.ts';
import type { DataFacts, TextFacts } from '../checks/asked.ts';
import { check } from '../checks/check.ts';
import { coverageOf } from '../checks/coverage.ts';
import { type Found, type FoundInText, find, findInText } from '../checks/find.ts';
import type { Source } from '../checks/rule.ts';
import { rules as allRules } from '../checks/rules/index.ts';
import { sortedRules } from '../checks/sortedRules.ts';
import { encodingNamed } from '../data/encoding.ts';
import { formatOf, isTextFormat } from '../data/format.ts';
import { openedTable } from '../data/opened.ts';
import { readTable } from '../data/read.ts';
import type { DataFormat, Table, TableOptions } from '../data/table.ts';
import type { Header, RuleSetting } from '../model/header.ts';
import { readSystem } from '../model/read.ts';
import { systemFrom } from '../model/someIndicators.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { DataSource } from '../model/units.ts';
import { Scalars } from '../schema/scalars.ts';
import { checkStructure, type Structure, structureOfTree } from '../schema/structure.ts';
import { type BoundData, bindData } from '../scoring/bind/bind.ts';
import { keepsEarlierNumbers, numbersOf } from '../scoring/keptNumbers.ts';
import { type Scoring, scoreSystem } from '../scoring/score.ts';
import { parse } from '../syntax/parse.ts';
import { configured, withConfiguration } from './configuration.ts';
import { type DataFile, dataFiles, definitions, encodingProblems, firstDataFiles } from './facts.ts';
import { documentKind, pastOf, resolveFile } from './files.ts';
import { obstaclesOf } from './obstacles.ts';
import { tree } from './texts.ts';

export const system = answer('system', (read, file: string, before: ReturnType<typeof readSystem> | undefined) =>
  readSystem(read(tree, file), before),
);

/** What stands outside the indicators: the same for as long as nothing of it is edited. */
const header = answer('header', (read, file: string) => read(system, file).header);

const structureOfAll = answer<string, Structure | undefined>('structure of all', (read, file, before) =>
  structureOfTree(read(tree, file), before),
);

const structure = answer(
  'structure',
  (read, file: string) => checkStructure(read(tree, file), read(structureOfAll, file)),
  areSame,
);

export const scalars = answer(
  'scalars',
  (read, file: string, before: Scalars | undefined) => new Scalars(read(tree, file), documentKind(file), before),
);

/** The files reached through `previous:`; the last one may be unknown, or one that came before (a cycle). */
export const previous = answer('previous', (read, file: string) => {
  const chain = [file];
  for (;;) {
    const last = chain.at(-1)!;
    const path = read(header, last).previous?.value;
    if (path === undefined) return { chain, isCyclic: false };
    const next = resolveFile(last, path);
    const isCyclic = chain.includes(next);
    chain.push(next);
    if (isCyclic) return { chain, isCyclic };
  }
});

/** The edition before, for the rules. */
const earlier = answer('earlier', (read, file: string): TextFacts['earlier'] => {
  const { chain, isCyclic } = read(previous, file);
  const named = isCyclic ? undefined : chain[1];
  const content = named === undefined ? undefined : read(definitions, named);
  if (named === undefined || content === undefined) return undefined;
  if (content.kind !== 'text') return content.kind;
  return { file: named, tree: read(tree, named), system: read(system, named) };
});

const rules = sortedRules(allRules);

const noSettings: readonly RuleSetting[] = [];

const textFacts = answer(
  'text facts',
  (read, file: string): TextFacts => ({
    file,
    encodingProblem: read(encodingProblems, file),
    tree: read(tree, file),
    system: read(system, file),
    structure: read(structure, file),
    previous: read(previous, file),
    earlier: read(earlier, file),
    configured: read(configured, file)?.rules ?? noSettings,
  }),
);

const foundInText = answer('found in text', (read, file: string, before: FoundInText | undefined) =>
  findInText(read(textFacts, file), rules, before),
);

export const textFindings = answer('text findings', (read, file: string) =>
  withConfiguration(read, file, () => check(read(textFacts, file), rules, read(foundInText, file).findings)),
);

/** The file of each data source; `undefined` where none is named. */
const sourceFiles = answer(
  'source files',
  (read, file: string): readonly (string | undefined)[] => {
    const first = read(firstDataFiles, file);
    return read(header, file).data.map((source, index) => (index === 0 ? first : undefined) ?? fileOf(source, file));
  },
  areSame,
);

export const dataFilesOf = answer(
  'data files',
  (read, file: string): readonly string[] => [...new Set(read(sourceFiles, file).flatMap(each => each ?? []))],
  areSame,
);

/** How a data file is read. */
interface Reading {
  readonly file: string;
  readonly format: DataFormat;
  readonly encoding: TableOptions['encoding'];
  readonly sheet: string | number | undefined;
}

/** Keyed by a `Reading`, so that two definitions share a table; a file that has not changed since a commit is one with that. */
const table: Answer<string, Table | undefined> = answer('table', (read, key: string): Table | undefined => {
  const { file, format, encoding, sheet } = JSON.parse(key) as Reading;
  const content = read(dataFiles, file);
  const present = pastOf(file)?.file;
  if (present !== undefined && areEqual(content, read(dataFiles, present)))
    return read(table, JSON.stringify({ file: present, format, encoding, sheet } satisfies Reading));
  if (content?.kind === 'opened') return openedTable(content.content, sheet);
  return content?.kind === 'bytes' && isTextFormat(format) ? readTable(content.bytes, { format, encoding }) : undefined;
});

export const sources = answer('sources', (read, file: string): readonly Source[] =>
  read(header, file).data.map((declaration, index): Source => {
    const dataFile = read(sourceFiles, file)[index];
    const content = dataFile === undefined ? undefined : read(dataFiles, dataFile);
    const format = formatOf(dataFile ?? '') ?? formatOf(declaration.path?.value ?? '');
    const encoding = encodingNamed(declaration.encoding?.value);
    if (dataFile === undefined || content === undefined)
      return { declaration, file: dataFile ?? '', state: 'missing', table: undefined };
    if (content.kind !== 'bytes' && content.kind !== 'opened')
      return { declaration, file: dataFile, state: content.kind, table: undefined };
    if (format === undefined) return { declaration, file: dataFile, state: 'unknown-format', table: undefined };
    const reading: Reading = { file: dataFile, format, encoding, sheet: declaration.sheet?.value };
    const found = read(table, JSON.stringify(reading));
    return { declaration, file: dataFile, state: found === undefined ? 'unreadable' : 'read', table: found };
  }),
);

export const data = answer('data', (read, file: string, before: BoundData | undefined) => {
  const tables = read(sources, file).map(source => source.table);
  // Without a source there is nothing that a leaf could read.
  return tables.length === 0
    ? bindData(withoutIndicators(read(header, file)), [])
    : bindData(read(system, file), tables, before);
});

/** The file of the edition whose numbers the definition keeps, where it keeps any. */
export const keptEdition = answer('kept edition', (read, file: string): string | undefined => {
  const { chain, isCyclic } = read(previous, file);
  // Without one nothing is kept, and nobody need look for it.
  return chain.length > 1 && !isCyclic && keepsEarlierNumbers(read(system, file)) ? chain[1] : undefined;
});

const earlierNumbers = answer('earlier numbers', (read, file: string): Pick<BoundData, 'earlier'> => {
  const kept = read(keptEdition, file);
  const before = kept === undefined ? undefined : read(scoring, kept);
  return before === undefined ? {} : { earlier: numbersOf(before) };
});

export const scoring = answer<string, Scoring | undefined>('scoring', (read, file, before) => {
  const { earlier: numbers } = read(earlierNumbers, file);
  const bound = numbers === undefined ? read(data, file) : { ...read(data, file), earlier: numbers };
  const { top } = read(system, file);
  if (bound.units.length === 0 || top.length === 0) return undefined;
  const obstacles = obstaclesOf(read(tree, file), read(system, file), read(structure, file));
  return scoreSystem(read(system, file), bound, obstacles, before);
});

const coverage = answer('coverage', (read, file: string) =>
  coverageOf({ system: read(system, file), data: read(data, file), scoring: read(scoring, file) }),
);

const dataFacts = answer(
  'data facts',
  (read, file: string): DataFacts => ({
    ...read(textFacts, file),
    sources: read(sources, file),
    data: read(data, file),
    scoring: read(scoring, file),
    coverage: read(coverage, file),
  }),
);

const foundInData = answer('found in data', (read, file: string, before: Found | undefined) =>
  find(read(dataFacts, file), rules.inData, before),
);

export const findings = answer('findings', (read, file: string) =>
  withConfiguration(read, file, () =>
    check(read(dataFacts, file), rules, [...read(foundInText, file).findings, ...read(foundInData, file).findings]),
  ),
);

function withoutIndicators(header: Header): IndicatorSystem {
  return systemFrom(header, readSystem(parse('')).framework);
}

function fileOf(source: DataSource, definition: string): string | undefined {
  return source.path === undefined ? undefined : resolveFile(definition, source.path.value);
}

function areSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

/** Whether two files hold the same bytes. */
function areEqual(one: DataFile | undefined, other: DataFile | undefined): boolean {
  if (one?.kind !== 'bytes' || other?.kind !== 'bytes') return false;
  const { length } = one.bytes;
  if (other.bytes.length !== length) return false;
  for (let index = 0; index < length; index++) if (one.bytes[index] !== other.bytes[index]) return false;
  return true;
}
