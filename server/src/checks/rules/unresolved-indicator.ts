import { localText } from '../../base/locale.ts';
import { nearest } from '../../base/nearest.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Weighting } from '../../model/method.ts';
import { idOf, withId } from '../../model/select.ts';
import { computedSiblings, type Siblings } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { quoteScalar } from '../../syntax/edit.ts';
import type { Node, Tree } from '../../syntax/tree.ts';
import { judgedSiblings } from '../judged.ts';
import type { Problem, Rule } from '../rule.ts';
import { fixesOf } from '../run.ts';
import { unresolvedProblem } from '../unresolved.ts';
import { nameIn } from '../words.ts';

const noun = { en: 'indicator', zh: '指标' };

export const unresolvedIndicator: Rule = {
  code: 'unresolved-indicator',
  severity: 'error',
  level: 'text',
  title: localText('A reference to an indicator that is not there', '引用了不存在的指标'),
  why: localText(
    'A deduction or an expectation that names no indicator has no effect.',
    '扣分项或预期结果若引用不存在的指标，就不起作用。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: security, name: S}\nadjustments:\n  - {id: leak, kind: deduction, column: n, points: 3, of: securty, floor: 0}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: security, name: S}\nadjustments:\n  - {id: leak, kind: deduction, column: n, points: 3, of: security, floor: 0}\n',
  },
  *check({ tree, system }) {
    // Where none can be read, that is the mistake.
    if (!system.framework.hasAny(withId)) return;
    const claims = system.expectations.flatMap(({ claim }) => (claim?.kind === 'score' ? (claim.indicator ?? []) : []));
    const references = [...system.adjustments.flatMap(({ of }) => of ?? []), ...claims];
    for (const reference of references) {
      if (system.framework.has(idOf, reference.value)) continue;
      yield unresolvedProblem(tree, reference, system.byId.keys(), noun);
    }
    yield* strangersJudged(tree, system);
  },
};

/** Names in judgements and shares: of siblings only, for weights are shared among them. */
function* strangersJudged(tree: Tree, system: IndicatorSystem): Iterable<Problem> {
  for (const { members, parent, judged } of judgedSiblings(system)) {
    for (const { judgement, id } of judged.unknown) {
      const other = (near: string) =>
        [judgement.left, judgement.right].map(each => (each === id ? near : each)).join('/');
      yield stranger(tree, { id, node: judgement.entry.key, rewritten: other }, { members, parent });
    }
  }
  for (const { members, parent, weighting } of computedSiblings(system)) {
    for (const { id, node } of [weighting, weighting?.with].flatMap(sharesOf)) {
      if (members.some(member => member.id === id)) continue;
      yield stranger(tree, { id, node, rewritten: near => near }, { members, parent });
    }
  }
}

function sharesOf(weighting: Weighting | undefined): readonly { readonly id: string; readonly node: Node }[] {
  return [...(weighting?.shares ?? [])].map(([id, { entry, node }]) => ({ id, node: entry?.key ?? node }));
}

function placeOf(parent: Indicator | undefined): string {
  return parent === undefined ? 'indicators' : nameIn(parent, 'en');
}

interface Name {
  readonly id: string;
  /** The key that it stands in, and that key with another name in its place. */
  readonly node: Node;
  readonly rewritten: (near: string) => string;
}

function stranger(
  tree: Tree,
  { id, node, rewritten }: Name,
  { members, parent }: Pick<Siblings, 'members' | 'parent'>,
): Problem {
  const names = members.map(member => member.id);
  const problem = unresolvedProblem(tree, { value: id, node }, names, noun, placeOf(parent));
  const near = nearest(id, names);
  if (near === undefined) return problem;
  const edits = [{ range: tree.rangeOf(node), newText: quoteScalar(rewritten(near)) }];
  return { ...problem, fixes: fixesOf(problem).map(fix => ({ ...fix, edits })) };
}
