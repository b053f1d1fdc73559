/** How a unit came to its rank, as Markdown: numbered steps from each cell on. */
import type { Locale } from '../base/locale.ts';
import { explain } from '../scoring/explain/explain.ts';
import type { ExplanationStep } from '../scoring/explain/explanation.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { escaped } from './markdown.ts';
import { shownScoring } from './preview/preview.ts';

/** `undefined`: there is no such unit, or nothing can be scored. `unit` is an id, or a name that one unit has. */
export function explainUnit(
  workspace: Workspace,
  file: string,
  unit: string,
  locale: Locale,
): { readonly title: string; readonly markdown: string } | undefined {
  const scoring = shownScoring(workspace, file);
  const explanation = scoring && explain(scoring, unit);
  if (explanation === undefined) return undefined;
  const { id, name } = explanation.unit;
  const head = `# ${escaped(name)}${name === id ? '' : ` (${escaped(id)})`}`;
  const steps = explanation.steps.map(step => stepText(step, locale));
  return { title: name, markdown: `${[head, ...steps].join('\n\n')}\n` };
}

function stepText({ number, kind, title, lines }: ExplanationStep, locale: Locale): string {
  const heading = kind === 'leaf' ? '####' : '###';
  return [
    `${heading} ${number}\\. ${escaped(title[locale])}`,
    lines.map(line => `* ${escaped(line[locale])}`).join('\n'),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}
