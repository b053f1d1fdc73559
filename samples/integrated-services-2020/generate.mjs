/**
 * Writes data/2020.csv, the synthetic data of this sample, in GB18030: `node generate.mjs`. Same seed, same file.
 *
 * Published are the bands and their members, not scores. This script gives each province a total inside its band and
 * splits it into five dimensions whose mean it is.
 */
import { writeFileSync } from 'node:fs';

const bands = {
  非常高: { from: 90.4, to: 96.8 },
  高: { from: 80.6, to: 89.4 },
  中: { from: 72.2, to: 79.4 },
};
const provinces = `
北京 东部 非常高
天津 东部 高
河北 东部 高
山西 中部 高
内蒙古 西部 高
辽宁 东北 高
吉林 东北 高
黑龙江 东北 高
上海 东部 非常高
江苏 东部 非常高
浙江 东部 非常高
安徽 中部 非常高
福建 东部 高
江西 中部 高
山东 东部 高
河南 中部 高
湖北 中部 高
湖南 中部 高
广东 东部 非常高
广西 西部 高
海南 东部 高
重庆 西部 高
四川 西部 非常高
贵州 西部 非常高
云南 西部 高
西藏 西部 中
陕西 西部 中
甘肃 西部 中
青海 西部 中
宁夏 西部 高
新疆 西部 中
新疆生产建设兵团 西部 中`
  .trim()
  .split('\n')
  .map(line => line.split(' '));

const random = mulberry32(2021);
const lines = provinces.map(([name, region, band]) => {
  const { from, to } = bands[band];
  return [name, region, ...split(Math.round(10 * (from + (to - from) * random())))];
});
const header = ['name', 'region', '在线服务成效度', '在线办理成熟度', '服务方式完备度', '服务事项覆盖度', '办事指南准确度'];
const text = `${[header, ...lines].map(line => line.join(',')).join('\n')}\n`;
writeFileSync(new URL('data/2020.csv', import.meta.url), encodeGb18030(text));

/** Five scores with one decimal, none above 100, whose mean is the total; all in tenths until they are printed. */
function split(total) {
  const offsets = Array.from({ length: 4 }, () => Math.round(60 * (random() - 0.5)));
  const highest = Math.max(...offsets, -sum(offsets));
  const shrink = Math.min(1, (1000 - total) / highest);
  const shrunk = offsets.map(offset => Math.trunc(offset * shrink));
  return [...shrunk, -sum(shrunk)].map(offset => ((total + offset) / 10).toFixed(1));
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The two-byte part of GB18030, turned round from the decoder: it holds every character of this file. */
function encodeGb18030(characters) {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) codes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  }
  return Uint8Array.from([...characters].flatMap(character => (character < '\x80' ? character.charCodeAt(0) : codes.get(character))));
}

/** A small generator of uniform numbers in [0, 1) (Tommy Ettinger's mulberry32). */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
