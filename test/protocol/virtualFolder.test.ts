/** A folder that is not on this disk (a repository on the web): the server in Node reads it through the client. */
import { afterEach, expect, test } from 'vitest';
import { type PreviewAnswer, type ReadFileParams, readFileRequest } from '../../server/src/protocol/requests.ts';
import { demo, demoData } from '../support/demo.ts';
import { startClient, stopAll } from './client.ts';

afterEach(stopAll);

const folder = 'memory://repository/indices';

test('data come through the client, and only from inside the folder', async () => {
  const client = await startClient({ folders: [folder], locale: 'en' });
  const asked: string[] = [];
  client.connection.onRequest(readFileRequest, ({ uri }: ReadFileParams): unknown => {
    asked.push(uri);
    const base64 = Buffer.from(demoData).toString('base64');
    return uri === `${folder}/demo.csv` ? { kind: 'base64', base64 } : { kind: 'missing' };
  });
  const uri = `${folder}/demo.indicators.yaml`;
  client.open(uri, demo);
  const preview = await client.connection.sendRequest<PreviewAnswer>('indicators/preview', {
    uri,
    baseline: { kind: 'none' },
  });
  expect(preview.state.kind).toBe('current');
  expect(asked).toEqual([`${folder}/indicators.config.yaml`, `${folder}/demo.csv`]);

  const outside = `${folder}/outside.indicators.yaml`;
  client.open(outside, demo.replace('demo.csv', '../secret.csv'));
  await client.diagnostics(outside, ({ diagnostics }) => diagnostics.some(({ code }) => code === 'data-file'));
  expect(asked.filter(each => each.includes('secret'))).toEqual([]);
  expect(await client.stop()).toBe(0);
});
