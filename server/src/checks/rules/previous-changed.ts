import { inPercent, type LocalText, localText, localTextOf } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameNode } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { isInBoth, matchSystems, type Pairs } from '../../scoring/compare/match.ts';
import { areSame, plainOf, printPlain } from '../../scoring/compare/plain.ts';
import { effectiveWeights } from '../../scoring/weights.ts';
import type { Edition, Problem, ProblemPlace, Rule } from '../rule.ts';
import { listIn, nameIn, numberText, parentIn } from '../words.ts';

const definition = (keys: string, weights: readonly [number, number]) =>
  `indicatorSystem: 1\n${keys}indicators:\n  - {id: online, name: 网办率, weight: ${weights[0]}}\n  - {id: reply, name: 答复率, weight: ${weights[1]}}\n`;
const files = { '2019.indicators.yaml': definition('', [60, 40]) };

export const previousChanged: Rule = {
  code: 'previous-changed',
  severity: 'information',
  level: 'text',
  title: localText('Changed against the previous edition', '与上一版相比有变动'),
  why: localText(
    'A rise in the ranking may be the unit’s own, or the work of another weight or another indicator. What was changed belongs in the publication, beside the comparison.',
    '位次上升可能是对象自身的进步，也可能是权重或指标调整所致。发布对比结果时应一并说明这些调整。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 9: back to the data; step 10: presentation',
    'OECD/JRC《复合指标构建手册》（2008）第 9 步：回到数据；第 10 步：结果呈现',
  ),
  wrong: { definition: definition('previous: 2019.indicators.yaml\n', [70, 30]), files },
  right: { definition: definition('previous: 2019.indicators.yaml\n', [60, 40]), files },
  *check({ system, earlier }) {
    if (typeof earlier !== 'object') return;
    const pairs = matchSystems(earlier.system, system);
    const weightChange = weightsBetween(earlier.system, system);
    for (const pair of pairs.all) {
      if (!isInBoth(pair)) continue;
      const { before, after } = pair;
      const was = (node: Parameters<Edition['tree']['rangeOf']>[0]) => placeIn(earlier, node);
      const weight = weightChange(before, after);
      if (weight !== undefined) {
        const [at, from] = [weightPlaceOf(after), weightPlaceOf(before)];
        yield change(at, was(from), localText(`the weight was ${weight.en}`, `上一版权重为 ${weight['zh-CN']}`));
      }
      if (!areSame(before.own.name, after.own.name)) {
        const message = localText(`was called ${nameIn(before, 'en')}`, `上一版名为“${nameIn(before, 'zh-CN')}”`);
        yield change(namePlace(after), was(namePlace(before)), message);
      }
      if (hasMoved(before, after, pairs)) {
        const [en, zh] = (['en', 'zh-CN'] as const).map(locale => parentIn(before.parent, locale));
        yield change(nameNode(after), was(nameNode(before)), localText(`stood under ${en}`, `上一版在“${zh}”之下`));
      }
    }
    yield* membership(system, earlier, pairs);
  },
};

/** What came is told at itself, what went at the list that it stood in; what stands below them comes and goes with them. */
function* membership(system: IndicatorSystem, earlier: Edition, pairs: Pairs): Iterable<Problem> {
  for (const now of system.indicators) {
    if (isOld(now, pairs.ofAfter) || (now.parent !== undefined && !isOld(now.parent, pairs.ofAfter))) continue;
    const message = localText('was not in the previous edition', '上一版没有该指标');
    yield { at: nameNode(now), message };
  }
  const gone = earlier.system.indicators.filter(
    old => !isOld(old, pairs.ofBefore) && (old.parent === undefined || isOld(old.parent, pairs.ofBefore)),
  );
  for (const parent of new Set(gone.map(each => each.parent))) {
    const here = parent === undefined ? undefined : pairs.ofBefore.get(parent)!.after;
    const at = parent === undefined ? system.indicatorsEntry?.key : (here!.own.childrenEntry?.key ?? nameNode(here!));
    const lost = gone.filter(each => each.parent === parent);
    if (at === undefined) continue;
    const names = (locale: 'en' | 'zh-CN') =>
      listIn(
        lost.map(each => nameIn(each, locale)),
        locale,
      );
    yield {
      at,
      message: localText(`no longer here: ${names('en')}`, `上一版还有：${names('zh-CN')}`),
      related: lost.map(each => ({
        at: placeIn(earlier, nameNode(each)),
        message: localText(`${nameIn(each, 'en')} stood here`, `“${nameIn(each, 'zh-CN')}”原在此处`),
      })),
    };
  }
}

function isOld(indicator: Indicator, pairs: Pairs['ofAfter']): boolean {
  const pair = pairs.get(indicator);
  return pair !== undefined && isInBoth(pair);
}

/** Under another parent than the one that its own has become. */
function hasMoved(before: Indicator, after: Indicator, pairs: Pairs): boolean {
  const [from, to] = [
    before.parent && pairs.ofBefore.get(before.parent),
    after.parent && pairs.ofAfter.get(after.parent),
  ];
  return from !== to;
}

/** The weight before, as text, where it was another; shares where the two write weights in different ways. */
function weightsBetween(old: IndicatorSystem, now: IndicatorSystem) {
  if (old.weights === now.weights) {
    return (before: Indicator, after: Indicator): LocalText | undefined => {
      const [was, is] = [writtenWeight(before), writtenWeight(after)];
      return was === is || was === undefined || is === undefined ? undefined : localText(was, was);
    };
  }
  const [sharesBefore, sharesNow] = [effectiveWeights(old), effectiveWeights(now)];
  return (before: Indicator, after: Indicator): LocalText | undefined => {
    const [was, is] = [sharesBefore.get(before.id)?.share, sharesNow.get(after.id)?.share];
    if (was === undefined || is === undefined || Math.abs(was - is) < 1e-9) return undefined;
    return localTextOf(locale => inPercent(numberText(was * 100), locale));
  };
}

function writtenWeight({ own: { weight } }: Indicator): string | undefined {
  if (weight === undefined) return undefined;
  return printPlain(plainOf(weight.kind === 'single' ? weight.weight : weight.weights));
}

function weightPlaceOf(indicator: Indicator) {
  const { weight } = indicator.own;
  return weight?.kind === 'single' ? weight.weight.node : (weight?.entry.key ?? nameNode(indicator));
}

/** The name; the key where it has several languages. */
function namePlace(indicator: Indicator) {
  const { name } = indicator.own;
  return (name?.node.kind === 'map' ? name.entry?.key : name?.node) ?? nameNode(indicator);
}

function placeIn({ file, tree }: Edition, node: Parameters<Edition['tree']['rangeOf']>[0]): ProblemPlace {
  return { file, range: tree.rangeOf(node) };
}

function change(at: ProblemPlace, before: ProblemPlace, message: LocalText): Problem {
  return { at, message, related: [{ at: before, message: localText('the previous edition', '上一版') }] };
}
