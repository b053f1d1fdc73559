/**
 * Build step: the language client without what our server has no use for, and as modules, so that the bundler leaves out
 * what nobody calls. Its packages are published as CommonJS, of which every line is kept. Knows the shape of TypeScript's
 * output and nothing of what it means; whatever has another shape fails the build.
 */
import { readFileSync } from 'node:fs';

/** Features by file, and what a server that has such a feature would announce. */
export const leftOut = {
  declaration: 'declarationProvider',
  fileOperations: 'workspace.fileOperations',
  implementation: 'implementationProvider',
  inlineCompletion: 'inlineCompletionProvider',
  inlineValue: 'inlineValueProvider',
  linkedEditingRange: 'linkedEditingRangeProvider',
  notebook: 'notebookDocumentSync',
  signatureHelp: 'signatureHelpProvider',
  textDocumentContent: 'workspace.textDocumentContent',
  typeDefinition: 'typeDefinitionProvider',
  typeHierarchy: 'typeHierarchyProvider',
};

const packages = /[\\/]vscode-(?:languageclient|languageserver-(?:protocol|types|textdocument)|jsonrpc)[\\/].*\.js$/;
const features = new RegExp(
  `[\\\\/]vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/](${Object.keys(leftOut).join('|')})\\.js$`,
);
const patterns = /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/]utils[\\/]globPattern\.js$/;
const versions = /[\\/]semver[\\/]functions[\\/](parse|satisfies)\.js$/;

/** A plugin of esbuild. */
export function leanLanguageClient() {
  return {
    name: 'lean-language-client',
    setup(building) {
      const found = new Set();
      const instead = (filter, contents) =>
        building.onLoad({ filter }, ({ path }) => {
          found.add(path);
          return { contents: typeof contents === 'string' ? contents : contents(readFileSync(path, 'utf8')) };
        });
      instead(features, text => silent(exportedClasses(text)));
      // Files are chosen by language alone.
      instead(patterns, "export function matchGlobPattern() { throw new Error('patterns of files are left out'); }");
      // The editor itself compares its version with the manifest's.
      instead(versions, 'export default () => ({});');
      instead(packages, asModule);
      building.onEnd(() => {
        const missing = Object.keys(leftOut).filter(name => ![...found].some(path => path.endsWith(`${name}.js`)));
        return { errors: missing.map(name => ({ text: `the language client has no ${name} to leave out` })) };
      });
    },
  };
}

function exportedClasses(text) {
  return [...text.matchAll(/^exports\.(\w+) = \1;/gm)].map(([, name]) => name);
}

/** Features that announce nothing, so that the server is told that they are not there. */
function silent(names) {
  const feature =
    'class { fillClientCapabilities() {} initialize() {} getState() { return { kind: "static" }; } clear() {} }';
  return names.map(name => `export const ${name} = ${feature};`).join('\n');
}

/** What TypeScript wrote as CommonJS, as the module that it was; a namespace or an enum that nobody reads may be dropped. */
export function asModule(text) {
  const sources = new Map([...text.matchAll(required)].map(([, name, path]) => [name, path]));
  const names = new Set();
  const named = name => names.add(name) && '';
  const body = text
    .replace(/^"use strict";$/m, '')
    .replace(/^var __\w+ = [\s\S]*?\n\}\)*(?:\(\))?;$/gm, '') // what TypeScript adds to files that import or export all
    .replace(/^Object\.defineProperty\(exports, "__esModule", .*$/m, '')
    .replace(/^(?:exports\.\w+ = )+void 0;$/gm, '')
    .replace(/^__exportStar\(require\("([^"]+)"\), exports\);$/gm, 'export * from "$1";')
    .replace(forwarded, (_, name, from, original) => `export { ${original} as ${name} } from "${sources.get(from)}";`)
    .replace(required, (_, name, path) => `import ${isFunction(path) ? '' : '* as '}${name} from "${path}";`)
    .replace(/^exports\.default = /gm, 'export default ')
    .replace(/^exports\.(\w+) = \1;$/gm, (_, name) => named(name))
    .replace(/^exports\.(\w+) = /gm, 'export const $1 = ')
    .replace(/\(exports\.(\w+) = \1 = \{\}\)/g, (_, name) => `${named(name)}(${name} = {})`)
    .replace(/\bexports\.(\w+)/g, '$1');
  const made = namespacesAsValues(`${body}\n${[...names].map(name => `export { ${name} };`).join('\n')}\n`);
  if (/^[^/*]*\b(?:exports\.|require\(|module\.exports)/m.test(made)) throw new Error('a module of an unknown shape');
  return made;
}

const required = /^(?:const|var) (\w+) = (?:__import(?:Star|Default)\()?require\("([^"]+)"\)\)?;$/gm;
const forwarded =
  /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm;

/** These packages export one function. */
function isFunction(path) {
  return path.startsWith('semver/');
}

/** `var Name; (function (Name) {…})(Name || (Name = {}));` in one expression without effects; not where a second one adds to it. */
function namespacesAsValues(text) {
  const namespace =
    /^(export )?var (\w+);\n((?:\/\*\*[\s\S]*?\*\/\n)?)\(function \(\2\) \{\n([\s\S]*?)^\}\)\(\2 \|\| \(\2 = \{\}\)\);$/gm;
  return text.replace(namespace, (all, exported = '', name, comment, content) => {
    const isOnly = text.split(`})(${name} || (${name} = {}));`).length === 2;
    return isOnly
      ? `${comment}${exported}const ${name} = /* @__PURE__ */ (function (${name}) {\n${content}return ${name};\n})({});`
      : all;
  });
}
