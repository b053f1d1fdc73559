/**
 * Runs the rules that look at one set of siblings at a time, and keeps what they found with the set: after an edit only
 * the sets that may see it are looked at again. A set sees its members, for some rules their children, all that it stands
 * under, and what the file says outside the indicators. Knows no rule by name.
 */
import type { Header } from '../model/header.ts';
import type { Indicator } from '../model/indicator.ts';
import { childrenOf, isSameText } from '../model/memory.ts';
import { siblingsUnder } from '../model/siblings.ts';
import { withIndicators } from '../model/someIndicators.ts';
import { itemsOf, type MapNode, type Node, valueAt } from '../syntax/tree.ts';
import type { TextFacts } from './asked.ts';
import type { Problem, Rule, TextContext } from './rule.ts';
import { type BareProblem, contextsOf, fixesOf, type TextRule, withoutFixes } from './run.ts';

/** What the rules found in all sets. */
export interface Parts {
  readonly header: Header;
  readonly configured: TextContext['configured'];
  readonly root: Part;
}

/** What the rules found in the set under one parent, and in those below it. */
interface Part {
  /** The parent's: the same node is the same with all below it. */
  readonly node: MapNode | undefined;
  readonly id: string | undefined;
  readonly found: readonly Found[];
  /** One for each member, `undefined` for leaves; none where all are leaves. */
  readonly below: readonly (Part | undefined)[];
  readonly nFound: number;
}

interface Found {
  readonly rule: TextRule;
  /** Its position among those that the rule finds in the set. */
  readonly nth: number;
  readonly problem: BareProblem;
}

/** The set under a parent, `undefined`: level 1. */
interface SiblingSet {
  readonly parent: Indicator | undefined;
  readonly members: readonly Indicator[];
}

export function findInParts(facts: TextFacts, rules: readonly TextRule[], before: Parts | undefined): Parts {
  const { system, configured } = facts;
  const isSame = before?.header === system.header && before.configured === configured;
  const top = { parent: undefined, members: system.top };
  const root = isSame
    ? partOf(top, facts, rules, before.root)
    : partOf(top, facts, rulesThatFind(facts, rules), undefined);
  return { header: system.header, configured, root };
}

/** Most rules find nothing anywhere: one look at the whole tells, without looking at each set. */
function rulesThatFind(facts: TextFacts, rules: readonly TextRule[]): readonly TextRule[] {
  const contextOf = contextsOf(facts);
  return rules.filter(rule => {
    for (const _ of rule.check(contextOf(rule))) return true;
    return false;
  });
}

/** The problems of all sets, each with its fixes as the file is now. */
export function problemsOfParts(facts: TextFacts, parts: Parts): readonly { rule: TextRule; problem: Problem }[] {
  const all: { rule: TextRule; problem: Problem }[] = [];
  const collect = (part: Part, set: SiblingSet) => {
    if (part.nFound === 0) return;
    const again = new Map<TextRule, readonly Problem[]>();
    const problemsNow = (rule: TextRule) => {
      const now = again.get(rule) ?? [...rule.check(contextsOfSet(set, facts)(rule))];
      again.set(rule, now);
      return now;
    };
    for (const { rule, nth, problem } of part.found) {
      const fixes = () => {
        const now = problemsNow(rule)[nth];
        return now === undefined ? [] : fixesOf(now);
      };
      all.push({ rule, problem: { ...problem, fixes } });
    }
    for (const [index, below] of part.below.entries()) {
      const parent = set.members[index]!;
      if (below !== undefined) collect(below, { parent, members: parent.children! });
    }
  };
  collect(parts.root, { parent: undefined, members: facts.system.top });
  return all;
}

/** `before`: the part in this place when all that the set stands under was the same. */
function partOf(set: SiblingSet, facts: TextFacts, rules: readonly TextRule[], before: Part | undefined): Part {
  const { parent } = set;
  const node = parent === undefined ? facts.system.node : parent.own.node;
  const isSameSet = before !== undefined && before.id === parent?.id;
  if (isSameSet && before.node === node) return before;
  const found = isSameSet ? foundAgain(set, facts, rules, before) : foundIn(set, facts, rules);
  const old = isSameSet ? childrenOf(before.node) : [];
  const below = set.members.map((member, index) => {
    const known = isSameSet
      ? partBefore(member, [index, old.length + index - set.members.length], old, before)
      : undefined;
    if (known !== undefined && known.node === member.own.node && known.id === member.id) return known;
    const { children } = member;
    if (children === undefined || children.length === 0) return undefined;
    return partOf({ parent: member, members: children }, facts, rules, known);
  });
  const nFound = below.reduce((sum, part) => sum + (part?.nFound ?? 0), found.length);
  return { node, id: parent?.id, found, below: below.some(part => part !== undefined) ? below : [], nFound };
}

/** The part below a member, where the member's own text stood in one of two places: counted from the front and from the back. */
function partBefore(
  { own }: Indicator,
  positions: readonly number[],
  old: readonly MapNode[],
  before: Part,
): Part | undefined {
  const known = positions.find(each => old[each] !== undefined && isSameText(old[each], own.node));
  return known === undefined ? undefined : before.below[known];
}

/** Rules find what they found where they see the same texts; with these the ids are the same. */
function foundAgain(set: SiblingSet, facts: TextFacts, rules: readonly TextRule[], before: Part): readonly Found[] {
  const [now, old] = [set.parent === undefined ? facts.system.node : set.parent.own.node, before.node];
  if (!areAll(listedIn(now), listedIn(old), isSameMember)) return foundIn(set, facts, rules);
  if (areAll(listedIn(now), listedIn(old), hasSameChildren)) return before.found;
  const ofMembers = before.found.filter(({ rule }) => rule.reach === 'siblings');
  const seeingChildren = rules.filter(({ reach }) => reach === 'siblings and children');
  return [...ofMembers, ...foundIn(set, facts, seeingChildren)];
}

function isSameMember(item: Node, old: Node): boolean {
  return item === old || (isSameText(item, old) && areAll(listedIn(item), listedIn(old), isSameKind));
}

function isSameKind(item: Node, old: Node): boolean {
  return item.kind === old.kind;
}

function hasSameChildren(item: Node, old: Node): boolean {
  return item === old || areAll(listedIn(item), listedIn(old), isSameText);
}

/** All that stands in the list counts, for what is no indicator moves the others on. */
function listedIn(node: Node | undefined): readonly Node[] {
  return itemsOf(valueAt(node, 'indicators'));
}

function areAll(now: readonly Node[], old: readonly Node[], isSame: (one: Node, other: Node) => boolean): boolean {
  return now.length === old.length && now.every((item, index) => isSame(item, old[index]!));
}

function foundIn(set: SiblingSet, facts: TextFacts, rules: readonly TextRule[]): readonly Found[] {
  if (rules.length === 0) return [];
  const contextOf = contextsOfSet(set, facts);
  const found: Found[] = [];
  for (const rule of rules) {
    let nth = 0;
    for (const problem of rule.check(contextOf(rule))) found.push({ rule, nth: nth++, problem: withoutFixes(problem) });
  }
  return found;
}

/** The facts with the set as if it were all indicators, for each rule. */
function contextsOfSet({ parent, members }: SiblingSet, facts: TextFacts): (rule: Rule) => TextContext {
  const sets = siblingsUnder(facts.system, parent);
  return contextsOf({ ...facts, system: withIndicators(facts.system, members, { parent, sets }) });
}
