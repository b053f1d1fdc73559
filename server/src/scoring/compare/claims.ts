/** What two editions are expected to give, compared claim by claim and told in words. Knows no scores. */
import { type LocalText, localText } from '../../base/locale.ts';
import type { Claim } from '../../model/claims.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { claimText, expectedText, subjectText } from '../claimText.ts';
import { areSame } from './plain.ts';

export interface ExpectationChange {
  readonly kind: 'expectations';
  readonly factor: null;
  /** Claims of the same thing that expect something else. */
  readonly changed: readonly { readonly claim: LocalText; readonly difference: LocalText }[];
  readonly added: readonly LocalText[];
  readonly removed: readonly LocalText[];
}

/** Notes beside the claims do not count. */
export function expectationChange(before: IndicatorSystem, after: IndicatorSystem): readonly ExpectationChange[] {
  const [old, now] = [claimsOf(before), claimsOf(after)];
  const gone = without(old, now);
  const come = without(now, old);
  const changed: { claim: LocalText; difference: LocalText }[] = [];
  const added: LocalText[] = [];
  for (const claim of come) {
    const earlier = gone.findIndex(each => subjectText(each).en === subjectText(claim).en);
    if (earlier < 0) added.push(claimText(claim, after.tiers));
    else {
      const [was] = gone.splice(earlier, 1);
      changed.push({ claim: subjectText(claim, after.tiers), difference: differenceText(was!, claim) });
    }
  }
  const removed = gone.map(claim => claimText(claim, before.tiers));
  const isNothing = changed.length + added.length + removed.length === 0;
  return isNothing ? [] : [{ kind: 'expectations', factor: null, changed, added, removed }];
}

function claimsOf({ expectations }: IndicatorSystem): readonly Claim[] {
  return expectations.flatMap(({ claim }) => (claim === undefined ? [] : [claim]));
}

function without(claims: readonly Claim[], others: readonly Claim[]): Claim[] {
  const left = [...others];
  return claims.filter(claim => {
    const same = left.findIndex(other => areSame(other, claim));
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
}

function differenceText(before: Claim, after: Claim): LocalText {
  if (before.kind === 'members' && after.kind === 'members') {
    const names = ({ are }: typeof before) => are.map(({ value }) => value);
    const [old, now] = [names(before), names(after)];
    const entered = now.filter(name => !old.includes(name));
    const left = old.filter(name => !now.includes(name));
    if (entered.length + left.length === 0) return localText('in another order', '顺序有变');
    return localText(
      [
        ...(entered.length > 0 ? [`in ${entered.join(', ')}`] : []),
        ...(left.length > 0 ? [`out ${left.join(', ')}`] : []),
      ].join('; '),
      [
        ...(entered.length > 0 ? [`进入 ${entered.join('、')}`] : []),
        ...(left.length > 0 ? [`退出 ${left.join('、')}`] : []),
      ].join('；'),
    );
  }
  const [was, is] = [expectedText(before), expectedText(after)];
  return localText(`${was.en} → ${is.en}`, `${was['zh-CN']} → ${is['zh-CN']}`);
}
