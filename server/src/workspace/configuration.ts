/** What the configuration of a project (`indicators.config.yaml`) answers about the definitions below its folder, and about itself. */
import type { Finding } from '../base/finding.ts';
import { matchesGlob } from '../base/glob.ts';
import { answer, type Read } from '../base/query.ts';
import { checkConfiguration } from '../checks/configuration.ts';
import { rules } from '../checks/rules/index.ts';
import { readConfiguration } from '../model/configuration.ts';
import { definitions, roots } from './facts.ts';
import { configurationsAbove, isConfiguration, relativePath } from './files.ts';
import { tree } from './texts.ts';

/** Where the configuration of a definition's project may stand, the nearest first. */
export const possibleConfigurations = answer('possible configurations', (read, file: string): readonly string[] => {
  const root = read(roots, file);
  return root === undefined ? [] : configurationsAbove(file, root);
});

/**
 * The configuration that holds for a definition: the nearest that is there. `unknown`: it must be read first to tell.
 * A configuration holds for itself.
 */
export const configurationOf = answer(
  'configuration of',
  (read, file: string): { readonly file: string | undefined; readonly unknown: string | undefined } => {
    if (isConfiguration(file)) return { file, unknown: undefined };
    for (const each of read(possibleConfigurations, file)) {
      const content = read(definitions, each);
      if (content === undefined) return { file: undefined, unknown: each };
      if (content.kind === 'text') return { file: each, unknown: undefined };
    }
    return { file: undefined, unknown: undefined };
  },
  (a, b) => a.file === b.file && a.unknown === b.unknown,
);

export const configuration = answer('configuration', (read, file: string) => readConfiguration(read(tree, file)));

const configurationFindings = answer('configuration findings', (read, file: string) =>
  checkConfiguration({ file, tree: read(tree, file), configuration: read(configuration, file) }, rules),
);

/** What the project's configuration says of rules, and what is wrong with itself. */
export const configured = answer('configured', (read, file: string) => {
  const { file: configurationFile } = read(configurationOf, file);
  return configurationFile === undefined ? undefined : read(configuration, configurationFile);
});

export const isIgnored = answer('is ignored', (read, file: string): boolean => {
  const { file: configurationFile } = read(configurationOf, file);
  const path = configurationFile && relativePath(configurationFile, file);
  return path !== undefined && (read(configured, file)?.ignore ?? []).some(glob => matchesGlob(glob, path));
});

/** Of a definition, those of the configuration of its project among them; of a configuration, its own. */
export function withConfiguration(read: Read, file: string, find: () => readonly Finding[]): readonly Finding[] {
  const { file: configurationFile } = read(configurationOf, file);
  const own = isConfiguration(file) || read(isIgnored, file) ? [] : find();
  return configurationFile === undefined ? own : [...own, ...read(configurationFindings, configurationFile)];
}
