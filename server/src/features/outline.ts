/** What stands in the outline of a definition, section by section. Knows no lines. */
import { SymbolKind } from 'vscode-languageserver-types';
import { inPercent, type Locale } from '../base/locale.ts';
import { boundOf, boundSigns } from '../model/bounds.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Tier } from '../model/ranking.ts';
import { nameNode } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { Text } from '../model/text.ts';
import type { Written } from '../model/written.ts';
import { claimText } from '../scoring/claimText.ts';
import { textOf } from '../scoring/names.ts';
import { effectiveWeights } from '../scoring/weights.ts';
import type { MapEntry, Node, Place } from '../syntax/tree.ts';
import { percent } from './figures.ts';

/** Something in the outline: `place` is all of it, `head` what is selected when it is chosen. */
export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly place: Place;
  readonly head: Place;
  readonly children: readonly OutlineItem[];
}

/** The top-level keys that hold more than a value, in the order of the text. */
export function outlineOf(
  system: IndicatorSystem,
  title: (key: string) => string,
  locale: Locale,
): readonly OutlineItem[] {
  const entries = system.node?.entries ?? [];
  return entries.flatMap(entry => {
    const key = entry.name;
    const children = membersOf(system, key, locale);
    const isSection = children !== undefined || ['units', 'defaults', 'ranking', 'robustness'].includes(key);
    if (!isSection) return [];
    return [
      {
        name: title(key),
        detail: children === undefined || children.length === 0 ? '' : String(children.length),
        kind: SymbolKind.Namespace,
        place: entry,
        head: entry.key,
        children: children ?? [],
      },
    ];
  });
}

function membersOf(system: IndicatorSystem, key: string, locale: Locale): readonly OutlineItem[] | undefined {
  const named = (item: { node: Node }, name: Written<Text> | undefined, kind: SymbolKind, detail = '') =>
    leaf(item.node, { name: textOf(name?.value, locale), head: name?.node, kind, detail });
  switch (key) {
    case 'indicators': {
      const weights = effectiveWeights(system);
      return system.top.map(indicator => indicatorItem(indicator, weights, locale));
    }
    case 'levels':
      return system.levels.map(level =>
        named(level, level.name, SymbolKind.Number, level.count === undefined ? '' : String(level.count.value)),
      );
    case 'data':
      return system.data.map(({ node, id, path }) =>
        leaf(node, {
          name: id?.value ?? path?.value,
          head: path?.node,
          kind: SymbolKind.File,
          detail: path?.value ?? '',
        }),
      );
    case 'adjustments':
      return system.adjustments.map(each => named(each, each.name, SymbolKind.Operator, each.kind?.value));
    case 'tiers':
      return system.tiers.map(each => named(each, each.name, SymbolKind.EnumMember, boundText(each, system)));
    case 'publications':
      return system.publications.map(each => named(each, each.title, SymbolKind.Array, each.id?.value));
    case 'expect':
      return system.expectations.map(({ node, claim }) =>
        leaf(node, {
          name: claim && claimText(claim, system.tiers)[locale],
          head: undefined,
          kind: SymbolKind.Boolean,
          detail: '',
        }),
      );
    case 'rules':
      return system.rules.map(({ code, entry, severity }) => entryItem(code, entry, severity?.value ?? ''));
    default:
      return undefined;
  }
}

function leaf(
  node: Node,
  { name, head, kind, detail }: { name: string | undefined; head: Node | undefined; kind: SymbolKind; detail: string },
): OutlineItem {
  return { name: name ?? '?', detail, kind, place: node, head: head ?? node, children: [] };
}

function entryItem(name: string, entry: MapEntry, detail: string): OutlineItem {
  return { name, detail, kind: SymbolKind.Property, place: entry, head: entry.key, children: [] };
}

function indicatorItem(
  indicator: Indicator,
  weights: ReturnType<typeof effectiveWeights>,
  locale: Locale,
): OutlineItem {
  const { own, id, children } = indicator;
  return {
    name: textOf(own.name?.value, locale) ?? id,
    detail: weightText(indicator, weights, locale),
    kind: children === undefined ? SymbolKind.Field : SymbolKind.Class,
    place: own.node,
    head: nameNode(indicator),
    children: (children ?? []).map(child => indicatorItem(child, weights, locale)),
  };
}

/** The weight as written and the effective weight where it is known. */
function weightText({ own, id }: Indicator, weights: ReturnType<typeof effectiveWeights>, locale: Locale): string {
  if (own.bonus !== undefined) return locale === 'en' ? 'bonus' : '加分';
  const written = own.weight?.kind === 'single' ? own.weight.weight.value.source : '';
  const found = weights.get(id);
  const effective = found === undefined ? '' : percent(found.exactEffective, locale);
  const isSaid = effective === inPercent(written, locale);
  return [isSaid ? '' : written, effective].filter(Boolean).join(' · ');
}

function boundText(tier: Tier, system: IndicatorSystem): string {
  const bound = boundOf(tier, system);
  const written = bound ?? tier.top ?? tier.topShare;
  const sign = bound === undefined ? '' : `${boundSigns[bound.key]} `;
  return written?.node.kind === 'scalar' ? sign + written.node.source : '';
}
