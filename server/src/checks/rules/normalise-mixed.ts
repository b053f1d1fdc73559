import { type LocalText, localText } from '../../base/locale.ts';
import { hasScale } from '../../model/header.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameNode, type Siblings, siblingsUnder } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { Rule } from '../rule.ts';
import { areAlike, keepsSpread, mixedParents, type Spread, spreadOf } from '../spread.ts';
import { listIn, nameIn, numberText, parentIn } from '../words.ts';

const definition = (normalise: string) =>
  `indicatorSystem: 1\nindicators:\n  - {id: online, name: 网办率, normalise: min-max}\n  - {id: reply, name: 答复率, normalise: ${normalise}}\n  - {id: open, name: 开放率, normalise: min-max}\n`;

export const normaliseMixed: Rule = {
  code: 'normalise-mixed',
  severity: 'warning',
  level: 'text',
  title: localText('Siblings whose scores are spread differently', '同级指标的得分分布区间不同'),
  why: localText(
    'Beside scores of 0–100 a z-score of −2 to 2 counts for nothing, and 0–1 even less: the spread decides, not the weight. Bring siblings to one spread, or standardise the aggregate.',
    '与 0–100 的得分并列时，−2 到 2 的标准分几乎不起作用，0–1 的更小：起作用的是分布区间而不是权重。同级指标应统一区间，或对上级指标作再标准化。',
  ),
  source: localText('OECD/JRC Handbook (2008), steps 5 and 6', 'OECD/JRC《复合指标构建手册》（2008）第 5、6 步'),
  wrong: { definition: definition('{method: z-score, mean: 0, sd: 1}') },
  right: { definition: definition('{method: z-score, mean: 50, sd: 20}') },
  *check({ system }) {
    if (!hasScale(system)) return;
    for (const siblings of mixedParents(system).flatMap(parent => siblingsUnder(system, parent))) {
      const own = siblings.parent?.own ?? system.aggregate;
      if (!keepsSpread((own.aggregate ?? system.defaults.aggregate)?.value.method)) continue;
      const others = mixedAmong(siblings, system);
      const [first] = others.odd;
      if (first === undefined) continue;
      const names = (locale: 'en' | 'zh-CN') =>
        listIn(
          others.usual.map(({ child }) => nameIn(child, locale)),
          locale,
          3,
        );
      yield {
        at: spreadPlace(first.child),
        message: localText(
          `${nameIn(first.child, 'en')} is scored ${textOf(first.spread).en}, beside ${names('en')} (${textOf(others.usual[0]!.spread).en}) under ${parentIn(siblings.parent, 'en')}: the spread decides, not the weight`,
          `${parentIn(siblings.parent, 'zh-CN')}下，“${nameIn(first.child, 'zh-CN')}”的得分为${textOf(first.spread)['zh-CN']}，而“${names('zh-CN')}”为${textOf(others.usual[0]!.spread)['zh-CN']}：起作用的是分布区间而不是权重`,
        ),
        related: [...others.odd.slice(1), ...others.usual].slice(0, 10).map(({ child, spread }) => ({
          at: spreadPlace(child),
          message: localText(
            `${nameIn(child, 'en')}: ${textOf(spread).en}`,
            `“${nameIn(child, 'zh-CN')}”：${textOf(spread)['zh-CN']}`,
          ),
        })),
      };
    }
  },
};

interface ChildSpread {
  readonly child: Indicator;
  readonly spread: Spread;
}

/** The largest set of siblings that are alike (the first of two), and those that differ from it. */
function mixedAmong({ members }: Siblings, system: IndicatorSystem) {
  const known = members.flatMap(child => {
    const spread = spreadOf(child, system);
    return spread === undefined ? [] : [{ child, spread }];
  });
  const kinds: ChildSpread[][] = [];
  for (const each of known) {
    const kind = kinds.find(([first]) => areAlike(first!.spread, each.spread));
    if (kind === undefined) kinds.push([each]);
    else kind.push(each);
  }
  const usual = kinds.reduce((a, b) => (b.length > a.length ? b : a), []);
  return { usual, odd: kinds.length < 2 ? [] : known.filter(each => !usual.includes(each)) };
}

function spreadPlace(child: Indicator) {
  const { normalise, standardise, aggregate } = child.own;
  return (
    standardise?.method.node ?? aggregate?.node ?? normalise?.range?.node ?? normalise?.method.node ?? nameNode(child)
  );
}

function textOf(spread: Spread): LocalText {
  if ('ranks' in spread && spread.ranks === 'copeland') {
    return localText('as units beaten less those that beat it (copeland)', '胜出数减去落败数（copeland）');
  }
  if ('ranks' in spread) return localText(`as ranks from 1 up (${spread.ranks})`, `从 1 起的位次（${spread.ranks}）`);
  const [from, to] = [spread.from, spread.to].map(value => numberText(value).replace('-', '−'));
  const about = spread.method === 'z-score';
  return localText(
    `${about ? 'about ' : ''}${from} to ${to}${spread.method === 'none' ? '' : ` (${spread.method})`}`,
    `${about ? '约 ' : ' '}${from} 至 ${to}${spread.method === 'none' ? '' : `（${spread.method}）`}`,
  );
}
