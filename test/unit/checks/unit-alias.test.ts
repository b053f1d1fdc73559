import { describe, expect, test } from 'vitest';
import { alikeNames } from '../../../server/src/checks/alikeUnits.ts';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['unit-alias'];

test('in two files, with what to write', () => {
  const text = `indicatorSystem: 1
units: {id: name}
data: [{path: demo.csv}, {path: more.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
  - {id: reply, name: 答复率, normalise: none}
`;
  const files = {
    'demo.csv': 'name,online\n科学技术部,97\n教育部,95\n',
    'more.csv': 'name,reply\n教育部,80\n科技部,90\n',
  };
  expectFindings(text, {
    codes,
    files: {
      ...files,
      'more.csv': `${files['more.csv']}^^^ warning unit-alias: row 3, column name: 科技部 and 科学技术部 look like one unit; if so, units.aliases: {科技部: 科学技术部}\n`,
    },
  });
  expectFindings(text.replace('id: name}', 'id: name, aliases: {科技部: 科学技术部}}'), { codes, files });
});

test('in one file, by name; no alias could mend it; in Chinese', () => {
  const text = `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`;
  const lines = ['code,name,online', 'a,北京市,97', 'b,天津市,95', 'c,北京,90', ''];
  expectFindings(text, {
    codes,
    locale: 'zh-CN',
    files: {
      'demo.csv': lines
        .toSpliced(4, 0, '  ^^ warning unit-alias: 第 4 行“name”列：“北京”与“北京市”疑似同一对象')
        .join('\n'),
    },
  });
});

describe('one', () => {
  test.each([
    ['Viet Nam', 'Vietnam'],
    ["Côte d'Ivoire", 'Cote d’Ivoire'],
    ['Trinidad & Tobago', 'Trinidad and Tobago'],
    ['The Gambia', 'Gambia'],
    ['上海', '上海市'],
    ['广西', '广西壮族自治区'],
    ['内蒙古', '内蒙古自治区'],
    ['香港', '香港特别行政区'],
    ['阿坝州', '阿坝藏族羌族自治州'],
    ['发改委', '国家发展和改革委员会'],
    ['卫健委', '国家卫生健康委员会'],
    ['工信部', '工业和信息化部'],
    ['人社部', '人力资源和社会保障部'],
    ['住建部', '住房和城乡建设部'],
    ['市场监管总局', '国家市场监督管理总局'],
    ['税务总局', '国家税务总局'],
    ['Ａ１', 'A1'],
  ])('%s, %s', (one, other) => {
    expect(alikeNames([other, 'x', one])).toEqual([[2, 0]]);
    expect(alikeNames([one, other])).toEqual([[1, 0]]);
  });
});

describe('two', () => {
  test.each([
    ['吉林省', '吉林市'],
    ['新疆', '新疆生产建设兵团'],
    ['河南省', '湖南省'],
    ['海南省', '海南藏族自治州'],
    ['南京大学', '南京农业大学'],
    ['中国银行', '中国农业银行'],
    ['农业部', '农业农村部'],
    ['财政部', '财政厅'],
    ['Niger', 'Nigeria'],
    ['Guinea', 'Guinea-Bissau'],
    ['Dominica', 'Dominican Republic'],
    ['Congo', 'Congo (Democratic Republic of the)'],
    ['Korea, Rep.', 'Korea, Dem. Rep.'],
    ['1-11', '11-1'],
    ['朝阳区', '朝阳区'],
  ])('%s, %s', (one, other) => {
    expect(alikeNames([one, other])).toEqual([]);
    expect(alikeNames([other, one])).toEqual([]);
  });
});
