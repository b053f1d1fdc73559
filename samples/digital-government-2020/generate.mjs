/**
 * Writes data/2019.csv and data/2020.csv, the synthetic data of this sample: `node generate.mjs`. Same seed, same files.
 *
 * Published are the members of 优秀级 in 2020, how many units stand in each tier, how many moved, and some shares. No
 * score was published and no other member. So this script makes them up: each unit is given a maturity that aims at a
 * tier (`aims`; 优秀级 as published, the others assumed), and columns with a published share are dealt out exactly.
 * It knows nothing of weights and scores: those are the definitions', and their `expect` entries check the outcome.
 */
import { writeFileSync } from 'node:fs';

const units = `
110000 北京市 省级 - 东部
120000 天津市 省级 - 东部
130000 河北省 省级 - 东部
140000 山西省 省级 - 中部
150000 内蒙古自治区 省级 - 西部
210000 辽宁省 省级 - 东北
220000 吉林省 省级 - 东北
230000 黑龙江省 省级 - 东北
310000 上海市 省级 - 东部
320000 江苏省 省级 - 东部
330000 浙江省 省级 - 东部
340000 安徽省 省级 - 中部
350000 福建省 省级 - 东部
360000 江西省 省级 - 中部
370000 山东省 省级 - 东部
410000 河南省 省级 - 中部
420000 湖北省 省级 - 中部
430000 湖南省 省级 - 中部
440000 广东省 省级 - 东部
450000 广西壮族自治区 省级 - 西部
460000 海南省 省级 - 东部
500000 重庆市 省级 - 西部
510000 四川省 省级 - 西部
520000 贵州省 省级 - 西部
530000 云南省 省级 - 西部
540000 西藏自治区 省级 - 西部
610000 陕西省 省级 - 西部
620000 甘肃省 省级 - 西部
630000 青海省 省级 - 西部
640000 宁夏回族自治区 省级 - 西部
650000 新疆维吾尔自治区 省级 - 西部
660000 新疆生产建设兵团 省级 - 西部
130100 石家庄市 重点城市 省会 东部
140100 太原市 重点城市 省会 中部
150100 呼和浩特市 重点城市 省会 西部
210100 沈阳市 重点城市 省会;副省级 东北
210200 大连市 重点城市 计划单列市;副省级 东北
220100 长春市 重点城市 省会;副省级 东北
230100 哈尔滨市 重点城市 省会;副省级 东北
320100 南京市 重点城市 省会;副省级 东部
330100 杭州市 重点城市 省会;副省级 东部
330200 宁波市 重点城市 计划单列市;副省级 东部
340100 合肥市 重点城市 省会 中部
350100 福州市 重点城市 省会 东部
350200 厦门市 重点城市 计划单列市;副省级 东部
360100 南昌市 重点城市 省会 中部
370100 济南市 重点城市 省会;副省级 东部
370200 青岛市 重点城市 计划单列市;副省级 东部
410100 郑州市 重点城市 省会 中部
420100 武汉市 重点城市 省会;副省级 中部
430100 长沙市 重点城市 省会 中部
440100 广州市 重点城市 省会;副省级 东部
440300 深圳市 重点城市 计划单列市;副省级 东部
450100 南宁市 重点城市 省会 西部
460100 海口市 重点城市 省会 东部
510100 成都市 重点城市 省会;副省级 西部
520100 贵阳市 重点城市 省会 西部
530100 昆明市 重点城市 省会 西部
540100 拉萨市 重点城市 省会 西部
610100 西安市 重点城市 省会;副省级 西部
620100 兰州市 重点城市 省会 西部
630100 西宁市 重点城市 省会 西部
640100 银川市 重点城市 省会 西部
650100 乌鲁木齐市 重点城市 省会 西部`
  .trim()
  .split('\n')
  .map(line => line.split(' '))
  .map(([code, name, kind, cityType, region]) => ({ code, name, kind, cityType: cityType === '-' ? '' : cityType, region }));

// From the best tier of 2020. `rose` names those that stood one tier lower in 2019: how many is published, who is not.
const aims = [
  {
    maturity: 0.9, // 优秀级, as published
    names: '北京市 上海市 浙江省 福建省 湖北省 广东省 四川省 贵州省 杭州市 宁波市 福州市 厦门市 青岛市 长沙市 广州市 深圳市 成都市 贵阳市',
    rose: '湖北省 四川省 长沙市',
  },
  {
    maturity: 0.68, // 良好级, assumed
    names: '天津市 河北省 江苏省 安徽省 江西省 山东省 湖南省 广西壮族自治区 重庆市 云南省 石家庄市 哈尔滨市 南京市 合肥市 南昌市 济南市 武汉市 南宁市',
    rose: '云南省 南昌市',
  },
  {
    maturity: 0.46, // 发展级, assumed
    names: '山西省 内蒙古自治区 辽宁省 黑龙江省 河南省 海南省 陕西省 宁夏回族自治区 太原市 沈阳市 大连市 长春市 郑州市 海口市 昆明市 西安市 兰州市 银川市',
    rose: '宁夏回族自治区 兰州市',
  },
  {
    maturity: 0.24, // 起步级, assumed
    names: '吉林省 西藏自治区 甘肃省 青海省 新疆维吾尔自治区 新疆生产建设兵团 呼和浩特市 拉萨市 西宁市 乌鲁木齐市',
    rose: '',
  },
];

const random = mulberry32(2020);
const step = aims[0].maturity - aims[1].maturity;

// Grades: [grade, number of 省级, number of 重点城市], the best first; the last takes the rest. In 2020 the first three
// are published: 23 and 31 agencies; 16 and 10 plans; 18 of 32 省级 and 11 of 15 副省级 with an open data platform.
write(2020, {
  'data-agency': [['是', 23, 31], ['否']],
  plans: [['是', 16, 10], ['否']],
  'open-data-platform': [['是', 18, 18], ['否']],
  'site-integration': [['A', 11, 9], ['B', 14, 15], ['C']],
  'media-integration': [['A', 7, 8], ['B', 15, 14], ['C']],
  'rating-channel': [['是', 31, 30], ['否']],
});
// Nothing of the kind is published for 2019.
write(2019, {
  'data-agency': [['是', 19, 25], ['否']],
  plans: [['是', 11, 7], ['否']],
  'open-data-platform': [['是', 13, 13], ['否']],
  'site-integration': [['A', 7, 6], ['B', 14, 14], ['C']],
  'media-integration': [['A', 5, 6], ['B', 13, 12], ['C']],
  'rating-channel': [['是', 24, 22], ['否']],
});

function write(year, grades) {
  const maturity = units.map(unit => maturityOf(unit, year));
  const dealt = Object.entries(grades).map(([id, counts]) => [id, deal(counts, maturity)]);
  const rates = ['online-services', 'all-day-services', 'data-sharing', 'one-office', 'open-data-quality', 'reply-satisfaction'];
  const spread = rates.map(id => [id, maturity.map(value => (38 + 58 * clamp(value + 0.06 * (2 * random() - 1))).toFixed(1))]);
  const columns = [...dealt, ...spread];
  const header = ['code', 'name', 'kind', 'city_type', 'region', ...columns.map(([id]) => id)];
  const rows = units.map((unit, row) => [unit.code, unit.name, unit.kind, unit.cityType, unit.region, ...columns.map(([, values]) => values[row])]);
  writeFileSync(new URL(`data/${year}.csv`, import.meta.url), `${[header, ...rows].map(row => row.join(',')).join('\n')}\n`);
}

function maturityOf(unit, year) {
  const aim = aims.find(({ names }) => names.split(' ').includes(unit.name));
  const fell = year === 2019 && aim.rose.split(' ').includes(unit.name) ? step : 0;
  return aim.maturity - fell + 0.04 * (2 * random() - 1);
}

/** The best of each kind get the best grade; a little chance mixes neighbours. */
function deal(grades, maturity) {
  const likelihood = maturity.map(value => value + 0.1 * (2 * random() - 1));
  const values = [];
  ['省级', '重点城市'].forEach((kind, column) => {
    const rows = units.map((_, row) => row).filter(row => units[row].kind === kind);
    rows.sort((a, b) => likelihood[b] - likelihood[a]);
    const dealt = grades.flatMap(([grade, ...counts]) => Array(counts[column] ?? rows.length).fill(grade));
    rows.forEach((row, place) => {
      values[row] = dealt[place];
    });
  });
  return values;
}

function clamp(value) {
  return Math.min(1, Math.max(0, value));
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
