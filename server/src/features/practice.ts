/**
 * Keys that nobody has typed, in a copy of a definition that nobody sees: so that the code that real ones run has run
 * before. Gives nothing and changes nothing.
 */
import type { Locale } from '../base/locale.ts';
import type { LongText } from '../base/longText.ts';
import type { Steps } from '../base/steps.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import { practisedVersionOf } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { diagnosticsByFile } from './diagnostics.ts';

/** A step is a key: a digit typed after a weight, or taken away again; there is always another one, unless there is no indicator. */
export function* practise(workspace: Workspace, file: string, locale: Locale): Steps<void> {
  const copy = practisedVersionOf(file);
  const show = (text: LongText) => {
    workspace.setDefinition(copy, { kind: 'text', text });
    diagnosticsByFile(workspace, copy, locale, 'all');
  };
  try {
    workspace.liken(copy, file);
    show(workspace.tree(file).source);
    for (let nth = 0; ; nth++) {
      yield;
      const place = placeToType(workspace.system(copy), nth);
      if (place === undefined) return;
      const tree = workspace.tree(copy);
      const { end } = tree.rangeOf(place);
      const typed = tree.source.edited({ start: end, end }, '1');
      show(typed);
      yield;
      show(typed.edited({ start: end, end: end + 1 }, ''));
    }
  } finally {
    workspace.closeDefinition(copy);
  }
}

/** The weight of an indicator, else its name or id: of another one each time. */
function placeToType({ top }: IndicatorSystem, nth: number): ScalarNode | undefined {
  let indicator = top[nth % top.length];
  for (let below = indicator?.children; below !== undefined && below.length > 0; below = indicator?.children)
    indicator = below[nth % below.length];
  const { weight, name, id } = indicator?.own ?? {};
  const places = [weight?.entry.value, name?.node, id?.node];
  return places.find((node): node is ScalarNode => node?.kind === 'scalar' && node.style === 'plain');
}
