/** What the preview's page asks of the built server. */
import { afterEach, expect, test } from 'vitest';
import {
  questionRequest,
  type TrialEdits,
  type TriedRanking,
  type UnitDetails,
} from '../../server/src/protocol/questions.ts';
import { demo, demoFiles } from '../support/demo.ts';
import { startClient, stopAll } from './client.ts';
import { makeFolder, removeFolders } from './folder.ts';

afterEach(() => {
  stopAll();
  removeFolders();
});

test('a unit is taken apart, weights are tried, edits are given; what is not open has no answer', async () => {
  const folder = makeFolder(demoFiles);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf('demo.indicators.yaml');
  const ask = <Answer>(kind: string, asked: unknown) =>
    client.connection.sendRequest<Answer>(questionRequest, { uri, question: { kind, asked } });
  expect(await ask('unit', { unit: 'b' })).toBeNull();
  client.open(uri, demo);
  expect((await ask<UnitDetails>('unit', { unit: 'b' })).parts.map(({ points }) => points)).toEqual([30, 21, 9, 40]);
  const weights = { service: '90', openness: '10' };
  expect((await ask<TriedRanking>('what-if', { weights })).units.c).toEqual({ score: 63, rank: 1, tier: 0 });
  const { edits, version } = await ask<TrialEdits>('edits', { weights });
  expect([version, edits.map(({ newText }) => newText)]).toEqual([1, ['90', '10']]);
  expect(await ask('unit', { unit: 'nobody' })).toBeNull();
});
