/** Reports for the tests of the preview: small ones by hand, large ones by a formula. No random numbers, no clock. */
import type { PreviewReport, RankingColumns, RankingView, UnitView } from '../../../server/src/protocol/preview.ts';

export function unitView(part: Partial<UnitView> & { readonly id: string }): UnitView {
  return {
    name: part.id,
    groups: {},
    score: null,
    rank: null,
    rankWithin: {},
    tier: null,
    reason: null,
    scores: [],
    missing: 0,
    notApplicable: 0,
    adjustments: [],
    before: null,
    ...part,
  };
}

export function rankingView(part: Partial<RankingView>): RankingView {
  return {
    system: { id: 'demo', title: 'Demo', edition: null },
    best: 'highest',
    totalRange: [0, 100],
    scale: [0, 100],
    decimals: 2,
    baseline: 'none',
    baselineName: null,
    baselineRefusal: null,
    hasPrevious: false,
    groupSystems: [],
    columns: [],
    units: [],
    tiers: [],
    publications: [],
    expectations: [],
    ...part,
  };
}

export function reportOf(ranking: RankingView | null, part: Partial<PreviewReport> = {}): PreviewReport {
  return {
    uri: 'file:///demo.indicators.yaml',
    version: 1,
    revision: 1,
    locale: 'zh-CN',
    state: { kind: 'current', errors: 0, warnings: 0 },
    ranking: ranking && columnsOf(ranking),
    ...part,
  };
}

/** As the server sends it. */
export function columnsOf(ranking: RankingView): RankingColumns {
  const { units, groupSystems } = ranking;
  const sparse = <T>(read: (unit: UnitView) => T | null) =>
    Object.fromEntries(units.flatMap((unit, position) => (read(unit) === null ? [] : [[position, read(unit)!]])));
  const namesOf = (id: string) => groupSystems.find(system => system.id === id)!.groups.map(({ name }) => name);
  return {
    ...ranking,
    units: {
      order: units.map((_, position) => position),
      ids: units.map(({ id }) => id),
      names: units.map(({ name }) => name),
      groups: Object.fromEntries(
        groupSystems.map(({ id }) => [
          id,
          units.map(({ groups }) => (groups[id] ?? []).map(name => namesOf(id).indexOf(name))),
        ]),
      ),
      ranksWithin: Object.fromEntries(
        groupSystems
          .filter(({ isRanked }) => isRanked)
          .map(({ id }) => [
            id,
            units.map(({ groups, rankWithin }) => (groups[id] ?? []).map(name => rankWithin[id]?.[name] ?? null)),
          ]),
      ),
      scores: units.map(({ score }) => score),
      ranks: units.map(({ rank }) => rank),
      tiers: units.map(({ tier }) => tier),
      levels: ranking.columns.map((_, level) => units.map(({ scores }) => scores[level] ?? null)),
      missing: units.map(({ missing }) => missing),
      notApplicable: units.map(({ notApplicable }) => notApplicable),
      reasons: sparse(({ reason }) => reason),
      adjustments: sparse(({ adjustments }) => (adjustments.length === 0 ? null : adjustments)),
      before:
        ranking.baseline === 'none' || ranking.baseline === 'not-scored'
          ? null
          : {
              scores: units.map(({ before }) => before?.score ?? null),
              ranks: units.map(({ before }) => before?.rank ?? null),
              tiers: units.map(({ before }) => before?.tier ?? null),
              new: units.flatMap(({ before }, position) => (before === null ? [position] : [])),
            },
    },
  };
}

const kinds = ['省级', '重点城市'];
const tierNames = ['卓越级', '优秀级', '良好级', '发展级', '准备级'];
const bounds = [95, 85, 75, 60, Number.NEGATIVE_INFINITY];
const levels = [
  ['management', '管理保障度', 12],
  ['data-sharing', '数据共享与开发利用水平', 14],
  ['service', '服务成熟度', 20],
  ['openness', '公开透明度', 10],
  ['interaction', '互动回应度', 12],
  ['security', '安全保障', 16],
  ['satisfaction', '用户满意度', 16],
] as const;
const places = (
  '北京市 上海市 浙江省 广东省 江苏省 贵州省 四川省 安徽省 福建省 海南省 湖北省 山东省 江西省 湖南省 重庆市 广西壮族自治区 ' +
  '河南省 河北省 内蒙古自治区 宁夏回族自治区 云南省 陕西省 天津市 吉林省 辽宁省 黑龙江省 山西省 甘肃省 青海省 新疆维吾尔自治区 西藏自治区 新疆生产建设兵团'
).split(' ');

/** `nUnits` units in two kinds and five tiers, with changes against the saved file, two bonuses and missing values. */
export function largeRanking(nUnits: number): RankingView {
  const units = Array.from({ length: nUnits }, (_, index) => largeUnit(index, nUnits));
  const count = (tier: number, kind?: string) =>
    units.filter(unit => unit.tier === tier && (kind === undefined || unit.groups.kind?.includes(kind))).length;
  return rankingView({
    system: { id: 'dgsc-2024', title: '数字政府服务能力评估指标体系', edition: '2024' },
    totalRange: [0, 110],
    baseline: 'changed',
    groupSystems: [
      {
        id: 'kind',
        name: '类别',
        groups: kinds.map(name => ({ name, count: units.filter(unit => unit.groups.kind?.includes(name)).length })),
        isRanked: true,
      },
    ],
    columns: [
      ...levels.map(([id, name, weight]) => ({ id, name, share: weight / 100, bonusCap: null })),
      { id: 'innovation', name: '优秀创新案例', share: null, bonusCap: 10 },
    ],
    units,
    tiers: tierNames.map((name, tier) => ({
      name,
      bound: Number.isFinite(bounds[tier]) ? { atLeast: bounds[tier]! } : {},
      count: count(tier),
      before: count(tier) + (tier === 1 ? 1 : tier === 2 ? -1 : 0),
      by: { kind: Object.fromEntries(kinds.map(kind => [kind, count(tier, kind)])) },
      expected: count(tier) + (tier === 1 ? 1 : 0),
      expectedBy: {},
    })),
    publications: [
      {
        kind: 'units',
        id: 'top10',
        title: '前十名',
        rows: units.slice(0, 10).map(({ id, name, rank }) => ({ rank, unit: id, name })),
      },
      {
        kind: 'units',
        id: 'excellent',
        title: '优秀级名单',
        rows: units.filter(({ tier }) => tier === 1).map(({ id, name }) => ({ rank: null, unit: id, name })),
      },
      {
        kind: 'table',
        id: 'tiers',
        title: '各档数量',
        columns: kinds,
        rows: tierNames.map((name, tier) => ({ name, cells: kinds.map(kind => count(tier, kind)) })),
      },
    ],
    expectations: [
      {
        index: 0,
        text: '良好级及以上的数量为 52',
        holds: true,
        expected: '52',
        actual: '52',
        note: '2024 年公布',
      },
      { index: 1, text: '浙江省在省级中的位次为 1', holds: false, expected: '1', actual: '2', note: null },
      { index: 2, text: '设立数据管理机构的比例为 71.9%', holds: null, expected: '71.9', actual: null, note: null },
    ],
  });
}

function largeUnit(index: number, nUnits: number): UnitView {
  const fall = index / Math.max(1, nUnits - 1);
  const unrounded = 104.87654 - 52 * fall + 1.3 * Math.sin(index) * Math.min(1, 20 / nUnits) * 0.1;
  const score = Math.round(unrounded * 100) / 100;
  const isRanked = index < nUnits - 1;
  const rank = isRanked ? index + 1 : null;
  const tier = isRanked ? bounds.findIndex(bound => score >= bound) : null;
  const kind = kinds[index % 2]!;
  const shift = index % 5 === 0 ? 1 : index % 5 === 1 ? -1 : 0;
  const number = Math.floor(index / places.length);
  return unitView({
    id: String(110000 + index),
    name: `${places[index % places.length]}${number === 0 ? '' : ` ${number + 1}`}`,
    groups: { kind: [kind] },
    score: isRanked ? score : null,
    rank,
    rankWithin: isRanked ? { kind: { [kind]: Math.floor(index / 2) + 1 } } : {},
    tier,
    reason: isRanked ? null : '权重不足 66%，不参与排名',
    scores: [
      ...levels.map((_, level) =>
        !isRanked && level === 2 ? null : Math.max(0, Math.min(100, score - 6 + 9 * Math.sin(index * 3 + level * 2))),
      ),
      index % 3 === 0 ? 80 : 0,
    ],
    missing: isRanked ? 0 : 21,
    adjustments: index % 3 === 0 && isRanked ? [{ id: 'innovation', name: '优秀创新案例', points: 8 }] : [],
    before:
      rank === null
        ? { score: null, rank: null, tier: null }
        : {
            score: shift === 0 ? score : Math.round((score - shift * 0.31) * 100) / 100,
            rank: rank + shift,
            tier: index === 24 && tier !== null ? tier - 1 : tier,
          },
  });
}
