/** Validates files with the YAML language server's own validation, for the benchmark: server's folder, schema, files. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , server, schemaFile, ...files] = process.argv;
const { getLanguageService } = await import(
  pathToFileURL(join(server, 'out/src/languageservice/yamlLanguageService.js')).href
);
const { TextDocument } = createRequire(join(server, 'package.json'))('vscode-languageserver-textdocument');
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
const service = getLanguageService({
  schemaRequestService: async () => JSON.stringify(schema),
  workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).toString() },
  telemetry: {
    send() {},
    sendError(_, error) {
      throw error;
    },
    sendTrack() {},
  },
  yamlSettings: { documentSettings: {}, schemaAssociations: {} },
});
service.configure({ validate: true, schemas: [{ uri: 'file:///schema.json', fileMatch: ['*.yaml'], schema }] });
for (const file of files) {
  const uri = pathToFileURL(resolve(file)).href;
  const [problem] = await service.doValidation(TextDocument.create(uri, 'yaml', 1, readFileSync(file, 'utf8')), false);
  if (problem === undefined) continue;
  console.error(file, problem.message);
  process.exitCode = 1;
}
