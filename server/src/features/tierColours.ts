/**
 * The colour of each tier, as the panel draws it. The colours are not the author's to choose. They stand at the key: an
 * editor shows its own picker where they are, and would cover what is to be known of the tier at its name.
 */
import type { ColorInformation, ColorPresentation, Range } from 'vscode-languageserver-types';
import { tierColour, tierColours } from '../protocol/tierColours.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rangeOf } from './positions.ts';

export function documentColours(workspace: Workspace, file: string): ColorInformation[] {
  const tree = workspace.tree(file);
  const { tiers } = workspace.system(file);
  return tiers.flatMap(({ name }, tier) => {
    const place = name?.entry?.key ?? name?.node;
    if (place === undefined) return [];
    const color = { ...tierColours[tierColour(tier, tiers.length)]!, alpha: 1 };
    return [{ range: rangeOf(tree.source, tree.rangeOf(place)), color }];
  });
}

/** Whatever colour is picked, the text stays. */
export function colourPresentations(workspace: Workspace, file: string, { start, end }: Range): ColorPresentation[] {
  const { source } = workspace.tree(file);
  return [{ label: source.slice(source.offsetAt(start), source.offsetAt(end)) }];
}
