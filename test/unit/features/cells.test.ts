import { expect, test } from 'vitest';
import { cellsView } from '../../../server/src/features/cells.ts';
import { shownScoring } from '../../../server/src/features/preview/preview.ts';
import { demoFiles } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';

test('a window of the heat map: scores and how they came about; what is not there is left out', () => {
  const { workspace, file } = inMemory(demoFiles);
  const scoring = shownScoring(workspace, file)!;
  const asked = { units: ['d', 'nobody', 'a'], indicators: ['online', 'bad-rate', 'nothing', 'service'] };
  expect(cellsView(scoring, asked)).toEqual({
    indicators: ['online', 'bad-rate', 'service'],
    rows: [
      { unit: 'd', scores: [25, null, 25], states: 'pmp' },
      { unit: 'a', scores: [0, 100, 30], states: 'ppp' },
    ],
  });
});
