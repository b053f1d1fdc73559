/** The colour of each tier beside its name, as the panel draws it. The colours are not the author's to choose. */
import type { ColorInformation, ColorPresentation, Range } from 'vscode-languageserver-types';
import { lineStarts, offsetAt } from '../base/text.ts';
import { tierColour, tierColours } from '../protocol/tierColours.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rangeIn } from './positions.ts';

export function documentColours(workspace: Workspace, file: string): ColorInformation[] {
  const tree = workspace.tree(file);
  const starts = lineStarts(tree.text);
  const { tiers } = workspace.system(file);
  return tiers.flatMap(({ name }, tier) => {
    const place = name?.node.kind === 'map' ? name.entry?.key : name?.node;
    if (place === undefined) return [];
    const color = { ...tierColours[tierColour(tier, tiers.length)]!, alpha: 1 };
    return [{ range: rangeIn(starts, tree.rangeOf(place)), color }];
  });
}

/** Whatever colour is picked, the name stays. */
export function colourPresentations(workspace: Workspace, file: string, { start, end }: Range): ColorPresentation[] {
  const { text } = workspace.tree(file);
  const starts = lineStarts(text);
  return [{ label: text.slice(offsetAt(starts, text.length, start), offsetAt(starts, text.length, end)) }];
}
