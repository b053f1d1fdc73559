/**
 * Writes data/2024.csv, the synthetic data of this sample: `node generate.mjs`. Same seed, same file, byte for byte.
 *
 * Nobody has published what each of the 64 governments got on each indicator. This script makes such a table up, so
 * that what was published holds in it:
 *   - the shares of the report ("31 省级 and 26 重点城市 have a leading group") are exact, because each such column
 *     is dealt out: so many units of each kind get the better value, the others do not;
 *   - 52 of 64 units reach 良好级, the two lowest tiers stand in the west alone, the two highest mostly in the east
 *     and partly in the centre, because each unit is given a maturity that aims at a tier (`aims` below).
 * Which unit stands where is therefore an assumption of this script, not a result of the evaluation.
 *
 * It knows nothing of weights and scores: those are the definition's, and its `expect` entries check the outcome.
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

// Assumed, not published: the maturity (0–1) that a unit is given, by the tier that it is meant to reach.
const aims = [
  { from: 0.86, to: 0.92, names: '北京市 上海市 浙江省 广东省 杭州市 深圳市' }, // 卓越级
  { from: 0.645, to: 0.69, names: '江苏省 福建省 山东省 安徽省 湖北省 湖南省 四川省 南京市 宁波市 合肥市 福州市 厦门市 济南市 青岛市 武汉市 长沙市 广州市 成都市' }, // 优秀级
  { from: 0.34, to: 0.37, names: '内蒙古自治区 甘肃省 青海省 新疆维吾尔自治区' }, // 发展级
  { from: 0.375, to: 0.395, names: '呼和浩特市 兰州市 西宁市 银川市 乌鲁木齐市' }, // 发展级或准备级
  { from: 0.12, to: 0.15, names: '西藏自治区 新疆生产建设兵团 拉萨市' }, // 准备级
];
const others = { from: 0.52, to: 0.53 }; // 良好级

const random = mulberry32(20276);
for (const unit of units) {
  const { from, to } = aims.find(aim => aim.names.split(' ').includes(unit.name)) ?? others;
  unit.maturity = from + (to - from) * random();
}

const columns = [
  // 管理保障度
  dealt('leading-group', [['是', 31, 26], ['否']]),
  dealt('data-agency', [['是', 31, 31], ['否']]),
  dealt('expert-committee', [['有', 19, 15], ['无']]),
  spread('regular-review', { worst: 0, best: 3 }),
  dealt('plans', [['是', 32, 25], ['否']]),
  dealt('sector-rules', [['齐备', 12, 10], ['部分', 14, 16], ['未公布']]),
  spread('standards', { worst: 4, best: 58, curve: 1.8 }),
  // 平台支撑度
  dealt('government-cloud', [['已建成', 28, 25], ['建设中']]),
  spread('government-network', { worst: 66, best: 100, decimals: 1 }),
  dealt('security-graded', [['是', 30, 29], ['否']]),
  dealt('security-drill', [['是', 25, 23], ['否']]),
  dealt('security-monitoring', [['是', 27, 25], ['否']]),
  dealt('unified-identity', [['是', 24, 23], ['否']]),
  dealt('e-licences', [['全面互认', 26, 23], ['部分应用']]),
  spread('unified-payment', { worst: 55, best: 99, decimals: 1 }),
  dealt('government-map', [['A', 12, 10], ['B', 15, 15], ['C']]),
  ...nested(['unified-application', 31, 30], ['unified-query', 31, 29], ['unified-complaints', 30, 29]),
  // 数据赋能度
  dealt('data-catalogue', [['已发布', 25, 23], ['更新中']]),
  ...nested(['base-population', 32, 31], ['base-legal-entities', 31, 31], ['base-geography', 29, 28], ['base-themes', 26, 24], ['base-topics', 21, 18]),
  spread('sharing-platform', { worst: 58, best: 99, decimals: 1 }),
  { ...dealt('national-link', [['A', 14, 0], ['B', 13, 0], ['C']]), only: '省级' },
  dealt('open-data-platform', [['覆盖全面', 14, 13], ['覆盖不全', 16, 17], ['未上线']]),
  dealt('data-elements-x', [['获奖', 11, 10], ['参赛', 21, 21], ['未开展']]),
  spread('public-data-use', { worst: 180, best: 18600, curve: 2.6 }),
  dealt('data-classification', [['已完善', 22, 21], ['待完善']]),
  spread('risk-assessment', { worst: 0, best: 3 }),
  // 服务成熟度
  dealt('level-coverage', [['贯通到村', 31, 30], ['未贯通到村']]),
  spread('mobile-services', { worst: 48, best: 98, decimals: 1 }),
  spread('one-thing', { worst: 9, best: 21 }),
  spread('apply-free', { worst: 3, best: 190, curve: 2 }),
  dealt('instant-approval', [['A', 11, 12], ['B', 14, 12], ['C']]),
  ...nested(['space-cases', 26, 25], ['space-data', 20, 18], ['space-smart', 12, 11]),
  dealt('business-life-cycle', [['是', 30, 28], ['否']]),
  dealt('fewer-steps', [['三减齐备', 27, 25], ['部分实现']]),
  dealt('medical-records', [['已互通', 18, 16], ['未互通']]),
  dealt('education-platform', [['是', 30, 28], ['否']]),
  dealt('employment-platform', [['丰富', 22, 20], ['一般', 10, 11], ['未建']]),
  ...nested(['social-remote', 28, 27], ['social-channels', 24, 23], ['social-scenes', 18, 17]),
  // 治理精准度
  dealt('economic-monitoring', [['A', 14, 7], ['B', 14, 16], ['C']]),
  dealt('economic-tools', [['A', 12, 6], ['B', 15, 16], ['C']]),
  dealt('supervision-platform', [['已构建', 26, 23], ['未构建']]),
  dealt('food-drug-tracing', [['已建或在建', 27, 18], ['未建']]),
  spread('dispute-resolution', { worst: 71, best: 99, decimals: 1 }),
  spread('grassroots-governance', { worst: 52, best: 100, decimals: 1 }),
  dealt('one-map', [['完成或在建', 32, 29], ['未开展']]),
  dealt('joint-governance', [['已开展', 18, 17], ['未开展']]),
  // 公开透明度
  spread('policy-publication', { worst: 86, best: 100, decimals: 1 }),
  dealt('policy-library', [['已建', 26, 24], ['未建']]),
  spread('policy-interpretation', { worst: 70, best: 100, decimals: 1 }),
  spread('public-concerns', { worst: 60, best: 8 }),
  dealt('question-library', [['A', 8, 7], ['B', 14, 13], ['C', 8, 9], ['D']]),
  spread('reply-accuracy', { worst: 61, best: 97.5, decimals: 1 }),
  spread('reply-time', { worst: 13, best: 2, decimals: 1 }),
  // 社会满意度
  spread('rating-coverage', { worst: 88, best: 100, decimals: 1 }),
  spread('good-rating', { worst: 99.5, best: 99.95, decimals: 2 }),
  spread('bad-rating-mended', { worst: 98.1, best: 100, decimals: 1 }),
  dealt('data-rating', [['是', 27, 26], ['否']]),
  spread('data-demand', { worst: 54, best: 98, decimals: 1 }),
  dealt('reply-rating', [['是', 17, 16], ['否']]),
  spread('reply-satisfaction', { worst: 68, best: 98, decimals: 1 }),
  // 优秀创新案例
  spread('innovation-cases', { worst: 0, best: 4, curve: 3.3 }),
];

// What could not be found: single cells, and the definition says how they are taken.
const missing = {
  standards: ['540000', '660000'],
  'government-network': ['540100'],
  'sharing-platform': ['630000'],
  'reply-accuracy': ['220100', '640100'],
  'reply-satisfaction': ['150100', '460100'],
};

for (const column of columns) column.values = column.fill(column);
const header = ['code', 'name', 'kind', 'city_type', 'region', ...columns.map(column => column.id)];
const rows = units.map((unit, row) => [unit.code, unit.name, unit.kind, unit.cityType, unit.region, ...columns.map(column => cell(unit, row, column))]);
writeFileSync(new URL('data/2024.csv', import.meta.url), `${[header, ...rows].map(row => row.join(',')).join('\n')}\n`);

function cell(unit, row, column) {
  if (column.only !== undefined && unit.kind !== column.only) return '不适用';
  if (missing[column.id]?.includes(unit.code)) return '缺';
  return column.values[row];
}

/** A column of grades: each `[grade, number of 省级, number of 重点城市]`, the best first; the last takes the rest. */
function dealt(id, grades) {
  return { id, fill: () => deal(grades, order(0.26)) };
}

/** Columns of 是 and 否 where whoever has the later has the earlier too: "application, query and complaints". */
function nested(...parts) {
  let shared;
  return parts.map(([id, provinces, cities]) => ({
    id,
    fill() {
      shared ??= order(0.26);
      return deal([['是', provinces, cities], ['否']], shared);
    },
  }));
}

/** A column of numbers from the worst to the best, by maturity and chance; `curve` above 1 keeps the middle low. */
function spread(id, { worst, best, decimals = 0, curve = 1 }) {
  return {
    id,
    fill: () =>
      units.map(unit => {
        const position = Math.min(1, Math.max(0, unit.maturity + 0.1 * (2 * random() - 1)));
        return (worst + (best - worst) * position ** curve).toFixed(decimals);
      }),
  };
}

/** The rows of each kind, the likeliest to have something first. */
function order(chance) {
  const likelihood = units.map(unit => unit.maturity + chance * (2 * random() - 1));
  const rows = units.map((_, row) => row).sort((a, b) => likelihood[b] - likelihood[a]);
  return ['省级', '重点城市'].map(kind => rows.filter(row => units[row].kind === kind));
}

function deal(grades, orders) {
  const values = [];
  orders.forEach((rows, kind) => {
    const grade = grades.flatMap(([name, ...counts]) => Array(counts[kind] ?? rows.length).fill(name));
    rows.forEach((row, place) => {
      values[row] = grade[place];
    });
  });
  return values;
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
