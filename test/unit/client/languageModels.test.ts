/** In an editor that has no language models, or knows less of them, the extension offers them nothing and starts all the same. */
import { build } from 'esbuild';
import { expect, test } from 'vitest';

class Disposable {
  static from(...all: readonly { dispose(): void }[]): Disposable {
    return new Disposable(() => {
      for (const each of all) each.dispose();
    });
  }
  constructor(readonly dispose: () => void) {}
}

/** A module of the extension, in an editor with this much of an API. */
async function loaded(entry: string, vscode: object): Promise<Record<string, (...args: unknown[]) => Disposable>> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    ...{ bundle: true, write: false, format: 'cjs', platform: 'node', external: ['vscode'], logLevel: 'silent' },
  });
  const module = { exports: {} };
  new Function('require', 'module', outputFiles[0]!.text)(() => vscode, module);
  return module.exports;
}

test.each([
  ['none', {}],
  ['no tools', { lm: {} }],
])('%s', async (_, api) => {
  const editor = { Disposable, ...api };
  const { registerTools } = await loaded('client/src/tools.ts', editor);
  expect(() => registerTools!({}).dispose()).not.toThrow();
  const { registerMcpServer } = await loaded('client/src/mcpServer.ts', editor);
  expect(() => registerMcpServer!({}).dispose()).not.toThrow();
});

test('with tools each of ours is offered', async () => {
  const offered: string[] = [];
  const registerTool = (name: string) => {
    offered.push(name);
    return new Disposable(() => {});
  };
  const { registerTools } = await loaded('client/src/tools.ts', { Disposable, lm: { registerTool } });
  registerTools!({});
  expect(offered).toEqual(['indicators_check', 'indicators_score', 'indicators_explain']);
});
