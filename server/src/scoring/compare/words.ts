/** The words of a comparison, in both languages. */

export const comparisonWords = {
  en: {
    untitled: 'untitled',
    nothing: 'Nothing changed that concerns the framework, weights, methods or data.',
    changes: (count: number) => `${count} ${count === 1 ? 'change' : 'changes'}`,
    ranks: (moved: number, ranked: number, furthest: string) =>
      moved === 0 ? `No rank moves (${ranked} units)` : `${moved} of ${ranked} ranks move; furthest: ${furthest}`,
    tiers: (crossed: number, names: Crossers) =>
      crossed === 0
        ? 'No tier is crossed'
        : `${crossed} ${crossed === 1 ? 'unit crosses a tier' : 'units cross tiers'}: ${crossers(names, ['up', 'down', 'to another'], '; ')}`,
    first: (n: number, entered: string, left: string) => `Top ${n}: in ${entered || '–'}; out ${left || '–'}`,
    scores: (changed: number, mean: string, largest: string) =>
      changed === 0
        ? 'No score changes'
        : `${changed} ${changed === 1 ? 'score changes' : 'scores change'}: mean ${mean}, largest ${largest}`,
    rankLost: (names: string) => `No longer ranked: ${names}`,
    rankGained: (names: string) => `Ranked now: ${names}`,
    lost: (count: number) => `${count} lost their score`,
    gained: (count: number) => `${count} have a score now`,
    entered: (names: string) => `Units that came: ${names}`,
    left: (names: string) => `Units that went: ${names}`,
    correlation: (rho: string, tau: string) => `The two rankings: Spearman ${rho}, Kendall ${tau}`,
    refused: (reason: string) => `Scores are not compared: ${reason}`,
    qualified: (reason: string) => `Compare scores with care: ${reason}`,
    noTotals: (side: string, reason: string) => `No totals ${side}: ${reason}`,
    before: 'before',
    after: 'after',
    whatChanged: 'What changed',
    change: 'change',
    itsEffect: 'what it does',
    noEffect: 'moves nobody',
    unknownEffect: 'not to be told apart from the other changes',
    whoMoves: 'Who moves',
    unit: 'unit',
    rankBefore: 'rank before',
    rankAfter: 'after',
    places: 'places',
    score: 'score',
    causes: 'places caused by',
    tierCrossings: 'Tiers crossed',
    tierCounts: 'Units in tiers',
    tier: 'tier',
    byGroup: 'By group',
    group: 'group',
    units: 'units',
    moved: 'moved',
    meanPlaces: 'mean places',
    meanScore: 'mean score',
    effective: 'Effective weights',
    indicator: 'indicator',
  },
  'zh-CN': {
    untitled: '无标题',
    nothing: '指标框架、权重、方法和数据均无变化。',
    changes: (count: number) => `${count} 处变化`,
    ranks: (moved: number, ranked: number, furthest: string) =>
      moved === 0 ? `位次无变动（${ranked} 个对象）` : `${ranked} 个位次中 ${moved} 个变动，最大：${furthest}`,
    tiers: (crossed: number, names: Crossers) =>
      crossed === 0 ? '没有对象跨档' : `${crossed} 个对象跨档：${crossers(names, ['升档', '降档', '其他变动'], '；')}`,
    first: (n: number, entered: string, left: string) => `前 ${n} 名：进入 ${entered || '–'}；退出 ${left || '–'}`,
    scores: (changed: number, mean: string, largest: string) =>
      changed === 0 ? '得分无变动' : `${changed} 个得分变动：平均 ${mean}，最大 ${largest}`,
    rankLost: (names: string) => `不再参与排名：${names}`,
    rankGained: (names: string) => `新参与排名：${names}`,
    lost: (count: number) => `${count} 个对象不再有得分`,
    gained: (count: number) => `${count} 个对象现在有得分`,
    entered: (names: string) => `新增对象：${names}`,
    left: (names: string) => `退出对象：${names}`,
    correlation: (rho: string, tau: string) => `两次排名的相关：Spearman ${rho}，Kendall ${tau}`,
    refused: (reason: string) => `得分不可比：${reason}`,
    qualified: (reason: string) => `得分比较须谨慎：${reason}`,
    noTotals: (side: string, reason: string) => `${side}没有总分：${reason}`,
    before: '之前',
    after: '之后',
    whatChanged: '变化内容',
    change: '变化',
    itsEffect: '影响',
    noEffect: '不影响任何对象',
    unknownEffect: '无法与其他变化分开',
    whoMoves: '位次变动',
    unit: '评估对象',
    rankBefore: '之前位次',
    rankAfter: '之后',
    places: '升降',
    score: '得分',
    causes: '升降原因',
    tierCrossings: '跨档',
    tierCounts: '各档数量',
    tier: '档次',
    byGroup: '分组',
    group: '组别',
    units: '对象数',
    moved: '变动数',
    meanPlaces: '平均升降',
    meanScore: '平均得分变动',
    effective: '综合权重',
    indicator: '指标',
  },
};

/** Names; empty: none. */
type Crossers = Readonly<Record<'up' | 'down' | 'other', string>>;

function crossers({ up, down, other }: Crossers, words: readonly string[], separator: string): string {
  return [up, down, other]
    .flatMap((names, index) => (names === '' ? [] : [`${words[index]} ${names}`]))
    .join(separator);
}
