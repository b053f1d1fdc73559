/**
 * Runs the rules that look at one set of siblings at a time, and keeps what they found with the set: after an edit only
 * the sets that may see it are looked at again. A set sees its members, their children, all that it stands under, and what
 * the file says outside the indicators. Knows no rule by name.
 */
import type { Header } from '../model/header.ts';
import type { Indicator } from '../model/indicator.ts';
import { isSameText } from '../model/memory.ts';
import { withIndicators } from '../model/someIndicators.ts';
import { itemsOf, type MapNode, type Node, valueAt } from '../syntax/tree.ts';
import type { TextFacts } from './asked.ts';
import type { Problem, Rule, TextContext } from './rule.ts';
import { type BareProblem, contextsOf, type TextRule, withoutFixes } from './run.ts';

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
  readonly members: readonly Member[];
  readonly found: readonly Found[];
  /** One for each member, `undefined` for leaves. */
  readonly below: readonly (Part | undefined)[];
  readonly nFound: number;
}

interface Member {
  readonly node: MapNode;
  readonly id: string;
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
    const contextOf = contextsOfSet(set, facts);
    const problemsNow = (rule: TextRule) => {
      const now = again.get(rule) ?? [...rule.check(contextOf(rule))];
      again.set(rule, now);
      return now;
    };
    for (const { rule, nth, problem } of part.found) {
      const fixes = () => problemsNow(rule)[nth]?.fixes ?? [];
      all.push({
        rule,
        problem: {
          ...problem,
          get fixes() {
            return fixes();
          },
        },
      });
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
  const members = set.members.map(({ own, id }) => ({ node: own.node, id }));
  const found = isSameSet && areSame(members, before.members) ? before.found : foundIn(set, facts, rules);
  const below = set.members.map((member, index) => {
    const known = isSameSet ? partBefore(members[index]!, index - members.length, index, before) : undefined;
    if (known !== undefined && known.node === member.own.node && known.id === member.id) return known;
    const { children } = member;
    if (children === undefined || children.length === 0) return undefined;
    return partOf({ parent: member, members: children }, facts, rules, known);
  });
  const nFound = below.reduce((sum, part) => sum + (part?.nFound ?? 0), found.length);
  return { node, id: parent?.id, members, found, below, nFound };
}

/** The part below a member, where the member's own text stood in the same place, counted from the front or from the back. */
function partBefore({ node }: Member, fromBack: number, fromFront: number, before: Part): Part | undefined {
  const positions = [fromFront, before.members.length + fromBack];
  const known = positions.find(each => before.members[each] && isSameText(before.members[each]!.node, node));
  return known === undefined ? undefined : before.below[known];
}

/** Whether a set sees the same in its members: their texts, their ids and their children's texts. */
function areSame(now: readonly Member[], before: readonly Member[]): boolean {
  return (
    now.length === before.length &&
    now.every(({ node, id }, index) => {
      const old = before[index]!;
      return id === old.id && (node === old.node || (isSameText(node, old.node) && areChildrenSame(node, old.node)));
    })
  );
}

/** All that stands in the list counts, for what is no indicator moves the others on. */
function areChildrenSame(now: MapNode, before: MapNode): boolean {
  const [items, old] = [now, before].map(node => itemsOf(valueAt(node, 'indicators'))) as [
    readonly Node[],
    readonly Node[],
  ];
  return items.length === old.length && items.every((item, index) => isSameText(item, old[index]!));
}

function foundIn(set: SiblingSet, facts: TextFacts, rules: readonly TextRule[]): readonly Found[] {
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
  return contextsOf({ ...facts, system: withIndicators(facts.system, members, { parent }) });
}
