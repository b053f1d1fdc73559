/**
 * Writes data/2020.csv, the synthetic data of this sample: `node generate.mjs`. Same seed, same file, byte for byte.
 *
 * Published are eight rankings: places, no scores. This script makes up scores that give exactly these places: it takes
 * the published order as a chain, lets the totals fall along the chain by chance, and splits each total into five
 * indicators whose mean it is.
 */
import { writeFileSync } from 'node:fs';

// From the best, `>` between the places, `=` between those that share one. Behind `|` stand governments that were not
// among the first ten: that is all that is known, and they are given totals below in no order.
const chains = {
  国务院组成部门: '商务部 > 交通运输部 > 工业和信息化部 > 科技部 = 水利部 > 卫生健康委 > 农业农村部 > 发展改革委 > 自然资源部 > 文化和旅游部 > 教育部 = 生态环境部',
  国务院其他部门: '税务总局 = 市场监管总局 > 海关总署 > 林业和草原局 > 药监局 > 体育总局 > 气象局 > 民航局 > 邮政局 > 广电总局 > 铁路局',
  直辖市: '北京市 > 上海市 > 重庆市 > 天津市',
  '省、自治区':
    '浙江省 > 福建省 = 广东省 = 四川省 > 贵州省 > 广西壮族自治区 > 湖北省 > 安徽省 = 江西省 > 海南省 > 山东省 > 湖南省 > 江苏省' +
    ' | 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 河南省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区',
  // 副省级城市 and 省会城市 in one chain: ten cities are both, and each has one score. Where the two published rankings
  // leave the order open (宁波市 and 合肥市), it is assumed.
  城市:
    '青岛市 > 深圳市 = 成都市 > 长沙市 > 厦门市 = 武汉市 = 贵阳市 > 南宁市 > 广州市 > 福州市 > 哈尔滨市 > 杭州市 = 太原市 > 济南市 > 宁波市 > 合肥市 > 大连市 = 南京市 > 西安市' +
    ' | 石家庄市 呼和浩特市 沈阳市 长春市 南昌市 郑州市 海口市 昆明市 拉萨市 兰州市 西宁市 银川市 乌鲁木齐市',
  地市: '佛山市 > 无锡市 = 苏州市 > 柳州市 > 襄阳市 > 宁德市 = 潍坊市 > 六安市 > 温州市 > 凉山州 > 泰州市 > 威海市 = 宜昌市',
  区县: '深圳罗湖区 > 佛山禅城区 > 武汉武昌区 > 广州增城区 > 潍坊寿光市 > 北京西城区 > 青岛崂山区 > 扬州仪征市 > 深圳福田区 > 武汉江岸区 = 西安未央区',
};

// The order of the units: 国务院机构序列 for the bodies, 行政区划序列 for the governments. Groups where they differ.
const order = `
发展改革委 教育部 科技部 工业和信息化部 自然资源部 生态环境部 交通运输部 水利部 农业农村部 商务部 文化和旅游部 卫生健康委
海关总署 税务总局 市场监管总局 广电总局 体育总局 气象局 林业和草原局 铁路局 民航局 邮政局 药监局
北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省
广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区
石家庄市 太原市 呼和浩特市 沈阳市 大连市 长春市 哈尔滨市 南京市 杭州市 宁波市 合肥市 福州市 厦门市 南昌市 济南市 青岛市 郑州市 武汉市
长沙市 广州市 深圳市 南宁市 海口市 成都市 贵阳市 昆明市 拉萨市 西安市 兰州市 西宁市 银川市 乌鲁木齐市
无锡市 苏州市 泰州市 温州市 六安市 宁德市 潍坊市 威海市 宜昌市 襄阳市 佛山市 柳州市 凉山州
北京西城区 扬州仪征市 青岛崂山区 潍坊寿光市 武汉江岸区 武汉武昌区 广州增城区 深圳罗湖区 深圳福田区 佛山禅城区 西安未央区`
  .trim()
  .split(/\s+/);
const subProvincial = '沈阳市 大连市 长春市 哈尔滨市 南京市 杭州市 宁波市 厦门市 济南市 青岛市 武汉市 广州市 深圳市 成都市 西安市'.split(' ');
const notCapitals = '大连市 宁波市 厦门市 青岛市 深圳市'.split(' ');

const random = mulberry32(202012);
const rows = new Map();
for (const [group, chain] of Object.entries(chains)) {
  const [published, below = ''] = chain.split(' | ');
  let tenths = 930 + Math.round(20 * random());
  for (const place of published.split(' > ')) {
    for (const name of place.split(' = ')) rows.set(name, { group: groupsOf(group, name), tenths });
    tenths -= 4 + Math.round(14 * random());
  }
  for (const name of below.split(' ').filter(Boolean)) {
    rows.set(name, { group: groupsOf(group, name), tenths: tenths - Math.round(120 * random()) });
  }
}

const header = ['order', 'name', 'group', 'capital', 'publication', 'response', 'services', 'interaction', 'integration'];
const lines = order.map((name, position) => {
  const { group, tenths } = rows.get(name);
  return [position + 1, name, group, group.includes('省会城市') ? '省会城市' : '', ...split(tenths)];
});
writeFileSync(new URL('data/2020.csv', import.meta.url), `${[header, ...lines].map(line => line.join(',')).join('\n')}\n`);

function groupsOf(group, name) {
  if (group !== '城市') return group;
  const isBoth = subProvincial.includes(name) && !notCapitals.includes(name);
  return isBoth ? '副省级城市;省会城市' : subProvincial.includes(name) ? '副省级城市' : '省会城市';
}

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
