/**
 * What a rule asks of a definition while it looks, and what it is told: for as long as each answer is the same, so is
 * what it finds. What stands outside the indicators and what the project sets are not noted: whoever keeps findings holds
 * them for as long as these are the same. Knows no rule by name.
 */
import type { Indicator } from '../model/indicator.ts';
import { systemFrom } from '../model/someIndicators.ts';
import type { Fold, Framework, IndicatorSystem, KeysOf, Selection } from '../model/system.ts';
import type { Tree } from '../syntax/tree.ts';
import type { DataContext, TextContext } from './rule.ts';

export type TextFacts = Omit<TextContext, 'threshold'>;
export type DataFacts = Omit<DataContext, 'threshold'>;
export type Facts = TextFacts | DataFacts;

/** Two of one kind about the same are one question. */
export interface Question {
  readonly kind: string;
  readonly about: unknown;
  readonly ask: (facts: Facts) => unknown;
}

/** The questions of some rules, each once, and what they were told. */
export interface Inquiry {
  readonly questions: readonly { readonly ask: Question['ask']; readonly by: readonly number[] }[];
  readonly told: readonly unknown[];
}

/** What a rule sees, and what it has asked so far; `all`: who has asked for everything is no longer listened to. */
export function listening<T extends TextContext>(
  context: T,
): { readonly context: T; readonly asked: () => readonly Question[] | 'all' } {
  const asked: Question[] = [];
  const note: Note = (kind, about, ask) => {
    if (!asked.some(each => each.kind === kind && each.about === about)) asked.push({ kind, about, ask });
    return ask(context) as never;
  };
  const system = systemFrom(context.system.header, new ListeningFramework(note));
  const tree = listeningTree(context.tree, note);
  const heard = new Proxy(context, {
    get: (whole, key) => {
      if (key === 'system') return system;
      if (key === 'tree') return tree;
      if (key === 'file' || key === 'configured' || key === 'threshold') return whole[key];
      return note('fact', key, factOf(key));
    },
  });
  return { context: heard, asked: () => (asked.some(isAboutAll) ? 'all' : asked) };
}

/** `asked`: what each rule has asked. */
export function inquiryOf(asked: readonly (readonly Question[])[], facts: Facts): Inquiry {
  const known = new Map<string, Map<unknown, number[]>>();
  const questions: { readonly ask: Question['ask']; readonly by: number[] }[] = [];
  for (const [nth, each] of asked.entries()) {
    for (const { kind, about, ask } of each) {
      const ofKind = known.get(kind) ?? new Map<unknown, number[]>();
      known.set(kind, ofKind);
      const by = ofKind.get(about);
      if (by !== undefined) by.push(nth);
      else {
        const first = [nth];
        ofKind.set(about, first);
        questions.push({ ask, by: first });
      }
    }
  }
  return { questions, told: questions.map(({ ask }) => ask(facts)) };
}

/** What is told now, and to which of the rules something else than before. */
export function askedAgain(
  { questions, told }: Inquiry,
  facts: Facts,
): { readonly inquiry: Inquiry; readonly changed: ReadonlySet<number> } {
  const changed = new Set<number>();
  const now: unknown[] = [];
  for (let index = 0; index < questions.length; index++) {
    const { ask, by } = questions[index]!;
    const answer = ask(facts);
    now.push(answer);
    if (!isSame(answer, told[index])) for (const nth of by) changed.add(nth);
  }
  return { inquiry: { questions, told: now }, changed };
}

export function areSameQuestions(some: readonly Question[], others: readonly Question[]): boolean {
  if (some.length !== others.length) return false;
  return some.every(({ kind, about }, index) => kind === others[index]!.kind && about === others[index]!.about);
}

type Note = <T>(kind: string, about: unknown, ask: (facts: Facts) => T) => T;

/** What the system or the tree is asked about so is asked for everything. */
function isAboutAll({ kind, about }: Question): boolean {
  return about === undefined && (kind === 'system' || kind === 'tree');
}

/**
 * What is asked is kept, so that no question may see more than what it is about: it would hold on to the system that was
 * asked first.
 */
class ListeningFramework implements Framework {
  readonly #note: Note;

  constructor(note: Note) {
    this.#note = note;
  }

  get node() {
    return this.#all().node;
  }

  get indicatorsEntry() {
    return this.#all().indicatorsEntry;
  }

  get top() {
    return this.#all().top;
  }

  get all() {
    return this.#all().indicators;
  }

  get byId() {
    return this.#all().byId;
  }

  get sets() {
    return this.#all().framework.sets;
  }

  fold<T>(fold: Fold<T>): readonly T[] {
    return this.#note('fold', fold, facts => facts.system.framework.fold(fold));
  }

  /** Who has an indicator has asked for more than what it comes to. */
  foldOf<T>(fold: Fold<T>, indicator: Indicator): T {
    return this.#all().framework.foldOf(fold, indicator);
  }

  having(selection: Selection): readonly Indicator[] {
    return this.#note('having', selection, facts => facts.system.framework.having(selection));
  }

  hasAny(selection: Selection): boolean {
    return this.#note('has any', selection, facts => facts.system.framework.hasAny(selection));
  }

  has(keysOf: KeysOf, key: string): boolean {
    return this.#note(`has ${key}`, keysOf, facts => facts.system.framework.has(keysOf, key));
  }

  sharing(keysOf: KeysOf): readonly Indicator[] {
    return this.#note('sharing', keysOf, facts => facts.system.framework.sharing(keysOf));
  }

  #all(): IndicatorSystem {
    return this.#note('system', undefined, facts => facts.system);
  }
}

function listeningTree(tree: Tree, note: Note): Tree {
  return new Proxy(tree, {
    get: (_, key) => {
      if (key === 'errors' || key === 'aliasExpansion') return note('tree', key, partOfTree(key));
      const whole = note('tree', undefined, wholeTree);
      const value = whole[key as keyof Tree];
      return typeof value === 'function' ? value.bind(whole) : value;
    },
  });
}

const wholeTree = ({ tree }: Facts) => tree;
const partOfTree =
  (key: 'errors' | 'aliasExpansion') =>
  ({ tree }: Facts) =>
    tree[key];
const factOf = (key: string | symbol) => (facts: Facts) => facts[key as keyof Facts];

/** Lists are the same when their items are. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((item, index) => Object.is(item, other[index]));
}
