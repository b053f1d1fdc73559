/** Rankings side by side, a line for each unit from one to the next: a bump chart. Pure. */
import { formatRank } from '../format.ts';
import type { Drawing, Ink, Shape } from './drawing.ts';
import { shortened } from './shortened.ts';

export interface BumpRanking {
  readonly name: string;
  readonly note: string;
  /** Of each unit, in the order of `units`; null: it has none. */
  readonly ranks: readonly (number | null)[];
  readonly inks: readonly (Ink | null)[];
}

export interface BumpData {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** At least two. */
  readonly rankings: readonly BumpRanking[];
}

const pitch = 19;
const top = 46;

/** Each ranking is a column of places, best first; a tie is broken by the order in which the units come. */
export function bumpChart({ units, rankings }: BumpData, width: number): Drawing {
  const labels = Math.min(190, Math.max(100, width * 0.22));
  const step = (width - 2 * labels) / Math.max(1, rankings.length - 1);
  const xOf = (column: number) => labels + column * step;
  const places = rankings.map(({ ranks }) => placesOf(ranks));
  const yOf = (column: number, unit: number) => top + places[column]![unit]! * pitch + pitch / 2;
  const last = rankings.length - 1;
  const heads = rankings.flatMap(({ name, note }, column): readonly Shape[] => {
    const anchor = column === 0 ? 'end' : column === last ? 'start' : 'middle';
    const x = xOf(column) + (column === 0 ? 6 : column === last ? -6 : 0);
    return [
      { kind: 'text', x, y: 12, text: name, ink: 'text', size: 12, anchor, isStrong: true },
      { kind: 'text', x, y: 28, text: note, ink: 'quiet', size: 11, anchor },
    ];
  });
  const lines = units.flatMap(({ id, name }, unit): readonly Shape[] =>
    rankings.slice(1).map(({ ranks }, index) => {
      const [before, after] = [rankings[index]!.ranks[unit] ?? null, ranks[unit] ?? null];
      const gained = before === null || after === null ? 0 : before - after;
      return {
        kind: 'line',
        subject: id,
        title: `${name} ${formatRank(before)} → ${formatRank(after)}`,
        path: curve(xOf(index) + 8, yOf(index, unit), xOf(index + 1) - 8, yOf(index + 1, unit)),
        ink: gained > 0 ? 'gain' : gained < 0 ? 'loss' : 'same',
        width: gained === 0 ? 1 : Math.min(3.5, 1.2 + Math.abs(gained) * 0.35),
        opacity: gained === 0 ? 0.5 : 0.85,
      };
    }),
  );
  const points = units.flatMap(({ id, name }, unit): readonly Shape[] =>
    rankings.flatMap(({ ranks, inks }, column): readonly Shape[] => {
      const [x, y] = [xOf(column), yOf(column, unit)];
      const rank = formatRank(ranks[unit] ?? null);
      const dot: Shape = { kind: 'circle', subject: id, x, y, radius: 3.5, ink: inks[unit] ?? 'same' };
      if (column !== 0 && column !== last) return [dot];
      const isFirst = column === 0;
      const label = (dx: number, text: string, ink: Ink): Shape => ({
        ...{ kind: 'text', subject: id, y, text, ink, size: 12 },
        x: x + (isFirst ? -dx : dx),
        anchor: isFirst ? 'end' : 'start',
      });
      return [dot, label(10, rank, 'quiet'), label(36, shortened(name, labels - 42), 'text')];
    }),
  );
  return { width, height: top + units.length * pitch + 8, shapes: [...heads, ...lines, ...points] };
}

/** By unit: its place from 0; those without a rank come last. */
function placesOf(ranks: readonly (number | null)[]): readonly number[] {
  const order = ranks.map((rank, unit) => ({ unit, rank: rank ?? Number.POSITIVE_INFINITY }));
  order.sort((a, b) => (a.rank === b.rank ? a.unit - b.unit : a.rank - b.rank));
  const places = new Array<number>(ranks.length);
  for (const [place, { unit }] of order.entries()) places[unit] = place;
  return places;
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  const at = (x: number, y: number) => `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;
  return `M${at(x1, y1)}C${at(middle, y1)} ${at(middle, y2)} ${at(x2, y2)}`;
}
