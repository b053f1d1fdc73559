/**
 * What a rule asks of a definition while it looks, and what it is told: for as long as each answer is the same, so is
 * what it finds. What stands outside the indicators and what the project sets are not noted: whoever keeps findings holds
 * them for as long as these are the same. Knows no rule by name.
 */
import { systemFrom } from '../model/someIndicators.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { Tree } from '../syntax/tree.ts';
import type { DataContext, TextContext } from './rule.ts';

export type TextFacts = Omit<TextContext, 'threshold'>;
export type DataFacts = Omit<DataContext, 'threshold'>;
export type Facts = TextFacts | DataFacts;

export interface Asked {
  readonly question: (facts: Facts) => unknown;
  readonly told: unknown;
}

/** What a rule sees, and what it has asked so far; `all`: who has asked for everything is no longer listened to. */
export function listening<T extends TextContext>(
  context: T,
): { readonly context: T; readonly asked: () => readonly Asked[] | 'all' } {
  const asked: Asked[] = [];
  const known = new Map<string, Set<unknown>>();
  const note: Note = (kind, about, question) => {
    const told = question(context);
    const abouts = known.get(kind) ?? new Set();
    if (!abouts.has(about)) asked.push({ question, told });
    known.set(kind, abouts.add(about));
    return told as never;
  };
  const system = listeningSystem(context.system, note);
  const tree = listeningTree(context.tree, note);
  const heard = new Proxy(context, {
    get: (whole, key) => {
      if (key === 'system') return system;
      if (key === 'tree') return tree;
      if (key === 'file' || key === 'configured' || key === 'threshold') return whole[key];
      return note('fact', key, facts => facts[key as keyof Facts]);
    },
  });
  const hasAskedForAll = () => [...(known.get('system') ?? []), ...(known.get('tree') ?? [])].includes(undefined);
  return { context: heard, asked: () => (hasAskedForAll() ? 'all' : asked) };
}

export function wouldBeToldTheSame(facts: Facts, asked: readonly Asked[]): boolean {
  return asked.every(({ question, told }) => isSame(question(facts), told));
}

/** `about` tells the questions of one kind apart. */
type Note = <T>(kind: string, about: unknown, question: (facts: Facts) => T) => T;

function listeningSystem(system: IndicatorSystem, note: Note): IndicatorSystem {
  const all = () => note('system', undefined, facts => facts.system);
  return systemFrom(system.header, {
    get node() {
      return all().node;
    },
    get indicatorsEntry() {
      return all().indicatorsEntry;
    },
    get top() {
      return all().top;
    },
    get all() {
      return all().indicators;
    },
    get byId() {
      return all().byId;
    },
    get sets() {
      return all().framework.sets;
    },
    fold: fold => note('fold', fold, facts => facts.system.framework.fold(fold)),
    // Who has an indicator has asked for more than what it comes to.
    foldOf: (fold, indicator) => all().framework.foldOf(fold, indicator),
    having: selection => note('having', selection, facts => facts.system.framework.having(selection)),
    hasAny: selection => note('has any', selection, facts => facts.system.framework.hasAny(selection)),
    has: (keysOf, key) => note(`has ${key}`, keysOf, facts => facts.system.framework.has(keysOf, key)),
    sharing: keysOf => note('sharing', keysOf, facts => facts.system.framework.sharing(keysOf)),
  });
}

function listeningTree(tree: Tree, note: Note): Tree {
  return new Proxy(tree, {
    get: (_, key) => {
      if (key === 'errors' || key === 'aliasExpansion') return note('tree', key, facts => facts.tree[key]);
      const whole = note('tree', undefined, facts => facts.tree);
      const value = whole[key as keyof Tree];
      return typeof value === 'function' ? value.bind(whole) : value;
    },
  });
}

/** Lists are the same when their items are. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((item, index) => Object.is(item, other[index]));
}
