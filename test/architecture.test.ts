/** The layers of ARCHITECTURE.md, enforced: who may import whom, and what nothing below the edges may touch. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Layer {
  readonly folder: string;
  readonly layers: readonly string[];
  readonly packages: readonly string[];
}

const server = 'server/src';
/** Steps of the engine with a registry of methods each. */
const engineSteps = ['impute', 'treat', 'normalise', 'weight', 'aggregate', 'standardise'];

const core = ['base', 'engine', 'syntax', 'data', 'schema', 'model', 'scoring', 'checks', 'workspace', 'features'];

const layers: Readonly<Record<string, Layer>> = {
  base: { folder: `${server}/base`, layers: [], packages: [] },
  engine: { folder: `${server}/engine`, layers: [], packages: [] },
  protocol: { folder: `${server}/protocol`, layers: [], packages: [] },
  syntax: { folder: `${server}/syntax`, layers: ['base'], packages: ['yaml'] },
  data: {
    folder: `${server}/data`,
    layers: ['base'],
    packages: ['hucre', 'hyparquet', 'hyparquet-compressors'],
  },
  schema: { folder: `${server}/schema`, layers: ['base', 'syntax'], packages: [] },
  model: { folder: `${server}/model`, layers: ['base', 'syntax'], packages: [] },
  scoring: { folder: `${server}/scoring`, layers: ['base', 'data', 'model', 'engine'], packages: [] },
  checks: {
    folder: `${server}/checks`,
    layers: ['base', 'syntax', 'schema', 'data', 'model', 'engine', 'scoring'],
    packages: [],
  },
  workspace: {
    folder: `${server}/workspace`,
    layers: ['base', 'engine', 'syntax', 'data', 'schema', 'model', 'scoring', 'checks'],
    packages: ['vscode-uri'],
  },
  features: {
    folder: `${server}/features`,
    layers: [...core.filter(layer => layer !== 'features'), 'protocol'],
    packages: ['vscode-languageserver-types'],
  },
  git: { folder: `${server}/git`, layers: ['base', 'workspace'], packages: ['node:'] },
  lsp: {
    folder: `${server}/lsp`,
    layers: ['base', 'workspace', 'features', 'git', 'protocol'],
    packages: ['vscode-languageserver', 'vscode-uri', 'node:'],
  },
  cli: {
    folder: `${server}/cli`,
    layers: [...core.filter(layer => layer !== 'features'), 'git', 'protocol', 'start'],
    packages: ['node:', 'tinyglobby', 'vscode-uri'],
  },
  start: { folder: `${server}/start`, layers: [], packages: ['node:'] },
  client: {
    folder: 'client/src',
    layers: ['protocol'],
    packages: ['vscode', 'vscode-languageclient', 'node:'],
  },
  webview: { folder: 'client/src/preview/webview', layers: ['protocol'], packages: ['preact'] },
  compareWebview: { folder: 'client/src/compare/webview', layers: ['protocol'], packages: ['preact'] },
};

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Layer of a relative import. */
  readonly layer: string | undefined;
}

const files = [...sourceFiles('server/src'), ...sourceFiles('client/src')];

describe.each(Object.entries(layers))('%s', (name, layer) => {
  const imports = files.filter(file => layerOf(file) === name).flatMap(importsOf);

  test('imports the layers in its row and nothing else', () => {
    const foreign = imports.filter(
      each => each.layer !== undefined && each.layer !== name && !layer.layers.includes(each.layer),
    );
    expect(foreign.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  test('imports the packages in its row and nothing else', () => {
    const isAllowed = (specifier: string) =>
      layer.packages.some(
        allowed => specifier === allowed || specifier.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`),
      );
    const foreign = imports.filter(each => each.layer === undefined && !isAllowed(each.specifier));
    expect(foreign.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });
});

test('every source file stands in a layer', () => {
  expect(files.filter(file => layerOf(file) === undefined)).toEqual([]);
});

test('no file is imported in a circle', () => {
  const graph = new Map(
    files.map(file => [file, importsOf(file).flatMap(({ specifier }) => targetOf(file, specifier) ?? [])]),
  );
  expect(circleIn(graph)).toEqual([]);
});

test('nothing below lsp, cli and client touches the machine, the clock or chance', () => {
  const forbidden =
    /\b(?:process|console|globalThis|Date|setTimeout|setInterval|fetch|require)\b\s*[.(]|Math\.random|\beval\(|new Function/;
  const touching = files
    .filter(file => core.some(layer => file.startsWith(`${server}/${layer}/`)) && !file.includes('/generated/'))
    .filter(file => forbidden.test(withoutComments(readFileSync(file, 'utf8'))));
  expect(touching).toEqual([]);
});

test('there are no barrels but registries', () => {
  const registries = [
    'checks/rules',
    'cli/formats',
    'features/refactoring',
    ...engineSteps.map(step => `engine/${step}`),
  ].map(folder => `${server}/${folder}/index.ts`);
  expect(files.filter(file => /\/index\.tsx?$/.test(file)).sort()).toEqual(registries.sort());
});

test('files are named in camelCase, or by a published id', () => {
  const byId = new RegExp(`server/src/(?:checks/rules|engine/(?:${engineSteps.join('|')}))/`);
  const odd = files.filter(file => !/\/[a-z][A-Za-z0-9]*(?:\.d)?\.tsx?$/.test(file) && !byId.test(file));
  expect(odd).toEqual([]);
});

test('the top level holds what the owner fixed, and what tools read from the root', () => {
  const allowed = [
    ...['client', 'server', 'schemas', 'samples', 'test', 'package.json', 'tsconfig.json', 'esbuild.mjs', 'README.md'],
    ...['CHANGELOG.md', 'LICENSE', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'biome.json', 'action.yml', '.vscodeignore'],
    ...[
      'l10n',
      '.github',
      '.ci',
      'package-lock.json',
      'vitest.config.mjs',
      '.gitattributes',
      '.gitignore',
      '.npmrc',
      '.git',
    ],
    ...['package.nls.json', 'package.nls.zh-cn.json', '.pre-commit-hooks.yaml', '.npmignore'],
  ];
  const ignored = readFileSync('.gitignore', 'utf8')
    .split('\n')
    .map(line => line.replace(/\/$/, ''));
  const present = readdirSync('.').filter(name => !ignored.includes(name) && !name.endsWith('.vsix'));
  expect(present.filter(name => !allowed.includes(name))).toEqual([]);
});

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name).replaceAll('\\', '/'))
    .filter(name => /\.tsx?$/.test(name));
}

/** The most specific layer whose folder holds the file. */
function layerOf(file: string): string | undefined {
  const holding = Object.entries(layers).filter(([, { folder }]) => file.startsWith(`${folder}/`));
  return holding.sort(([, a], [, b]) => b.folder.length - a.folder.length)[0]?.[0];
}

function importsOf(file: string): readonly Import[] {
  const text = withoutComments(readFileSync(file, 'utf8'));
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*)['"]([^'"\s,;()]+)['"]/g;
  return [...text.matchAll(pattern)].map(([, specifier = '']) => ({
    from: file,
    specifier,
    layer: relativeLayer(file, specifier),
  }));
}

/** Imports of the schemas and of bundles beside count as the importer's own layer. */
function relativeLayer(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = relative('.', resolve(dirname(file), specifier)).replaceAll('\\', '/');
  return layerOf(target) ?? layerOf(file);
}

function targetOf(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = relative('.', resolve(dirname(file), specifier)).replaceAll('\\', '/');
  return files.includes(target) ? target : undefined;
}

function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next);
      if (circle.length > 0) return circle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = visit(file);
    if (circle.length > 0) return circle;
  }
  return [];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
