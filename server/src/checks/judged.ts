/** What the rules on judgements share: the siblings that are judged in pairs, and how a judgement is written. */
import type { Judgement, Weighting } from '../model/method.ts';
import { computedSiblings, type Siblings } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { type Judged, judgementsOf } from '../scoring/judgements.ts';

export interface JudgedSiblings extends Pick<Siblings, 'members' | 'parent'> {
  readonly weighting: Weighting;
  readonly judgements: NonNullable<Weighting['judgements']>;
  readonly judged: Judged;
}

export function judgedSiblings(system: IndicatorSystem): readonly JudgedSiblings[] {
  return computedSiblings(system).flatMap(({ members, parent, weighting }) =>
    (weighting === undefined ? [] : [weighting, weighting.with]).flatMap(each =>
      each?.method.value !== 'ahp' || each.judgements === undefined
        ? []
        : [{ members, parent, weighting: each, judgements: each.judgements, judged: judgementsOf(each, members) }],
    ),
  );
}

/** A whole number, `1/n`, or a decimal of four digits. */
export function judgementText(value: number): string {
  const [up, down] = [Math.round(value), Math.round(1 / value)];
  if (up >= 1 && Math.abs(value - up) < 1e-9) return String(up);
  return down >= 1 && Math.abs(1 / value - down) < 1e-9 ? `1/${down}` : String(Number(value.toPrecision(4)));
}

/** `a/b: 3` as it is written. */
export function writtenText({ left, right, value }: Judgement): string {
  return `${left}/${right}: ${value === undefined ? '?' : judgementText(value.value)}`;
}
