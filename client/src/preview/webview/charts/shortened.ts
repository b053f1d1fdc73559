/** Texts that must fit beside a chart. Pure. */

/** By the width that letters take on average: a Chinese one is as wide as two. */
export function shortened(name: string, width: number): string {
  let taken = 0;
  for (const [index, letter] of [...name].entries()) {
    taken += letter.codePointAt(0)! > 0x2e80 ? 12.5 : 6.8;
    if (taken > width) return `${[...name].slice(0, Math.max(1, index - 1)).join('')}…`;
  }
  return name;
}
