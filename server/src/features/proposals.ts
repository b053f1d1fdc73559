/** Proposals for a place of a definition: keys, values of closed lists, names of things. Knows no editor's ranges. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Locale } from '../base/locale.ts';
import { rules } from '../checks/rules/index.ts';
import type { SchemaCursor } from '../schema/cursor.ts';
import { type SchemaKey, type SchemaPlace, schemaOf } from '../schema/schema.ts';
import { quoteScalar } from '../syntax/quote.ts';
import type { Tree } from '../syntax/tree.ts';
import { documentKind } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { namedThings } from './namedThings.ts';
import { type FreeKey, newIds, newKeys } from './namesFromData.ts';
import { type Snippet, snippets, spoken, withDefaults } from './snippets.ts';

export interface Facts {
  readonly workspace: Workspace;
  readonly file: string;
  readonly tree: Tree;
  readonly locale: Locale;
  /** Files that the definition may refer to. */
  readonly nearby: readonly string[];
}

export interface Proposal {
  readonly label: string;
  readonly newText: string;
  /** In place of `newText` in an editor that leads through what is to be filled in: with the protocol's placeholders. */
  readonly toFillIn?: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  readonly filterText?: string | undefined;
}

export type KeyCursor = Extract<SchemaCursor, { at: 'key' }>;

/** Keys of the place, and what else may begin there. */
export function keyProposals(facts: Facts, cursor: KeyCursor): readonly Proposal[] {
  const { place, entry } = cursor;
  const isNothing = place.node === undefined || (place.node.kind === 'scalar' && entry === undefined);
  const own = entry === undefined ? undefined : entry.name;
  const open = place.keys.filter(({ key, isPresent }) => !isPresent || key === own);
  const order = (key: SchemaKey) => (key.isRequired ? 0 : key.isSupported ? 1 : 2);
  const keys = open
    .toSorted((a, b) => order(a) - order(b))
    .map(key =>
      keyProposal(key, facts, keyEnd(facts.tree, cursor) === '' ? '' : startOfValue(facts.tree, cursor, key)),
    );
  const values = isNothing ? valueProposals(facts, place) : [];
  return [...keys, ...freeKeys(facts, cursor), ...values, ...pieces(facts, cursor, isNothing)];
}

/** Whole pieces, where one may begin; of those at the top level, what is not there yet. */
function pieces({ tree, locale }: Facts, { place, word, lead }: KeyCursor, isNothing: boolean): readonly Proposal[] {
  const isItem = place.path.at(-2) === 'indicators' && typeof place.path.at(-1) === 'number';
  const isTop = place.path.length === 0 && tree.source.positionAt(word.start).character === 0;
  const isOpen = ({ name }: Snippet) => place.keys.some(({ key, isPresent }) => key === name && !isPresent);
  const fitting = snippets.filter(snippet => {
    if (snippet.place === 'indicator') return isItem && isNothing;
    return isTop && (snippet.place === 'file' ? isNothing : !isNothing && isOpen(snippet));
  });
  const indented = `\n${' '.repeat(tree.source.positionAt(word.start).character + lead.length)}`;
  return fitting.map(snippet => {
    const lines = spoken(snippet, locale);
    const text = lines.map(withDefaults);
    return {
      label: `${snippet.name} …`, // more than the key of that name
      filterText: snippet.name,
      newText: text.join(indented),
      toFillIn: lines.join(indented),
      kind: CompletionItemKind.Snippet,
      detail: snippet.about[locale],
      documentation: ['```yaml', ...text, '```'].join('\n'),
    };
  });
}

/** A key that has its colon keeps it. */
function keyEnd(tree: Tree, { entry }: KeyCursor): string {
  if (entry === undefined) return ': ';
  const { end } = tree.rangeOf(entry.key);
  return /^\s*:/.test(tree.source.slice(end, end + 20)) ? '' : ': ';
}

/** Behind a new key: its colon; where only a map or a list of maps can follow, also the start of their first line. */
function startOfValue(tree: Tree, { place, word, lead }: KeyCursor, { key, types, values }: SchemaKey): string {
  const isFlow = tree.pathAt(word.start).some(node => 'style' in node && node.style === 'flow');
  if (isFlow || types.length !== 1 || values.length > 0) return ': ';
  const column = tree.source.positionAt(word.start).character + lead.length;
  const line = `:\n${' '.repeat(column + 2)}`;
  if (types[0] === 'object') return line;
  const isListOfMaps = types[0] === 'array' && schemaOf(tree, [...place.path, key, 0])?.types.join() === 'object';
  return isListOfMaps ? `${line}- ` : ': ';
}

function keyProposal(
  { key, title, description, isRequired, isSupported }: SchemaKey,
  { locale }: Facts,
  end: string,
): Proposal {
  const required = locale === 'en' ? 'required' : '必填';
  const words = [title?.[locale], isRequired ? required : undefined, isSupported ? undefined : notYet[locale]];
  return {
    label: key,
    newText: key + end,
    kind: CompletionItemKind.Property,
    detail: words.filter(Boolean).join(' · '),
    documentation: description?.[locale],
  };
}

/** Keys of the author's own: names of groups, columns, indicators, rules. */
function freeKeys(facts: Facts, cursor: KeyCursor): readonly Proposal[] {
  const { place, entry } = cursor;
  const end = keyEnd(facts.tree, cursor);
  const map = place.node;
  const present = new Set(
    map?.kind === 'map' ? map.entries.filter(each => each !== entry).map(({ name }) => name) : [],
  );
  const named = place.keysReferTo === undefined ? [] : names(facts, place.keysReferTo, place.path);
  const own: readonly FreeKey[] = [...named, ...codes(facts, place), ...newKeys(facts.workspace, facts.file, place)];
  return own
    .filter(({ name }) => !present.has(name))
    .map(({ name, about, alsoCalled, value = '' }) => ({
      label: name,
      newText: quoteScalar(name) + end + (end === '' ? '' : value),
      kind: CompletionItemKind.Reference,
      detail: about,
      filterText: alsoCalled && `${name} ${alsoCalled}`,
    }));
}

function codes({ locale }: Facts, { path }: SchemaPlace): readonly FreeKey[] {
  return path.length === 1 && path[0] === 'rules'
    ? rules.map(({ code, title }) => ({ name: code, about: title[locale] }))
    : [];
}

export function valueProposals(facts: Facts, place: SchemaPlace): readonly Proposal[] {
  const { locale } = facts;
  const closed = place.values
    .toSorted((a, b) => Number(b.isSupported) - Number(a.isSupported))
    .map(
      ({ value, meaning, isSupported }): Proposal => ({
        label: String(value),
        newText: typeof value === 'string' ? quoteScalar(value) : String(value),
        kind: CompletionItemKind.EnumMember,
        detail: [meaning?.[locale], isSupported ? undefined : notYet[locale]].filter(Boolean).join(' · '),
      }),
    );
  const logical = place.types.includes('boolean') && place.refersTo === undefined ? ['true', 'false'] : [];
  const named =
    place.refersTo === undefined
      ? newIds(facts.workspace, facts.file, place)
      : names(facts, place.refersTo, place.path);
  return [
    ...closed,
    ...logical.map(label => ({ label, newText: label, kind: CompletionItemKind.Value })),
    ...named.map(({ name, about, alsoCalled }) => ({
      label: name,
      newText: place.refersTo === 'level' ? name : quoteScalar(name),
      kind: place.refersTo === 'file' ? CompletionItemKind.File : CompletionItemKind.Reference,
      detail: about,
      filterText: alsoCalled && `${name} ${alsoCalled}`,
    })),
    ...listsOfOne(facts, place),
  ];
}

/** Where a list must stand and nothing is written, a list of one is offered. */
function listsOfOne(facts: Facts, place: SchemaPlace): readonly Proposal[] {
  if (!place.types.includes('array') || place.node !== undefined) return [];
  const item = schemaOf(facts.tree, [...place.path, 0], documentKind(facts.file));
  if (item === undefined || item.types.includes('array')) return [];
  return valueProposals(facts, item).map(each => ({ ...each, label: `[${each.label}]`, newText: `[${each.newText}]` }));
}

function names(
  { workspace, file, locale, nearby }: Facts,
  reference: NonNullable<SchemaPlace['refersTo']>,
  path: SchemaPlace['path'],
) {
  const under = path.findLast(step => typeof step === 'string');
  return namedThings(workspace, file, { reference, under, nearby }, locale);
}

const notYet = { en: 'not supported yet', 'zh-CN': '尚不支持' } as const;
