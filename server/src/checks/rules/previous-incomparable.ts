import { decimalOf, formatDecimal } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import { normaliseMethods } from '../../engine/normalise/index.ts';
import { weightMethods } from '../../engine/weight/index.ts';
import { bestOf } from '../../model/bounds.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Method } from '../../model/method.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { isInBoth, matchSystems } from '../../scoring/compare/match.ts';
import { areSame } from '../../scoring/compare/plain.ts';
import { methodOf } from '../../scoring/compile/leaf.ts';
import type { Edition, Problem, Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

const definition = (keys: string, fullMark: number) =>
  `indicatorSystem: 1\n${keys}fullMark: ${fullMark}\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n`;
const files = { '2019.indicators.yaml': definition('', 100) };

export const previousIncomparable: Rule = {
  code: 'previous-incomparable',
  severity: 'warning',
  level: 'text',
  title: localText('Scores that cannot be compared with the previous edition', '得分与上一版不可比'),
  why: localText(
    'With another full mark or another scale a difference of scores means nothing. With numbers learned from each edition’s own data (min–max, z-scores, ranks, entropy weights) a score also moves with the other units: give the numbers of one edition as `parameters`, or compare ranks only.',
    '满分或得分区间不同，得分之差没有意义。由各年数据分别估计参数（极差法、标准分、位次、熵权等）时，得分还会随其他对象变动：应以 `parameters` 沿用同一版的参数，或只比较位次。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 5: normalisation over time; UNDP Human Development Report, technical note 1',
    'OECD/JRC《复合指标构建手册》（2008）第 5 步：跨期无量纲化；联合国开发计划署《人类发展报告》技术说明 1',
  ),
  wrong: { definition: definition('previous: 2019.indicators.yaml\n', 110), files },
  right: { definition: definition('previous: 2019.indicators.yaml\n', 100), files },
  *check({ system, earlier }) {
    if (system.previous === undefined || typeof earlier !== 'object') return;
    yield* limits(system, earlier);
    yield* learned(system, earlier);
  },
};

function* limits(system: IndicatorSystem, { file, tree, system: before }: Edition): Iterable<Problem> {
  const marks = [before, system].map(({ fullMark, scale }) => formatDecimal(fullMark?.value ?? decimalOf(scale[1])));
  const scales = [before, system].map(({ scale }) => scale.join('–'));
  const related = (node: Parameters<typeof tree.rangeOf>[0] | undefined) =>
    node === undefined
      ? []
      : [{ at: { file, range: tree.rangeOf(node) }, message: localText('the previous edition', '上一版') }];
  const bests = [before, system].map(bestOf);
  if (bests[0] !== bests[1]) {
    const zh = bests.map(best => (best === 'lowest' ? '低' : '高'));
    yield {
      at: system.ranking.best?.node ?? system.previous!.node,
      message: localText(
        `the ${bests[1]} total is best, in the previous edition the ${bests[0]}: scores cannot be compared`,
        `得分以${zh[1]}为优，上一版以${zh[0]}为优：得分不可比`,
      ),
      related: related(before.ranking.best?.node),
    };
  }
  if (scales[0] !== scales[1]) {
    yield {
      at: system.scaleNode ?? system.previous!.node,
      message: localText(
        `the scale is ${scales[1]}, in the previous edition ${scales[0]}: scores cannot be compared`,
        `得分区间为 ${scales[1]}，上一版为 ${scales[0]}：得分不可比`,
      ),
      related: related(before.scaleNode),
    };
  } else if (marks[0] !== marks[1]) {
    yield {
      at: system.fullMark?.node ?? system.previous!.node,
      message: localText(
        `the full mark is ${marks[1]}, in the previous edition ${marks[0]}: scores cannot be compared`,
        `满分为 ${marks[1]}，上一版为 ${marks[0]}：得分不可比`,
      ),
      related: related(before.fullMark?.node),
    };
  }
}

/** Indicators of both editions whose numbers are learned anew, or given otherwise than before. */
function* learned(system: IndicatorSystem, { system: before }: Edition): Iterable<Problem> {
  const both = matchSystems(before, system).all.filter(isInBoth);
  const found = both.flatMap(({ before: old, after }) => {
    const method = learnsAnew(after, system) ?? givenOtherwise(old, after);
    return method === undefined ? [] : [{ indicator: after, method }];
  });
  const index = system.aggregate.weighting ?? system.aggregate.standardise;
  const methods = [...found.map(({ method }) => method), ...(index !== undefined && learnsFrom(index) ? [index] : [])];
  if (methods.length === 0) return;
  const ways = [...new Set(methods.map(({ method }) => method.value))].join(', ');
  const names = (locale: 'en' | 'zh-CN') =>
    found.length === 0
      ? locale === 'en'
        ? 'the index'
        : '总指数'
      : listIn(
          found.map(({ indicator }) => nameIn(indicator, locale)),
          locale,
          3,
        );
  yield {
    at: system.previous!.node,
    message: localText(
      `the numbers behind ${names('en')} are not those of the previous edition (${ways}): scores also move with the other units`,
      `“${names('zh-CN')}”未沿用上一版的参数（${ways}）：得分也会随其他对象变动`,
    ),
    related: found.slice(0, 10).map(({ indicator, method }) => ({
      at: method.method.node,
      message: localText(
        `${nameIn(indicator, 'en')}: ${method.method.value}`,
        `“${nameIn(indicator, 'zh-CN')}”：${method.method.value}`,
      ),
    })),
  };
}

/** The method of a leaf, or what an aggregate does with its children's scores, where it learns from the data. */
function learnsAnew(indicator: Indicator, system: IndicatorSystem): Method | undefined {
  const { standardise, weighting } = indicator.own;
  const method = indicator.children === undefined ? methodOf(indicator, system) : undefined;
  return [method, standardise, weighting].find(each => typeof each === 'object' && learnsFrom(each)) as
    | Method
    | undefined;
}

function learnsFrom({ method, frozen, parameters }: Method): boolean {
  const name = method.value;
  if (Object.hasOwn(weightMethods, name)) return weightMethods[name as keyof typeof weightMethods].needsScores;
  if (!Object.hasOwn(normaliseMethods, name) || parameters.get('parameters')?.value === 'frozen') return false;
  const { freezes } = normaliseMethods[name as keyof typeof normaliseMethods];
  return freezes.some(key => frozen?.get(key) === undefined);
}

function givenOtherwise(before: Indicator, after: Indicator): Method | undefined {
  const [old, now] = [before.own.normalise, after.own.normalise];
  return old?.frozen !== undefined && now?.frozen !== undefined && !areSame(old.frozen, now.frozen) ? now : undefined;
}
