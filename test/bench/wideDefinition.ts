/**
 * Made-up definitions with 58 leaves, 580, 5,800…: a tree like the sample's (8, 18, 58), and for each factor of ten one
 * more level above it. Every set of siblings sums to 100 and every id is its own, so that nothing is found in them.
 */

const leavesOfParts = [
  [4, 3], [3, 3, 3], [3, 3], [4, 3], [3, 3], [4, 3], [3, 3], [4, 3, 3],
]; // biome-ignore format: a table

/** `nLeaves`: 58 times a power of ten. */
export function wideDefinition(nLeaves: number): string {
  const lines = [
    'indicatorSystem: 1',
    'id: bench',
    'title: {zh-CN: 数字政府服务能力评估指标体系, en: Digital government service capability}',
    'edition: 2024',
    'weights: percent',
    'scale: [0, 100]',
    'aggregate: arithmetic',
    'defaults: {missing: exclude, minShare: 0.5, normalise: {method: goalposts, lower: 0, upper: 100}, direction: positive}',
    'units: {id: code, name: name}',
    'tiers:',
    '  - {name: {zh-CN: 优秀, en: Excellent}, atLeast: 85}',
    '  - {name: {zh-CN: 良好, en: Good}, atLeast: 60}',
    '  - {name: {zh-CN: 待提升, en: To improve}}',
    'indicators:',
  ];
  writeLevels(lines, Math.round(Math.log10(nLeaves / 58)), 1, 'i');
  return `${lines.join('\n')}\n`;
}

function writeLevels(lines: string[], nLevelsAbove: number, indent: number, path: string): void {
  if (nLevelsAbove === 0) {
    writeParts(lines, indent, path);
    return;
  }
  for (let part = 1; part <= 10; part++) {
    writeIndicator(lines, indent, `${path}-${part}`, 10, []);
    lines.push(`${'  '.repeat(indent)}  indicators:`);
    writeLevels(lines, nLevelsAbove - 1, indent + 2, `${path}-${part}`);
  }
}

function writeParts(lines: string[], indent: number, path: string): void {
  for (const [first, part] of leavesOfParts.entries()) {
    const ofPart = `${path}-${first + 1}`;
    writeIndicator(lines, indent, ofPart, shareOf(leavesOfParts.length, first), []);
    lines.push(`${'  '.repeat(indent)}  indicators:`);
    for (const [second, nLeaves] of part.entries()) {
      const ofGroup = `${ofPart}-${second + 1}`;
      writeIndicator(lines, indent + 2, ofGroup, shareOf(part.length, second), []);
      lines.push(`${'  '.repeat(indent + 2)}  indicators:`);
      for (let leaf = 0; leaf < nLeaves; leaf++) {
        writeIndicator(lines, indent + 4, `${ofGroup}-${leaf + 1}`, shareOf(nLeaves, leaf), ['source: 政策文件库']);
      }
    }
  }
}

function writeIndicator(lines: string[], indent: number, id: string, weight: number, more: readonly string[]): void {
  const spaces = '  '.repeat(indent);
  const keys = [`name: 指标 ${id}`, `weight: ${weight}`, ...more];
  lines.push(`${spaces}- id: ${id}`, ...keys.map(key => `${spaces}  ${key}`));
}

/** Whole percentages that sum to 100: what is left over goes to the first. */
function shareOf(count: number, position: number): number {
  const share = Math.floor(100 / count);
  return position === 0 ? 100 - share * (count - 1) : share;
}
