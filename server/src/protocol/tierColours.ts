/** The colours of tiers, from the best: the same in the panel and in the text. */

/** As the editor’s light and dark themes draw them in charts, between the two. */
export const tierColours = [
  { red: 0.37, green: 0.68, blue: 0.36 },
  { red: 0.16, green: 0.55, blue: 1 },
  { red: 0.78, green: 0.6, blue: 0 },
  { red: 0.86, green: 0.38, blue: 0.12 },
  { red: 0.92, green: 0.19, blue: 0.15 },
] as const;

/** Which colour a tier has: with more tiers than colours neighbours share one, and the last is always the last. */
export function tierColour(tier: number, nTiers: number): number {
  const last = tierColours.length - 1;
  return nTiers <= tierColours.length ? tier : Math.round((tier * last) / (nTiers - 1));
}
