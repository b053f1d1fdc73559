/** What is kept of an earlier scoring never shows: after an edit everything is as if it were scored for the first time. */
import { expect, test } from 'vitest';
import { noObstacles } from '../../../server/src/scoring/obstacles.ts';
import { unitReport } from '../../../server/src/scoring/report/units.ts';
import { type Scoring, scoreSystem } from '../../../server/src/scoring/score.ts';
import { bindTexts, systemOf } from '../../support/scoring.ts';

const definition = (eligible: string) => `units: {id: code}
data: [{path: a.csv}]
defaults: {normalise: {method: min-max, over: eligible}}
ranking: {eligible: ${eligible}}
indicators:
  - {id: g, indicators: [{id: a}, {id: b}]}
  - {id: h, indicators: [{id: c}, {id: d}]}`;
const csv = 'code,a,b,c,d\nx,1,1,,\ny,2,3,1,4\nz,3,5,2,9\nw,9,9,4,8\n';

test.each([
  ['{minShare: 0.5, level: 1}', '{minShare: 0.5}'],
  ['{minShare: 0.5}', '{minShare: 0.5, level: 1}'],
  ['{minShare: 0.5}', '{minShare: 0.6}'],
])('who is eligible: %s, then %s', (earlier, later) => {
  const before = systemOf(definition(earlier));
  const after = systemOf(definition(later));
  const data = bindTexts(after, [csv]);
  const kept = scoreSystem(after, data, noObstacles, scoreSystem(before, bindTexts(before, [csv])));
  const anew = scoreSystem(after, data);
  const reportOf = (scoring: Scoring, unit: number) => unitReport(scoring, after.indicators, unit, 'en');
  for (const unit of data.units.keys()) expect(reportOf(kept, unit)).toEqual(reportOf(anew, unit));
});
