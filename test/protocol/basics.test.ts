import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { PreviewReport } from '../../server/src/protocol/preview.ts';
import { startClient, stopAll } from './client.ts';

const folder = mkdtempSync(join(tmpdir(), 'indicators-'));
afterAll(() => {
  stopAll();
  rmSync(folder, { recursive: true, force: true });
});

const definition = `indicatorSystem: 1
id: demo
title: Demo
weights: percent
units: {id: code, name: name}
data: [{path: demo.csv}]
defaults: {normalise: {method: min-max}}
indicators:
  - {id: a, name: A, weight: 61, source: s}
  - {id: b, name: B, weight: 40, source: s}
ranking: {ties: dense, round: {decimals: 2}}
`;

test('diagnostics and preview', async () => {
  writeFileSync(join(folder, 'demo.csv'), 'code,name,a,b\nx,X,1,2\ny,Y,2,1\n');
  writeFileSync(join(folder, 'demo.indicators.yaml'), definition);
  const uri = pathToFileURL(join(folder, 'demo.indicators.yaml')).toString();
  const client = await startClient({ folders: [pathToFileURL(folder).toString()] });
  client.open(uri, definition, 7);
  const found = await client.diagnostics(uri, ({ version, diagnostics }) => version === 7 && diagnostics.length > 0);
  expect(found.map(({ code }) => code)).toContain('weight-sum');
  const report = await client.connection.sendRequest<PreviewReport>('indicators/preview', { uri, baseline: 'saved' });
  expect(report.ranking?.units.map(({ id, rank }) => [id, rank])).toEqual([
    ['y', 1],
    ['x', 2],
  ]);
  console.log(JSON.stringify(report, null, 1).slice(0, 3000), JSON.stringify(found));
  expect(await client.stop()).toBe(0);
});
