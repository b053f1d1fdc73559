/** A ranking as it is sent → as the page reads it: columns become units, and changes are put in. Pure. */
import type {
  PreviewChange,
  PreviewReport,
  RankingColumns,
  RankingView,
  UnitColumns,
  UnitView,
} from '../../../../server/src/protocol/preview.ts';

export interface ShownReport extends Omit<PreviewReport, 'ranking'> {
  readonly ranking: RankingView | null;
  /** As it was sent: what a change is put into. */
  readonly columns: RankingColumns | null;
}

export function shownReport(report: PreviewReport): ShownReport {
  return { ...report, ranking: report.ranking && rankingOf(report.ranking), columns: report.ranking };
}

/** null: it is a change of another report. What has not changed stays the same object. */
export function changedReport(report: ShownReport | null, change: PreviewChange): ShownReport | null {
  if (report?.columns == null || report.revision !== change.base) return null;
  const { version, revision, state = report.state, head, units, levels } = change;
  const isOther = Object.keys(head).length + Object.keys(units).length > 0 || levels !== undefined;
  if (!isOther) return { ...report, version, revision, state };
  const columns = { ...report.columns, ...head, units: changedColumns(report.columns.units, change) };
  return { ...report, version, revision, state, columns, ranking: rankingOf(columns) };
}

function changedColumns(before: UnitColumns, { units, levels }: Pick<PreviewChange, 'units' | 'levels'>): UnitColumns {
  return {
    ...before,
    ...units,
    ...(levels !== undefined && { levels: levels.map((level, index) => level ?? before.levels[index]!) }),
  };
}

export function rankingOf(ranking: RankingColumns): RankingView {
  const newUnits = new Set(ranking.units.before?.new);
  return { ...ranking, units: ranking.units.order.map(position => new UnitAt(ranking, newUnits, position)) };
}

/** A unit that is read where it is looked at: of thousands, few are in view. */
class UnitAt implements UnitView {
  constructor(
    private readonly ranking: RankingColumns,
    private readonly newUnits: ReadonlySet<number>,
    private readonly position: number,
  ) {}

  get id() {
    return this.ranking.units.ids[this.position]!;
  }
  get name() {
    return this.ranking.units.names[this.position]!;
  }
  get groups() {
    return Object.fromEntries(this.ranking.groupSystems.map(({ id }) => [id, this.groupsIn(id)]));
  }
  get score() {
    return this.ranking.units.scores[this.position]!;
  }
  get rank() {
    return this.ranking.units.ranks[this.position]!;
  }
  get rankWithin() {
    return Object.fromEntries(
      this.ranking.groupSystems.flatMap(({ id }) => {
        const ranks = this.ranking.units.ranksWithin[id]?.[this.position];
        if (ranks === undefined) return [];
        const ranked = this.groupsIn(id).flatMap((name, index) =>
          ranks[index] == null ? [] : [[name, ranks[index]] as const],
        );
        return [[id, Object.fromEntries(ranked)]];
      }),
    );
  }
  get tier() {
    return this.ranking.units.tiers[this.position]!;
  }
  get reason() {
    return this.ranking.units.reasons[this.position] ?? null;
  }
  get scores() {
    return this.ranking.units.levels.map(level => level[this.position]!);
  }
  get missing() {
    return this.ranking.units.missing[this.position]!;
  }
  get notApplicable() {
    return this.ranking.units.notApplicable[this.position]!;
  }
  get adjustments() {
    return this.ranking.units.adjustments[this.position] ?? [];
  }
  get before() {
    const { before } = this.ranking.units;
    if (before === null || this.newUnits.has(this.position)) return null;
    const { scores, ranks, tiers } = before;
    return { score: scores[this.position]!, rank: ranks[this.position]!, tier: tiers[this.position]! };
  }

  private groupsIn(system: string): readonly string[] {
    const { groups } = this.ranking.groupSystems.find(({ id }) => id === system)!;
    return (this.ranking.units.groups[system]?.[this.position] ?? []).map(place => groups[place]!.name);
  }
}
